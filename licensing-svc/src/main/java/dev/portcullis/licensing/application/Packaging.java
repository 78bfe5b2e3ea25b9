package dev.portcullis.licensing.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.licensing.application.NeededDocument.Status;
import dev.portcullis.licensing.criteria.Condition;
import dev.portcullis.licensing.criteria.ConditionReader;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.criteria.Truth;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.FactUsed;
import dev.portcullis.licensing.form.AnswerKind;
import dev.portcullis.licensing.form.Filled;
import dev.portcullis.licensing.form.Form;
import dev.portcullis.licensing.form.FormFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the work package together: the same determination, facts and answers give the same package. */
final class Packaging {
    private final Form form = FormFiles.form("license-application.json");
    private final List<DocumentRule> rules = new ArrayList<>();

    private record DocumentRule(
            String kind, String title, Condition when, String before, String citation, String question) {}

    private Packaging() {
        for (JsonNode node : FormFiles.tree("support-documents.json").path("documents")) {
            rules.add(new DocumentRule(
                    FormFiles.text(node, "kind"),
                    FormFiles.text(node, "title"),
                    ConditionReader.read(node.path("when")),
                    FormFiles.text(node, "before"),
                    FormFiles.text(node, "citation"),
                    FormFiles.text(node, "question")));
        }
    }

    static Packaging shipped() {
        return new Packaging();
    }

    Form form() {
        return form;
    }

    /**
     * The package.
     *
     * @param known what is known of the transaction
     */
    WorkPackage assemble(Application application, Determination determination, Known.Gathering known) {
        known.text("draft.date", application.draftedOn())
                .yes("resubmission", application.previousNumber() != null)
                .text("previous.applicationNumber", application.previousNumber())
                .text("application.type", type(determination))
                .text("documents.submitted", named(application, true))
                .text("documents.onFile", named(application, false));
        String value = application.answers().get("23");
        if (value != null) {
            known.number("value", AnswerKind.number(value));
        }
        Known all = known.known();
        List<Filled> blocks = form.fill(all, application.answers());
        return new WorkPackage(
                application.id(),
                application.round(),
                determination.id(),
                application.purpose(),
                form.edition(),
                determination.facts().stream()
                        .filter(fact -> fact.kind() == FactUsed.Kind.ITEM)
                        .map(fact -> fact.id() + " version " + fact.version())
                        .collect(Collectors.joining()),
                blocks,
                rules.stream().map(rule -> document(rule, application, all)).toList(),
                application.documents(),
                Letter.of(application, determination, all, blocks),
                specification(all));
    }

    private static @Nullable String type(Determination determination) {
        return switch (determination.transaction().activity()) {
            case EXPORT, DEEMED_EXPORT -> "EXPORT";
            case REEXPORT, DEEMED_REEXPORT -> "REEXPORT";
            case IN_COUNTRY_TRANSFER -> null;
        };
    }

    private static @Nullable String named(Application application, boolean submitted) {
        String names = application.documents().stream()
                .filter(document -> document.submitted() == submitted)
                .map(SupportDocument::name)
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? null : names;
    }

    private NeededDocument document(DocumentRule rule, Application application, Known known) {
        List<String> digests = application.documents().stream()
                .filter(document -> document.kind().equals(rule.kind()))
                .map(SupportDocument::sha256)
                .toList();
        Truth needed = rule.when().test(known);
        Status status = !digests.isEmpty()
                ? Status.ATTACHED
                : switch (needed.value()) {
                    case YES -> Status.MISSING;
                    case NO -> Status.NOT_NEEDED;
                    case UNKNOWN -> Status.UNDECIDED;
                };
        String question = switch (status) {
            case MISSING -> rule.question();
            case UNDECIDED -> form.questions(needed.missing());
            default -> null;
        };
        return new NeededDocument(rule.kind(), rule.title(), status, rule.before(), digests, question, rule.citation());
    }

    private static List<String> specification(Known known) {
        List<String> lines = new ArrayList<>();
        line(lines, known, "Name", "item.name");
        line(lines, known, "Part number", "item.partNumber");
        line(lines, known, "Form", "item.form");
        line(lines, known, "Classification", "item.classification");
        line(lines, known, "For items of", "item.relatedTo");
        line(lines, known, "Total processing performance", "item.tpp");
        line(
                lines,
                known,
                "Performance density, per square millimeter of applicable die area",
                "item.performanceDensity");
        line(lines, known, "Total DRAM bandwidth, GB/s", "item.dramBandwidth");
        line(lines, known, "Designed or marketed for data centers", "item.dataCenter");
        return lines;
    }

    private static void line(List<String> lines, Known known, String label, String fact) {
        String value = known.shown(fact);
        if (value != null) {
            lines.add(label + ": " + value);
        }
    }
}
