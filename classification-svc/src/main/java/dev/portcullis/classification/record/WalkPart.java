package dev.portcullis.classification.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.platform.pdf.Cell;
import dev.portcullis.platform.pdf.Column;
import dev.portcullis.platform.pdf.Face;
import dev.portcullis.platform.pdf.Flow;
import dev.portcullis.platform.pdf.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The paragraphs in the order of review, each criterion with its value, threshold and citation. */
final class WalkPart {
    private static final double INDENT = 7;
    private static final Set<String> JOINTS = Set.of("all", "any");
    private static final List<Column> COLUMNS = List.of(
            new Column("Paragraph or criterion", 3.3),
            new Column("Datasheet", 1.2),
            new Column("Asked for", 1.5),
            new Column("Outcome", 0.8),
            new Column("Where it stands", 2.5));

    private final Flow flow;

    WalkPart(Flow flow) {
        this.flow = flow;
    }

    void set(JsonNode result) {
        if (!result.path("jurisdiction").isEmpty()) {
            flow.heading("Jurisdiction");
            flow.table(COLUMNS, rows(result.path("jurisdiction")));
        }
        flow.heading("The order of review");
        flow.paragraph(
                "Paragraphs in the order in which they are asked (Supplement No. 4 to Part 774), up to the one that decides. Of each the"
                        + " criteria are shown that settle it; record.json has them all. A note that is met takes the item out of its paragraph.");
        flow.table(COLUMNS, rows(result.path("walk")));
        if (!result.path("company").isEmpty()) {
            flow.heading("Criteria of the company's policy");
            List<List<Cell>> rows = new ArrayList<>();
            for (JsonNode trigger : result.path("company")) {
                rows.add(head(
                        trigger.path("title").asText(),
                        outcome(trigger.path("criteria")),
                        trigger.path("basis").asText()));
                finding(rows, trigger.path("criteria"), 1);
            }
            flow.table(COLUMNS, rows);
        }
    }

    private static List<List<Cell>> rows(JsonNode candidates) {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode candidate : candidates) {
            String paragraph = candidate.path("paragraph").asText();
            String title = candidate.path("title").asText();
            rows.add(head(
                    paragraph.isEmpty() ? title : paragraph + ": " + title,
                    candidate.path("outcome").asText(),
                    candidate.path("citation").asText() + "; "
                            + Words.word(candidate.path("posture").asText()) + ", since "
                            + candidate.path("effectiveFrom").asText()));
            finding(rows, candidate.path("criteria"), 1);
            if (outcome(candidate.path("criteria")).equals("NOT_MET")) {
                continue;
            }
            for (JsonNode note : candidate.path("notes")) {
                rows.add(row(
                        Cell.of(note.path("title").asText(), Face.PLAIN, Ink.BLUE)
                                .indented(INDENT),
                        "",
                        "takes out where met",
                        outcome(note.path("finding")),
                        note.path("citation").asText()));
                finding(rows, note.path("finding"), 2);
            }
        }
        return rows;
    }

    private static void finding(List<List<Cell>> rows, JsonNode finding, int depth) {
        List<JsonNode> parts = settling(finding);
        if (parts.size() == 1 && JOINTS.contains(finding.path("criterion").asText())) {
            // One part alone settles it: nothing is joined.
            finding(rows, parts.get(0), depth);
            return;
        }
        rows.add(parts.isEmpty() ? leaf(finding, depth) : branch(finding, depth));
        for (JsonNode part : parts) {
            finding(rows, part, depth + 1);
        }
    }

    /** The parts by which a finding came out as it did. */
    private static List<JsonNode> settling(JsonNode finding) {
        List<JsonNode> all = new ArrayList<>();
        List<JsonNode> same = new ArrayList<>();
        for (JsonNode part : finding.path("parts")) {
            all.add(part);
            if (outcome(part).equals(outcome(finding))) {
                same.add(part);
            }
        }
        return same.isEmpty() ? all : same;
    }

    private static List<Cell> branch(JsonNode finding, int depth) {
        return row(
                Cell.of(noted(Words.branch(finding.path("criterion").asText()), finding), Face.PLAIN, Ink.GRAY)
                        .indented(INDENT * Math.min(depth, 8)),
                "",
                "",
                outcome(finding),
                finding.path("citation").asText());
    }

    private static List<Cell> leaf(JsonNode finding, int depth) {
        String name = finding.path("label")
                .asText(finding.path("fact").asText(finding.path("criterion").asText()));
        String unit =
                finding.path("unit").isTextual() ? " " + finding.path("unit").asText() : "";
        JsonNode value = finding.path("value");
        String said = finding.path("fact").isTextual() ? Words.value(value) + (value.isNumber() ? unit : "") : "";
        String asked = finding.has("threshold")
                ? Words.comparison(finding.path("comparison").asText()) + " " + threshold(finding.path("threshold"))
                        + unit
                : "";
        String margin = finding.path("margin").isNumber()
                ? "\nmargin " + Words.figure(finding.path("margin").decimalValue()) + unit
                : "";
        return row(
                Cell.of(noted(Words.capital(name), finding), Face.PLAIN, Ink.BLACK)
                        .indented(INDENT * Math.min(depth, 8)),
                said,
                asked + margin,
                outcome(finding),
                finding.path("citation").asText());
    }

    private static String noted(String name, JsonNode finding) {
        String note = finding.path("note").asText();
        return note.isEmpty() ? name : name + "\n" + note;
    }

    private static String threshold(JsonNode threshold) {
        return threshold.isArray() ? Rows.joined(threshold, ", ") : Words.value(threshold);
    }

    private static String outcome(JsonNode finding) {
        return finding.path("outcome").asText();
    }

    private static List<Cell> head(String title, String outcome, String citation) {
        return List.of(
                Cell.of(title, Face.BOLD, Ink.BLACK),
                Cell.of(""),
                Cell.of(""),
                Cell.of(Words.outcome(outcome), Face.BOLD, ink(outcome)),
                Cell.of(citation, Face.PLAIN, Ink.GRAY));
    }

    private static List<Cell> row(Cell name, String value, String asked, String outcome, String citation) {
        return List.of(
                name,
                Cell.of(value),
                Cell.of(asked),
                Cell.of(Words.outcome(outcome), Face.PLAIN, ink(outcome)),
                Cell.of(citation, Face.PLAIN, Ink.GRAY));
    }

    private static Ink ink(String outcome) {
        return switch (outcome) {
            case "MET" -> Ink.RED;
            case "UNKNOWN" -> Ink.AMBER;
            default -> Ink.BLUE;
        };
    }
}
