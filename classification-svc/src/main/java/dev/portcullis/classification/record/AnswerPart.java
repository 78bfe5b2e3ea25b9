package dev.portcullis.classification.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.platform.pdf.Flow;

/** What was classified, the answer, and what stays open. */
final class AnswerPart {
    private final Flow flow;

    AnswerPart(Flow flow) {
        this.flow = flow;
    }

    /** The answer in some words; what a person determined goes before what the rules left open. */
    static String headline(JsonNode classification) {
        JsonNode determined = classification.path("determined");
        if (determined.isObject()) {
            return "ECCN " + determined.path("paragraph").asText() + ", determined by a person";
        }
        JsonNode result = classification.path("result");
        String status = result.path("status").asText();
        String entry = entry(result);
        if (entry.isEmpty()) {
            return result.path("subjectToEar").asText().equals("NOT_MET")
                    ? "Not subject to the EAR"
                    : "No answer yet: " + Words.word(status);
        }
        return (entry.equals("EAR99") ? entry : "ECCN " + entry)
                + (status.equals("CLASSIFIED") ? "" : ", " + Words.word(status));
    }

    void set(JsonNode record) {
        JsonNode item = record.path("item");
        JsonNode classification = record.path("classification");
        JsonNode result = classification.path("result");
        flow.facts(new Rows()
                .add("Item", item.path("name").asText())
                .add("Part number", item.path("partNumber").asText())
                .add("Form", Words.word(item.path("form").asText()))
                .add(
                        "Identifier",
                        item.path("id").asText() + ", classification "
                                + classification.path("number").asText())
                .add("Where it stands", Words.state(classification.path("state").asText()))
                .add(
                        "To be looked at again by",
                        classification.path("nextReview").asText())
                .list());
        flow.heading("The answer");
        flow.paragraph(result.path("summary").asText());
        flow.facts(answer(classification, result).list());
        entry(flow, record.path("entry"));
        open(result);
    }

    private static Rows answer(JsonNode classification, JsonNode result) {
        JsonNode determined = classification.path("determined");
        JsonNode other = result.path("otherLists");
        JsonNode enforced = result.path("asEnforced");
        return new Rows()
                .add("Entry by the rules", entry(result) + title(result))
                .add("How far the rules got", Words.word(result.path("status").asText()))
                .add("Determined by a person", determined.path("paragraph").asText())
                .add("Their reasons", determined.path("explanation").asText())
                .add(
                        "Ruling of the agency (CCATS)",
                        classification.path("ccats").asText())
                .add("For the controlled items", Rows.joined(result.path("relatedTo"), ", "))
                .add("Law of the day", result.path("asOf").asText())
                .add("Edition of the list", result.path("edition").asText())
                .add(
                        "Posture of the deciding rule",
                        Words.word(result.path("posture").asText()))
                .add(
                        "As enforced",
                        enforced.isObject()
                                ? (Words.word(enforced.path("status").asText()) + " " + entry(enforced)).trim()
                                : "")
                .add("Subject to the EAR", subject(result.path("subjectToEar").asText()))
                .add("Regime", other.path("regime").asText())
                .add("Wassenaar", other.path("wassenaar").asText())
                .add("EU, Annex I of 2021/821", other.path("eu").asText())
                .add("United Kingdom", other.path("uk").asText())
                .add("Before these are used", other.path("note").asText())
                .add("Note of the proposer", classification.path("note").asText());
    }

    private static void entry(Flow flow, JsonNode entry) {
        if (!entry.isObject()) {
            return;
        }
        flow.heading("What the list says of " + entry.path("eccn").asText());
        Rows rows = new Rows()
                .add("Heading", entry.path("heading").asText())
                .add("Reasons for control", Rows.joined(entry.path("reasonsForControl"), ", "));
        for (JsonNode control : entry.path("controls")) {
            String columns = Rows.joined(control.path("columns"), ", ");
            String prose = control.path("prose").asText("");
            rows.add(
                    "License requirement",
                    (control.path("reason").asText("") + " for "
                                    + control.path("appliesTo").asText() + ": " + columns
                                    + (columns.isEmpty() || prose.isEmpty() ? "" : "; ") + prose)
                            .trim());
        }
        for (JsonNode exception : entry.path("exceptions")) {
            rows.add(
                    "Exception " + exception.path("code").asText(),
                    exception.path("terms").asText());
        }
        flow.facts(rows.add("Where it stands", entry.path("citation").asText()).list());
    }

    private void open(JsonNode result) {
        if (!result.path("missing").isEmpty()) {
            flow.heading("Questions that would change the answer");
            Rows rows = new Rows();
            for (JsonNode missing : result.path("missing")) {
                String otherwise = missing.path("otherwise").asText();
                rows.add(
                        missing.path("field").asText(missing.path("fact").asText()),
                        missing.path("question").asText() + " Would decide: "
                                + Rows.joined(missing.path("wouldDecide"), ", ")
                                + (otherwise.isEmpty() ? "." : "; otherwise " + otherwise + "."));
            }
            flow.facts(rows.list());
        }
        if (!result.path("review").isEmpty()) {
            flow.heading("For a person to settle");
            result.path("review").forEach(review -> flow.paragraph("– " + review.asText()));
        }
        if (!result.path("company").isEmpty()) {
            flow.heading("The company's own policy, which is not law");
            Rows rows = new Rows();
            for (JsonNode trigger : result.path("company")) {
                boolean asks = trigger.path("callsForReview").asBoolean();
                rows.add(
                        trigger.path("title").asText(),
                        (asks ? "Asks for a review: " + trigger.path("review").asText() : "Asks for nothing.")
                                + " Basis: " + trigger.path("basis").asText());
            }
            flow.facts(rows.list());
        }
        if (!result.path("remarks").isEmpty()) {
            flow.heading("Remarks");
            result.path("remarks")
                    .forEach(remark -> flow.paragraph("– " + remark.path("text").asText() + " ("
                            + remark.path("citation").asText() + ")"));
        }
    }

    private static String entry(JsonNode answer) {
        String paragraph = answer.path("paragraph").asText();
        return answer.path("eccn").asText() + (paragraph.isEmpty() ? "" : "." + paragraph);
    }

    private static String title(JsonNode result) {
        String title = result.path("title").asText();
        return title.isEmpty() ? "" : ": " + title;
    }

    private static String subject(String outcome) {
        return switch (outcome) {
            case "MET" -> "yes";
            case "NOT_MET" -> "no, as far as publication decides it (15 CFR 734.3(b)(3), 734.7)";
            default -> "open";
        };
    }
}
