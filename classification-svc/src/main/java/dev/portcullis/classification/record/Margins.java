package dev.portcullis.classification.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the figures of a stored answer that were held against a threshold; the same comparison in several paragraphs counts once. */
final class Margins {
    private final Map<List<String>, Found> found = new LinkedHashMap<>();

    private Margins() {}

    /**
     * The margins of an answer, in the order of review.
     *
     * @param result a {@link dev.portcullis.classification.determination.Classification} as stored
     */
    static List<Margin> of(JsonNode result) {
        Margins margins = new Margins();
        for (JsonNode candidate : result.path("walk")) {
            String paragraph =
                    candidate.path("paragraph").asText(candidate.path("title").asText());
            String citation = candidate.path("citation").asText();
            margins.in(candidate.path("criteria"), paragraph, citation);
            for (JsonNode note : candidate.path("notes")) {
                margins.in(
                        note.path("finding"), paragraph, note.path("citation").asText(citation));
            }
        }
        return margins.found.values().stream().map(Found::margin).toList();
    }

    private void in(JsonNode finding, String paragraph, String around) {
        String citation = finding.path("citation").asText(around);
        if (finding.path("margin").isNumber()
                && finding.path("value").isNumber()
                && finding.path("threshold").isNumber()) {
            List<String> key = List.of(
                    finding.path("fact").asText(),
                    finding.path("label").asText(),
                    finding.path("value").asText(),
                    finding.path("comparison").asText(),
                    finding.path("threshold").asText());
            Found same = found.computeIfAbsent(key, first -> new Found(finding));
            same.paragraphs.add(paragraph);
            same.citations.add(citation);
        }
        for (JsonNode part : finding.path("parts")) {
            in(part, paragraph, citation);
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    private static final class Found {
        private final JsonNode finding;
        private final Set<String> paragraphs = new LinkedHashSet<>();
        private final Set<String> citations = new LinkedHashSet<>();

        Found(JsonNode finding) {
            this.finding = finding;
        }

        Margin margin() {
            return new Margin(
                    finding.path("label").asText(finding.path("fact").asText()),
                    finding.path("value").decimalValue(),
                    finding.path("comparison").asText(),
                    finding.path("threshold").decimalValue(),
                    text(finding.path("unit")),
                    finding.path("margin").decimalValue(),
                    finding.path("outcome").asText().equals("MET"),
                    new ArrayList<>(citations),
                    new ArrayList<>(paragraphs));
        }
    }
}
