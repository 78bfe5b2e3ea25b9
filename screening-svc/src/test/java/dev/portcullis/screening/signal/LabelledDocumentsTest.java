package dev.portcullis.screening.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.SignalState.Effective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * What the rules read from 150 documents that were labelled by hand. For kinds the macro average goes over the kinds; for the other
 * fields there are two figures: F1 over all pairs of document and value, and the mean of F1 over the documents where either side has
 * a value. The lower one counts.
 */
class LabelledDocumentsTest {
    private static final Logger LOG = Logger.getLogger(LabelledDocumentsTest.class);
    private static final double LEAST = 0.9;
    private static final DocumentReader READER = new DocumentReader();
    private static final List<LabelledDocument> LABELLED = LabelledDocument.all();

    private static Reading read(LabelledDocument document) {
        return READER.read(document.document());
    }

    @Test
    void there_are_150_documents_of_every_year_and_of_every_kind() {
        assertThat(LABELLED).hasSize(150);
        assertThat(LABELLED.stream().map(LabelledDocument::documentNumber).distinct())
                .hasSize(150);
        assertThat(LABELLED.stream()
                        .map(document -> document.publishedOn().substring(0, 4))
                        .distinct())
                .containsExactlyInAnyOrder("2020", "2021", "2022", "2023", "2024", "2025", "2026");
        assertThat(LABELLED.stream().map(LabelledDocument::kind).distinct())
                .containsExactlyInAnyOrder(
                        "LIST_ADDITION",
                        "LIST_REMOVAL",
                        "LIST_CHANGE",
                        "CONTROL_RULE",
                        "COUNTRY_RULE",
                        "LICENSE_POLICY",
                        "DENIAL_ORDER",
                        "SANCTIONS_PROGRAM",
                        "GENERAL_LICENSE",
                        "NOTICE",
                        "UNRELATED");
    }

    @Test
    void each_field_is_read_with_a_macro_f1_of_at_least_nine_tenths() {
        Map<String, Double> fields = new LinkedHashMap<>();
        fields.put("kind", kinds());
        fields.put(
                "countries",
                values(
                        LabelledDocument::countries,
                        reading -> reading.countries().stream()
                                .map(found -> found.value().value())
                                .collect(Collectors.toSet())));
        fields.put(
                "eccns",
                values(
                        LabelledDocument::eccns,
                        reading -> reading.eccns().stream()
                                .map(found -> found.value().value())
                                .collect(Collectors.toSet())));
        fields.put(
                "parties",
                values(
                        LabelledDocument::parties,
                        reading -> reading.parties().stream().map(Found::value).collect(Collectors.toSet())));
        fields.put(
                "effective",
                values(
                        document -> document.effective() == null ? List.of() : List.of(document.effective()),
                        LabelledDocumentsTest::from));
        LOG.infof("macro-F1 on %d labelled documents: %s", LABELLED.size(), fields);
        assertThat(fields)
                .allSatisfy((field, value) ->
                        assertThat(value).as(field + "; wrong: " + wrong(field)).isGreaterThanOrEqualTo(LEAST));
    }

    private static Set<String> from(Reading reading) {
        Found<Effective> effective = reading.effective();
        return effective == null ? Set.of() : Set.of(effective.value().from().toString());
    }

    private static String kind(Reading reading) {
        return reading.kind() == null ? "UNRELATED" : reading.kind().name();
    }

    private static double kinds() {
        Map<String, F1> byKind = new TreeMap<>();
        for (LabelledDocument document : LABELLED) {
            String actual = kind(read(document));
            boolean right = actual.equals(document.kind());
            byKind.merge(document.kind(), right ? new F1(1, 0, 0) : new F1(0, 0, 1), F1::plus);
            if (!right) {
                byKind.merge(actual, new F1(0, 1, 0), F1::plus);
            }
        }
        byKind.forEach((kind, f1) -> LOG.infof(
                "%-18s found %3d, wrong %2d, missed %2d, F1 %.3f",
                kind, f1.found(), f1.wrong(), f1.missed(), f1.value()));
        return byKind.values().stream().mapToDouble(F1::value).average().orElseThrow();
    }

    private static double values(
            Function<LabelledDocument, List<String>> expected, Function<Reading, Set<String>> actual) {
        F1 pairs = F1.NONE;
        List<Double> documents = new ArrayList<>();
        for (LabelledDocument document : LABELLED) {
            F1 one = F1.of(new TreeSet<>(expected.apply(document)), actual.apply(read(document)));
            pairs = pairs.plus(one);
            if (!one.isEmpty()) {
                documents.add(one.value());
            }
        }
        double mean =
                documents.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        LOG.infof(
                "pairs: found %d, wrong %d, missed %d, F1 %.3f; mean of %d documents %.3f",
                pairs.found(), pairs.wrong(), pairs.missed(), pairs.value(), documents.size(), mean);
        return Math.min(pairs.value(), mean);
    }

    private static List<String> wrong(String field) {
        return LABELLED.stream()
                .filter(document ->
                        field.equals("kind") && !kind(read(document)).equals(document.kind()))
                .map(document ->
                        document.documentNumber() + " is " + document.kind() + ", read as " + kind(read(document)))
                .toList();
    }

    @Test
    void everything_that_is_read_carries_words_of_the_document() {
        for (LabelledDocument labelled : LABELLED) {
            FederalRegisterDocument document = labelled.document();
            Reading reading = READER.read(document);
            assertThat(reading.countries())
                    .allSatisfy(found -> assertThat(document.text()).contains(found.words()));
            assertThat(reading.eccns())
                    .allSatisfy(found -> assertThat(document.text()).contains(found.words()));
            assertThat(reading.parties())
                    .allSatisfy(found -> assertThat(document.text()).contains(found.words()));
            assertThat(reading.parties())
                    .allSatisfy(found -> assertThat(found.words()).contains(found.value()));
        }
    }
}
