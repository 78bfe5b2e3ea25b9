package dev.portcullis.classification.determination;

import static dev.portcullis.classification.determination.Parts.computer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Relation.Purpose;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interception and surveillance: 15 CFR 774 Supp. 1, 5A001.f and .j, 5D001, 5E001. */
class SurveillanceTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);
    private static final Characteristic YES = Characteristic.of(true);
    private static final Characteristic NO = Characteristic.of(false);
    private static final List<String> J = List.of(
            "carrierClassIpNetwork",
            "analyzesApplicationLayer",
            "extractsContent",
            "indexesExtractedData",
            "searchesByHardSelectors",
            "mapsRelations");

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest
    @CsvSource({"VOICE_OR_DATA,5A001.f.1", "IDENTIFIERS,5A001.f.2", "JAMMING,5A001.f.3", "MONITORING,5A001.f.4"})
    void mobile_interception_and_jamming(String what, String paragraph) {
        assertThat(paragraph(computer(
                        Map.of("mobileInterception", Characteristic.of(what), "interceptionOutsideControl", NO))))
                .as("15 CFR 774 Supp. 1, " + paragraph)
                .isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource({"VOICE_OR_DATA,false", "IDENTIFIERS,false", "JAMMING,true"})
    void the_note_takes_out_interception_and_not_jamming(String what, boolean controlled) {
        Classification answer = classifier.classify(
                computer(Map.of("mobileInterception", Characteristic.of(what), "interceptionOutsideControl", YES)),
                NOW);
        assertThat("5A001".equals(String.valueOf(answer.eccn())))
                .as("note to 5A001.f.1 and f.2")
                .isEqualTo(controlled);
    }

    @Test
    void interception_beside_the_performance_of_4A090_is_for_a_person() {
        Map<String, Characteristic> interception =
                Map.of("mobileInterception", Characteristic.of("IDENTIFIERS"), "interceptionOutsideControl", NO);
        for (Map<String, Characteristic> said : List.of(interception, surveillance(NO))) {
            Classification answer = classifier.classify(
                    Parts.computer(said, Parts.of("circuit", 8, Parts.circuit("2000", 8, "800", "900", true))), NOW);
            assertThat(answer.status())
                    .as("15 CFR 774 Supp. 1, 4A090 and 5A001: no .z paragraph joins them")
                    .isEqualTo(Status.REVIEW);
            assertThat(answer.review()).singleElement().asString().contains("5A001", "4A090");
        }
    }

    @Test
    void surveillance_of_ip_networks_has_all_six_properties() {
        assertThat(paragraph(computer(surveillance(NO)))).isEqualTo("5A001.j");
        assertThat(classifier.classify(computer(surveillance(YES)), NOW).eccn())
                .as("note to 5A001.j")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void without_one_of_the_six_it_is_none(int missing) {
        Map<String, Characteristic> said = surveillance(NO);
        said.put(J.get(missing), NO);
        assertThat(classifier.classify(computer(said), NOW).walk())
                .filteredOn(candidate -> String.valueOf(candidate.paragraph()).equals("5A001.j"))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.outcome()).isEqualTo(Outcome.NOT_MET));
    }

    @Test
    void whether_the_note_applies_is_asked() {
        Map<String, Characteristic> said = surveillance(NO);
        said.remove("ipSurveillanceOutsideControl");
        Classification answer = classifier.classify(computer(said), NOW);
        assertThat(answer.status()).isEqualTo(Status.INSUFFICIENT_DATA);
        assertThat(answer.missing())
                .extracting(Classification.MissingFact::field)
                .contains("/characteristics/ipSurveillanceOutsideControl");
    }

    @Test
    void software_for_surveillance() {
        assertThat(paragraph(software(Map.of(), new Relation("5A001.j", null, Set.of(Purpose.USE)))))
                .isEqualTo("5D001.a");
        assertThat(paragraph(software(Map.of("providesTelecommunicationFeatures", YES))))
                .isEqualTo("5D001.c");
        assertThat(paragraph(software(Map.of(
                        "searchesByHandoverInterface",
                        YES,
                        "mapsOrTracksTargets",
                        YES,
                        "monitoringOutsideControl",
                        NO))))
                .isEqualTo("5D001.e");
        assertThat(paragraph(software(Map.of(
                        "searchesByHandoverInterface",
                        YES,
                        "mapsOrTracksTargets",
                        YES,
                        "monitoringOutsideControl",
                        YES))))
                .as("note to 5D001.e")
                .isEqualTo("EAR99");
        assertThat(paragraph(software(Map.of("searchesByHandoverInterface", YES, "mapsOrTracksTargets", NO))))
                .as("5D001.e: all of the following")
                .isEqualTo("EAR99");
    }

    @ParameterizedTest
    @CsvSource({"5A001.f.1,DEVELOPMENT", "5D001.e,USE", "5D001.a,PRODUCTION"})
    void technology_for_surveillance(String of, Purpose purpose) {
        Relation relation = new Relation(of, null, Set.of(purpose));
        assertThat(paragraph(new Technology(Provenance.DECLARED, null, false, List.of(relation), true, null)))
                .isEqualTo("5E001.a");
    }

    private static Map<String, Characteristic> surveillance(Characteristic outsideControl) {
        Map<String, Characteristic> said = new HashMap<>();
        J.forEach(fact -> said.put(fact, YES));
        said.put("ipSurveillanceOutsideControl", outsideControl);
        return said;
    }

    private String paragraph(Datasheet datasheet) {
        Classification answer = classifier.classify(datasheet, NOW);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(Status.CLASSIFIED);
        return answer.paragraph() == null ? String.valueOf(answer.eccn()) : answer.eccn() + "." + answer.paragraph();
    }

    private static Software software(Map<String, Characteristic> said, Relation... relations) {
        return new Software(
                Provenance.DECLARED,
                null,
                Software.CodeForm.OBJECT_CODE,
                false,
                List.of(relations),
                ClassifierTest.NO_CRYPTOGRAPHY,
                true,
                said);
    }
}
