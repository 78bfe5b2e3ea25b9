package dev.portcullis.classification.determination;

import static dev.portcullis.classification.determination.Parts.allSaid;
import static dev.portcullis.classification.determination.Parts.circuit;
import static dev.portcullis.classification.determination.Parts.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Limits and numbers on the days around their changes, by the paragraphs as the eCFR prints them in its editions of 2023-01-17 to
 * 2025-09-29: 4A003.b and .c (29 WT, from 2023-08-18 on 70 WT), 4D001.b and 4E001.b (15 WT, from 2023-10-18 on 24 WT), and the .z
 * paragraphs, which came on 2023-11-17 (88 FR 73458), were divided in 4A003 on 2024-04-04 (89 FR 23876) and parted into 3A090.a and .b
 * on 2025-01-13 (90 FR 4544).
 */
class EarlierEditionsTest {
    private static final Cryptography AES = new Cryptography(true, 256, 3072, false, false, true);
    private static final Cryptography MASS_MARKET = new Cryptography(true, 256, 3072, false, true, true);

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            adjustedPeakPerformance=29                                  | 2022-10-07 | 4A994.b | 4A003.b: exceeding 29 WT
            adjustedPeakPerformance=29.000001                           | 2022-10-07 | 4A003.b | 4A003.b: exceeding 29 WT
            adjustedPeakPerformance=29.000001 electronicAssembly=true   | 2023-08-17 | 4A003.c | 4A003.c: the limit of 4A003.b
            adjustedPeakPerformance=70                                  | 2023-08-17 | 4A003.b | 4A003.b in the edition of 2023-02-24
            adjustedPeakPerformance=70                                  | 2023-08-18 | 4A994.b | 4A003.b in the edition of 2023-08-18: exceeding 70 WT
            adjustedPeakPerformance=70.000001                           | 2023-08-18 | 4A003.b | 4A003.b in the edition of 2023-08-18
            adjustedPeakPerformance=70.000001 electronicAssembly=true   | 2023-08-18 | 4A003.c | 4A003.c: the limit of 4A003.b
            adjustedPeakPerformance=70 electronicAssembly=true          | 2023-08-18 | 4A994.b | 4A003.c: the limit of 4A003.b
            """)
    void peak_performance_of_computers(String facts, LocalDate day, String paragraph, String citation) {
        assertThat(paragraph(Parts.computer(allSaid(facts)), day)).as(citation).isEqualTo(paragraph);
    }

    @ParameterizedTest(name = "{0} on {1} is {2} and {3}")
    @CsvSource(delimiter = '|', textBlock = """
            15        | 2022-10-07 | 4D994     | 4E992     | 4D001.b.1, 4E001.b.1: exceeding 15 WT
            15.000001 | 2022-10-07 | 4D001.b.1 | 4E001.b.1 | 4D001.b.1, 4E001.b.1: exceeding 15 WT
            24        | 2023-10-17 | 4D001.b.1 | 4E001.b.1 | 4D001.b.1, 4E001.b.1 in the edition of 2023-08-18
            24        | 2023-10-18 | 4D994     | 4E992     | 4D001.b.1, 4E001.b.1 in the edition of 2023-10-18: exceeding 24 WT
            24.000001 | 2023-10-18 | 4D001.b.1 | 4E001.b.1 | 4D001.b.1, 4E001.b.1 in the edition of 2023-10-18
            """)
    void peak_performance_of_what_software_and_technology_are_for(
            String peak, LocalDate day, String software, String technology, String citation) {
        for (boolean assembly : new boolean[] {false, true}) {
            Map<String, Characteristic> said =
                    allSaid("targetPeakPerformance=" + peak + " targetIsAssembly=" + assembly);
            String letter = assembly ? ".b.2" : ".b.1";
            assertThat(paragraph(software("4A994.b", null, said), day))
                    .as(citation)
                    .isEqualTo(software.replace(".b.1", letter));
            assertThat(paragraph(technology("4A994.b", said), day))
                    .as(citation)
                    .isEqualTo(technology.replace(".b.1", letter));
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} on {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # circuits | cryptography | facts                                                    | day        | computer    | circuit     | citation
            FAST       | AES          | cryptographyRole=COMPUTING                               | 2023-11-17 | 5A002.z.1   | 5A002.z.1   | 5A002.z.1 in the edition of 2023-11-17: 3A090 or 4A090
            FAST       | AES          | cryptographyRole=COMPUTING                               | 2025-01-12 | 5A002.z.1   | 5A002.z.1   | 5A002.z.1 in the edition of 2024-12-27
            FAST       | AES          | cryptographyRole=COMPUTING                               | 2025-01-13 | 5A002.z.1.a | 5A002.z.1.a | 5A002.z.1.a; 90 FR 4544
            MEDIUM     | AES          | cryptographyRole=COMPUTING                               | 2023-11-17 | REVIEW      | 5A002.z.1   | 4A090.b is [Reserved] in the edition of 2023-11-17
            MEDIUM     | AES          | cryptographyRole=COMPUTING                               | 2024-04-04 | 5A002.z.1   | 5A002.z.1   | 4A090.b; 89 FR 23876
            MEDIUM     | AES          | cryptographyRole=COMPUTING                               | 2025-01-13 | 5A002.z.1.b | 5A002.z.1.b | 5A002.z.1.b; 90 FR 4544
            FAST       | AES          | encryptionFunction=QUANTUM cryptographyRole=OTHER_PRIMARY | 2024-12-27 | 5A002.z.3   | 5A002.z.3   | 5A002.z.3 in the edition of 2024-12-27
            FAST       | NONE         | informationSecurityFunction=CRYPTANALYSIS                | 2024-12-27 | 5A004.z.1   | 5A004.z.1   | 5A004.z.1 in the edition of 2024-12-27
            FAST       | NONE         | informationSecurityFunction=DATA_EXTRACTION dataExtractionOutsideControl=false | 2024-12-27 | 5A004.z.2 | 5A004.z.2 | 5A004.z.2 in the edition of 2024-12-27
            FAST       | MASS_MARKET  | massMarketBasis=CLASSIFICATION_REQUEST                   | 2023-11-16 | 4A090.a     | 3A090.a     | no .z paragraph before 88 FR 73458
            FAST       | MASS_MARKET  | massMarketBasis=CLASSIFICATION_REQUEST                   | 2023-11-17 | 5A992.z     | 5A992.z     | 5A992.z in the edition of 2023-11-17, undivided
            MEDIUM     | MASS_MARKET  | massMarketBasis=CLASSIFICATION_REQUEST                   | 2024-04-03 | REVIEW      | 5A992.z     | 4A090.b is [Reserved] in the edition of 2024-03-13
            MEDIUM     | MASS_MARKET  | massMarketBasis=CLASSIFICATION_REQUEST                   | 2024-04-04 | 5A992.z     | 5A992.z     | 4A090.b; 89 FR 23876
            FAST       | MASS_MARKET  | massMarketBasis=CLASSIFICATION_REQUEST                   | 2025-01-13 | 5A992.z.1   | 5A992.z.1   | 5A992.z.1; 90 FR 4544
            FAST       | NONE         | adjustedPeakPerformance=71                               | 2023-11-17 | 4A003.z     |             | 4A003.z in the edition of 2023-11-17, undivided
            FAST       | NONE         | aggregatesComputers=true linkGBs=2.1                     | 2024-04-03 | 4A003.z     |             | 4A003.z in the edition of 2024-03-13, undivided
            FAST       | NONE         | adjustedPeakPerformance=71                               | 2024-04-04 | 4A003.z.1   |             | 4A003.z.1 in the edition of 2024-04-04
            FAST       | NONE         | aggregatesComputers=true linkGBs=2.1                     | 2024-04-04 | 4A003.z.2   |             | 4A003.z.2 in the edition of 2024-04-04
            MEDIUM     | NONE         | adjustedPeakPerformance=71                               | 2024-04-03 | 4A003.b     |             | 4A003.z with 4A090, whose .b is [Reserved]
            MEDIUM     | NONE         | adjustedPeakPerformance=71                               | 2024-04-04 | 4A003.z.1   |             | 4A003.z.1 with 4A090.b; 89 FR 23876
            MEDIUM     | NONE         | adjustedPeakPerformance=71                               | 2025-01-13 | 4A003.z.1.b |             | 4A003.z.1.b; 90 FR 4544
            FAST       | NONE         | unconventionalComputer=NEURAL                            | 2025-01-12 | 4A004.z     |             | 4A004.z in the edition of 2024-12-02, undivided
            MEDIUM     | NONE         | unconventionalComputer=NEURAL                            | 2024-04-03 | 4A004.b     |             | 4A004.z with 4A090, whose .b is [Reserved]
            FAST       | NONE         | unconventionalComputer=NEURAL                            | 2025-01-13 | 4A004.z.1   |             | 4A004.z.1; 90 FR 4544
            FAST       | NONE         | intrusionSoftwareEquipment=true                          | 2023-11-17 | 4A005.z     |             | 4A005.z in the edition of 2023-11-17, undivided
            MEDIUM     | NONE         | intrusionSoftwareEquipment=true                          | 2024-04-04 | 4A005.z     |             | 4A005.z with 4A090.b; 89 FR 23876
            MEDIUM     | NONE         | intrusionSoftwareEquipment=true                          | 2025-01-13 | 4A005.z.2   |             | 4A005.z.2; 90 FR 4544
            """)
    void numbers_of_commodities(
            String circuits,
            String cryptography,
            String facts,
            LocalDate day,
            String ofComputer,
            String ofCircuit,
            String citation) {
        IntegratedCircuit circuit =
                circuits.equals("FAST") ? circuit("2000", 8, "800", "900", true) : circuit("300", 8, "800", "64", true);
        Cryptography said = switch (cryptography) {
            case "AES" -> AES;
            case "MASS_MARKET" -> MASS_MARKET;
            default -> ClassifierTest.NO_CRYPTOGRAPHY;
        };
        Computer computer = new Computer(
                Provenance.DECLARED, null, List.of(of("circuit", 1, circuit)), true, said, true, allSaid(facts));
        assertThat(paragraph(computer, day)).as(citation).isEqualTo(ofComputer);
        if (ofCircuit != null) {
            assertThat(paragraph(Parts.with(circuit, said, true, allSaid(facts)), day))
                    .as(citation)
                    .isEqualTo(ofCircuit);
        }
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # for     | mass market | day        | paragraph   | citation
            3A090.a   | false       | 2023-11-16 | 5D002.c.1   | no .z paragraph before 88 FR 73458
            3A090.a   | false       | 2023-11-17 | 5D002.z.6   | 5D002.z.6: 5D002.c.1 with 3D001 for 3A090
            3A090.b   | false       | 2025-01-12 | 5D002.z.6   | 5D002.z.6 in the edition of 2024-12-27
            3A090.b   | false       | 2025-01-13 | 5D002.z.6.b | 5D002.z.6.b; 90 FR 4544
            4A003.z.1 | false       | 2024-06-12 | 5D002.z.6   | 5D002, Related Controls (2): 4D001 for 4A003.z
            5A002.z.1 | false       | 2024-06-12 | 5D002.z.1   | 5D002.z.1: 5D002.a.1 with the performance
            4A090.a   | false       | 2024-06-12 | REVIEW      | 5D002.z: "4D001 for 4A090", which 4D001 does not name
            3A090.a   | true        | 2023-11-17 | 5D992.z     | 5D992.z in the edition of 2023-11-17, undivided
            3A090.b   | true        | 2025-01-12 | 5D992.z     | 5D992.z in the edition of 2024-12-27
            3A090.b   | true        | 2025-01-13 | 5D992.z.2   | 5D992.z.2; 90 FR 4544
            4A090.a   | true        | 2024-06-12 | REVIEW      | 5D992.z: "4D001 for 4A090"
            """)
    void numbers_of_software(String of, boolean massMarket, LocalDate day, String paragraph, String citation) {
        assertThat(paragraph(software(of, massMarket ? MASS_MARKET : AES, Map.of()), day))
                .as(citation)
                .isEqualTo(paragraph);
    }

    @ParameterizedTest(name = "for {0} on {1}: {2} and {3}")
    @CsvSource(delimiter = '|', textBlock = """
            3A001.b.2 | 2022-10-07 | 3D001   | 3E001   | 3D001, 3E001 in the edition of 2022-10-07
            4A003.b   | 2022-10-07 | 4D001.a | 4E001.a | 4D001.a, 4E001.a in the edition of 2022-10-07
            3B001.c   | 2024-10-23 | 3D001   | 3E001   | 3D001 in the edition of 2024-10-23, NS row of 3B001.a.4, c, d, f.1.b, j to p
            3B002.c   | 2024-12-01 | 3D001   | 3E001   | 3D001 in the edition of 2024-10-23, NS row of 3B002.b and c
            3B001     | 2024-12-01 | 3D001   | 3E001   | 3D001 in the edition of 2024-10-23: all of 3B001
            3B001.c   | 2024-12-02 | 3D992.a | 3E992.a | 3D001 excepts 3B001.c; 89 FR 96790
            3B001     | 2024-12-02 | REVIEW  | REVIEW  | 3D001, 3E001 reach some paragraphs of 3B001; 89 FR 96790
            """)
    void software_and_technology_of_manufacturing_equipment(
            String of, LocalDate day, String software, String technology, String citation) {
        Map<String, Characteristic> said = allSaid("technologyNodeMicrometers=0.007");
        assertThat(paragraph(software(of, null, said), day)).as(citation).isEqualTo(software);
        assertThat(paragraph(technology(of, said), day)).as(citation).isEqualTo(technology);
    }

    private String paragraph(Datasheet datasheet, LocalDate day) {
        Classification answer = classifier.classify(datasheet, day);
        if (answer.status() != Status.CLASSIFIED) {
            return answer.status().name();
        }
        return answer.paragraph() == null ? String.valueOf(answer.eccn()) : answer.eccn() + "." + answer.paragraph();
    }

    private static Software software(String of, Cryptography cryptography, Map<String, Characteristic> said) {
        return new Software(
                Provenance.DECLARED,
                null,
                Software.CodeForm.OBJECT_CODE,
                false,
                List.of(new Relation(of, null, Set.of(Purpose.DEVELOPMENT))),
                cryptography == null ? ClassifierTest.NO_CRYPTOGRAPHY : cryptography,
                true,
                said);
    }

    private static Technology technology(String of, Map<String, Characteristic> said) {
        return new Technology(
                Provenance.DECLARED,
                null,
                false,
                List.of(new Relation(of, null, Set.of(Purpose.PRODUCTION))),
                true,
                said);
    }
}
