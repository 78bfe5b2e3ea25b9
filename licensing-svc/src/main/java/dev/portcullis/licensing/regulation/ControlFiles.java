package dev.portcullis.licensing.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.contracts.Eccn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the reasons for control: those read by hand, and those compiled from the control list for all other entries. */
final class ControlFiles {
    private final Set<String> rules;

    /** @param rules the prose rules that a row may name */
    ControlFiles(Set<String> rules) {
        this.rules = Set.copyOf(rules);
    }

    ControlTable read(JsonNode byHand, JsonNode list) {
        Map<Eccn, List<ControlRow>> read = new LinkedHashMap<>();
        for (JsonNode node : LawFiles.array(byHand, "rows")) {
            add(read, Eccn.of(LawFiles.text(node, "eccn")), node, LawFiles.text(node, "citation"));
        }
        Map<Eccn, List<ControlRow>> compiled = new LinkedHashMap<>();
        Set<Eccn> otherAgency = new LinkedHashSet<>();
        Set<Eccn> listed = new LinkedHashSet<>();
        Map<Eccn, List<ListBasedException>> exceptions = new HashMap<>();
        for (JsonNode entry : LawFiles.array(list, "entries")) {
            Eccn eccn = Eccn.of(LawFiles.text(entry, "eccn"));
            listed.add(eccn);
            if (entry.path("otherAgency").asBoolean(false)) {
                otherAgency.add(eccn);
            }
            for (JsonNode row : entry.path("rows")) {
                add(compiled, eccn, row, "15 CFR 774 Supp. 1, ECCN " + eccn);
            }
            if (entry.has("exceptions")) {
                exceptions.put(eccn, LawFiles.each(entry, "exceptions", ControlFiles::exception));
            }
        }
        return new ControlTable(
                read,
                compiled,
                LocalDate.parse(LawFiles.text(list, "edition").replace("eCFR ", "")),
                otherAgency,
                listed,
                exceptions);
    }

    private void add(Map<Eccn, List<ControlRow>> rows, Eccn eccn, JsonNode node, String citation) {
        List<ControlRow> of = rows.computeIfAbsent(eccn, key -> new ArrayList<>());
        of.add(row(eccn, of.size() + 1, node, citation));
    }

    private ControlRow row(Eccn eccn, int number, JsonNode node, String citation) {
        String rule = LawFiles.optional(node, "rule");
        if (rule != null && !rules.contains(rule)) {
            throw new IllegalStateException("a control row names the rule " + rule + ", which is not there");
        }
        String chart = LawFiles.optional(node, "chart");
        if ((rule == null) == (chart == null)) {
            throw new IllegalStateException("a control row names either a chart column or a rule: " + node);
        }
        return new ControlRow(
                "control." + eccn + "." + number,
                eccn,
                LawFiles.text(node, "reason"),
                List.copyOf(LawFiles.texts(node, "paragraphs")),
                List.copyOf(LawFiles.texts(node, "except")),
                List.copyOf(LawFiles.texts(node, "relatedTo")),
                LawFiles.optional(node, "words"),
                chart,
                rule,
                citation);
    }

    private static ListBasedException exception(JsonNode node) {
        List<BigDecimal> limits = new ArrayList<>();
        node.path("limitsUsd").forEach(limit -> limits.add(limit.decimalValue()));
        return new ListBasedException(
                LawFiles.text(node, "symbol"),
                ListBasedException.Eligibility.valueOf(LawFiles.text(node, "eligibility")),
                List.copyOf(limits),
                LawFiles.text(node, "terms"));
    }
}
