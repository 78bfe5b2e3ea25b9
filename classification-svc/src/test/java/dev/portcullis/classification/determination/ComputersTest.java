package dev.portcullis.classification.determination;

import static dev.portcullis.classification.determination.Parts.circuit;
import static dev.portcullis.classification.determination.Parts.computer;
import static dev.portcullis.classification.determination.Parts.of;
import static dev.portcullis.classification.determination.Parts.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Computer.Component;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Relation.Purpose;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Category 4 beside the circuits that a computer contains: 15 CFR 774 Supp. 1, 4A003 to 4A005, 4D001, 4D004, 4E001. */
class ComputersTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);

    /** Above 4800 TPP: 3A090.a.1. */
    private static final Component FAST = of("accelerator", 8, circuit("2000", 8, "800", "900", true));

    /** 2400 TPP at a density of 3: 3A090.b.1 (2400 to 4800 at 1.6 to 5.92). */
    private static final Component MEDIUM = of("accelerator", 8, circuit("300", 8, "800", "64", true));

    private static final Component SLOW = of("processor", 2, circuit("1", 8, "100", "1", false));

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # contains | fact                       | value          | paragraph    | citation
            FAST       | adjustedPeakPerformance    | 70.000001      | 4A003.z.1.a  | 4A003.z.1.a: .b or .c that meets 4A090.a
            FAST       | adjustedPeakPerformance    | 70             | 4A090.a      | 4A003.b: exceeding 70 WT
            MEDIUM     | adjustedPeakPerformance    | 70.000001      | 4A003.z.1.b  | 4A003.z.1.b: .b or .c that meets 4A090.b
            MEDIUM     | adjustedPeakPerformance    | 69.999999      | 4A090.b      | 4A003.b: exceeding 70 WT
            SLOW       | adjustedPeakPerformance    | 70.000001      | 4A003.b      | 4A003.b: exceeding 70 WT
            SLOW       | adjustedPeakPerformance    | 70             | 4A994.b      | 4A994.b: 0.0128 WT or more, not controlled by 4A003
            SLOW       | adjustedPeakPerformance    | 0.0128         | 4A994.b      | 4A994.b: equal to or greater than 0.0128 WT
            FAST       | intrusionSoftwareEquipment | true           | 4A005.z.1    | 4A005.z.1: 4A005 that meets 4A090.a
            MEDIUM     | intrusionSoftwareEquipment | true           | 4A005.z.2    | 4A005.z.2: 4A005 that meets 4A090.b
            SLOW       | intrusionSoftwareEquipment | true           | 4A005        | 4A005, heading
            FAST       | unconventionalComputer     | NEURAL         | 4A004.z.1    | 4A004.z.1: 4A004 that meets 4A090.a
            MEDIUM     | unconventionalComputer     | OPTICAL        | 4A004.z.2    | 4A004.z.2: 4A004 that meets 4A090.b
            SLOW       | unconventionalComputer     | SYSTOLIC_ARRAY | 4A004.a      | 4A004.a
            SLOW       | unconventionalComputer     | NEURAL         | 4A004.b      | 4A004.b
            SLOW       | unconventionalComputer     | OPTICAL        | 4A004.c      | 4A004.c
            """)
    void a_fact_leads_to_its_paragraph(String contains, String fact, String value, String paragraph, String citation) {
        Component component = switch (contains) {
            case "FAST" -> FAST;
            case "MEDIUM" -> MEDIUM;
            default -> SLOW;
        };
        assertThat(paragraph(computer(Map.of(fact, said(value)), component), NOW))
                .as(citation)
                .isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource({"FAST,2.000001,4A003.z.2.a", "FAST,2,4A090.a", "SLOW,2.000001,4A003.g"})
    void links_between_computers_count_above_two_gigabytes_a_second(String contains, String rate, String paragraph) {
        Map<String, Characteristic> links =
                Map.of("aggregatesComputers", Characteristic.of(true), "linkGBs", said(rate));
        assertThat(paragraph(computer(links, contains.equals("FAST") ? FAST : SLOW), NOW))
                .as("15 CFR 774 Supp. 1, 4A003.g and .z.2")
                .isEqualTo(paragraph);
    }

    @Test
    void an_assembly_for_aggregation_is_paragraph_c() {
        Map<String, Characteristic> assembly =
                Map.of("electronicAssembly", Characteristic.of(true), "adjustedPeakPerformance", said("100"));
        assertThat(paragraph(computer(assembly, SLOW), NOW)).isEqualTo("4A003.c");
    }

    @Test
    void without_its_peak_performance_a_computer_is_not_classified_by_its_circuits() {
        Computer silent = new Computer(Provenance.DECLARED, null, List.of(FAST), true, null, null, null);
        Classification answer = classifier.classify(silent, NOW);
        assertThat(answer.status()).isEqualTo(Status.INSUFFICIENT_DATA);
        assertThat(answer.missing())
                .extracting(Classification.MissingFact::field)
                .contains("/characteristics/adjustedPeakPerformance");
    }

    @Test
    void a_person_who_excluded_the_other_entries_has_excluded_what_the_datasheet_does_not_speak_of() {
        Computer excluded = new Computer(Provenance.DECLARED, null, List.of(FAST), true, null, true, null);
        Classification answer = classifier.classify(excluded, NOW);
        assertThat(answer.status()).isEqualTo(Status.CLASSIFIED);
        assertThat(answer.eccn() + "." + answer.paragraph()).isEqualTo("4A090.a");
        assertThat(answer.walk().toString()).contains("a person has excluded the entries");
    }

    @Test
    void what_the_datasheet_says_goes_before_what_a_person_excluded() {
        Computer said = new Computer(
                Provenance.DECLARED,
                null,
                List.of(FAST),
                true,
                null,
                true,
                Map.of("adjustedPeakPerformance", said("71")));
        assertThat(paragraph(said, NOW)).isEqualTo("4A003.z.1.a");
    }

    @ParameterizedTest
    @CsvSource({
        "4A003.b,PRODUCTION,4D001.a",
        "4A005,DEVELOPMENT,4D001.a",
        "4A004.b,PRODUCTION,4D001.a",
        "4D004,DEVELOPMENT,4D001.a",
        "4A090.a,DEVELOPMENT,4D090"
    })
    void software_for_computers(String of, Purpose purpose, String paragraph) {
        assertThat(paragraph(software(Map.of(), new Relation(of, null, Set.of(purpose))), NOW))
                .as("15 CFR 774 Supp. 1, 4D001.a (except 4D090)")
                .isEqualTo(paragraph);
    }

    @Test
    void intrusion_software_is_controlled_unless_it_only_brings_authorized_updates() {
        Characteristic yes = Characteristic.of(true);
        Characteristic no = Characteristic.of(false);
        assertThat(paragraph(software(Map.of("intrusionSoftwareEquipment", yes, "authorizedUpdatesOnly", no)), NOW))
                .isEqualTo("4D004");
        assertThat(paragraph(software(Map.of("intrusionSoftwareEquipment", yes, "authorizedUpdatesOnly", yes)), NOW))
                .as("note to 4D004")
                .isEqualTo("EAR99");
    }

    @ParameterizedTest
    @CsvSource({
        "4A003.b,USE,4E001.a",
        "4A005,DEVELOPMENT,4E001.a",
        "4D001,PRODUCTION,4E001.a",
        "4A090.a,PRODUCTION,4E001.a",
        "4A090.a,USE,EAR99"
    })
    void technology_for_computers(String of, Purpose purpose, String paragraph) {
        Map<String, Characteristic> said = Map.of("vulnerabilityDisclosure", said("false"));
        assertThat(paragraph(technology(said, new Relation(of, null, Set.of(purpose))), NOW))
                .as("15 CFR 774 Supp. 1, 4E001.a (except use of 4A090)")
                .isEqualTo(paragraph);
    }

    @Test
    void technology_for_developing_intrusion_software_is_free_for_disclosing_vulnerabilities() {
        Characteristic yes = Characteristic.of(true);
        Characteristic no = Characteristic.of(false);
        assertThat(paragraph(technology(Map.of("developsIntrusionSoftware", yes, "vulnerabilityDisclosure", no)), NOW))
                .isEqualTo("4E001.c");
        assertThat(paragraph(technology(Map.of("developsIntrusionSoftware", yes, "vulnerabilityDisclosure", yes)), NOW))
                .as("Note 1 to 4E001")
                .isEqualTo("EAR99");
        Relation forDelivery = new Relation("4A005", null, Set.of(Purpose.DEVELOPMENT));
        assertThat(paragraph(technology(Map.of("vulnerabilityDisclosure", yes), forDelivery), NOW))
                .as("Note 1 to 4E001 speaks of .a as well")
                .isEqualTo("EAR99");
        assertThat(classifier
                        .classify(technology(Map.of("developsIntrusionSoftware", yes)), NOW)
                        .missing())
                .extracting(Classification.MissingFact::field)
                .containsExactly("/characteristics/vulnerabilityDisclosure");
    }

    private String paragraph(Datasheet datasheet, LocalDate on) {
        Classification answer = classifier.classify(datasheet, on);
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

    private static Technology technology(Map<String, Characteristic> said, Relation... relations) {
        return new Technology(Provenance.DECLARED, null, false, List.of(relations), true, said);
    }
}
