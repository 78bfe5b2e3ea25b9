package dev.portcullis.licensing.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.licensing.criteria.Condition;
import dev.portcullis.licensing.criteria.ConditionReader;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.criteria.Truth;
import dev.portcullis.licensing.form.Form;
import dev.portcullis.licensing.form.FormFiles;
import dev.portcullis.licensing.record.Filing.Need;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether Electronic Export Information must be filed (15 CFR 758.1(b)), and with what (15 CFR 30.6). */
final class ExportInformation {
    private final Form form = FormFiles.form("export-information.json");
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Need result, Condition when, String words, String citation) {}

    private ExportInformation() {
        for (JsonNode node : FormFiles.tree("export-information.json").path("rules")) {
            rules.add(new Rule(
                    Need.valueOf(FormFiles.text(node, "result")),
                    ConditionReader.read(node.path("when")),
                    FormFiles.text(node, "words"),
                    FormFiles.text(node, "citation")));
        }
    }

    static ExportInformation shipped() {
        return new ExportInformation();
    }

    Form form() {
        return form;
    }

    /**
     * Judges a shipment. The rules are tried in their order, and the first that holds decides, unless one before it could hold and would
     * decide otherwise: then the facts are asked for, and nothing is spared meanwhile.
     */
    Filing judge(Known known, Map<String, String> answers) {
        Set<String> open = new LinkedHashSet<>();
        Set<Need> possible = new LinkedHashSet<>();
        for (Rule rule : rules) {
            Truth holds = rule.when().test(known);
            if (holds.isUnknown()) {
                open.addAll(holds.missing());
                possible.add(rule.result());
            }
            if (holds.isYes()) {
                possible.add(rule.result());
                if (possible.size() == 1) {
                    return filing(rule.result(), rule.words(), rule.citation(), Set.of(), known, answers);
                }
                break;
            }
        }
        return filing(
                Need.UNDECIDED,
                "Facts are missing that decide it; until they are told, the filing counts as required.",
                "15 CFR 758.1(b)",
                open,
                known,
                answers);
    }

    private Filing filing(
            Need need, String words, String citation, Set<String> open, Known known, Map<String, String> answers) {
        return new Filing(
                need,
                words,
                citation,
                open.stream()
                        .map(fact -> form.questions().getOrDefault(fact, "What is " + fact + "?"))
                        .distinct()
                        .toList(),
                need == Need.NOT_REQUIRED ? List.of() : form.fill(known, answers));
    }

    /** The day of export, where it was told. */
    static java.time.@Nullable LocalDate exportedOn(Map<String, String> answers) {
        String day = answers.get("exportDate");
        return day == null ? null : java.time.LocalDate.parse(day);
    }
}
