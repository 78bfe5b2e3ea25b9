package dev.portcullis.classification.determination;

import static dev.portcullis.classification.determination.Parts.allSaid;
import static dev.portcullis.classification.determination.Parts.circuit;
import static dev.portcullis.classification.determination.Parts.computer;
import static dev.portcullis.classification.determination.Parts.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is presumed or asked whatever the performance: 15 CFR 774 Supp. 1, Note 1 to 3A090; 0Y521; entries that an intended use calls up. */
class PresumptionTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);

    /** Nothing else of Category 5 Part 2. */
    private static final String PLAIN = " dormantUntilActivated=false encryptionExclusion=NONE ellipticCurveBits=0"
            + " postQuantumCryptography=false encryptionFunction=NONE informationSecurityFunction=NONE";

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # facts beside FRONT_END_FABRICATOR and an advanced logic node                           | day        | stands | citation
            designerAttestation=NONE packagedBy=OTHER                                                 | 2026-11-23 | true   | Note 1
            designerAttestation=NONE packagedBy=OTHER                                                 | 2025-01-15 | false  | 90 FR 5298, effective 2025-01-16
            designerAttestation=NONE packagedBy=OTHER                                                 | 2025-01-16 | true   | 90 FR 5298, effective 2025-01-16
            designerAttestation=APPROVED packagedBy=OTHER                                             | 2026-11-23 | false  | Note 1.a(1)
            designerAttestation=AUTHORIZED packagedBy=OTHER                                           | 2026-04-12 | false  | Note 1.a(2) in the edition of 2025-09-29: prior to April 13, 2026
            designerAttestation=AUTHORIZED packagedBy=OTHER approvalApplicationDays=180               | 2026-04-13 | true   | Note 1.a(3) in the edition of 2025-09-29: ceases 180 days after the submission
            designerAttestation=AUTHORIZED packagedBy=OTHER approvalApplicationDays=179               | 2026-04-14 | false  | Note 1.a(3) in the edition of 2025-09-29
            designerAttestation=AUTHORIZED packagedBy=OTHER approvalApplicationDays=180               | 2026-07-22 | true   | Note 1.a: the day of the change to December 31, 2026 is not held
            designerAttestation=AUTHORIZED packagedBy=OTHER approvalApplicationDays=180               | 2026-07-23 | false  | Note 1.a(2) in the edition of 2026-07-23: prior to December 31, 2026
            designerAttestation=AUTHORIZED packagedBy=OTHER                                           | 2026-12-30 | false  | Note 1.a(2): prior to December 31, 2026
            designerAttestation=AUTHORIZED packagedBy=OTHER                                           | 2026-12-31 | true   | Note 1.a(2) and (3): neither prior nor after
            designerAttestation=AUTHORIZED packagedBy=OTHER approvalApplicationDays=179               | 2027-01-01 | false  | Note 1.a(3)
            designerAttestation=AUTHORIZED packagedBy=OTHER approvalApplicationDays=180               | 2027-01-01 | true   | Note 1.a(3): ceases 180 days after the submission
            designerAttestation=AUTHORIZED packagedBy=OTHER approvalApplicationDays=181               | 2027-01-01 | true   | Note 1.a(3)
            designerAttestation=APPROVED packagedBy=OTHER                                             | 2029-01-01 | false  | Note 1.a(1)
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=29.999 containsHighBandwidthMemory=true   | 2026-11-23 | false | Note 1.b(a): below 30 billion
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=30 containsHighBandwidthMemory=true       | 2026-11-23 | true  | Note 1.b(a): below 30 billion
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=30.001 containsHighBandwidthMemory=true   | 2026-11-23 | true  | Note 1.b(a): below 30 billion
            designerAttestation=NONE packagedBy=APPROVED_OSAT transistorBillions=29.999 containsHighBandwidthMemory=true | 2026-11-23 | false | Note 1.c(a)
            designerAttestation=NONE packagedBy=OTHER transistorBillions=29.999 containsHighBandwidthMemory=false       | 2026-11-23 | true  | Note 1.b and c: by whom it is packaged
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=34.999 containsHighBandwidthMemory=false  | 2026-12-30 | true  | Note 1.b(b)(i): completed in 2027
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=34.999 containsHighBandwidthMemory=false  | 2027-01-01 | false | Note 1.b(b)(i): below 35 billion in 2027
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=35 containsHighBandwidthMemory=false      | 2027-12-31 | true  | Note 1.b(b)(i): below 35 billion in 2027
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=35.001 containsHighBandwidthMemory=false  | 2027-12-31 | true  | Note 1.b(b)(i): below 35 billion in 2027
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=34.999 containsHighBandwidthMemory=true   | 2027-01-01 | true  | Note 1.b(b): without high-bandwidth memory
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=34.999 containsHighBandwidthMemory=false  | 2028-06-01 | true  | Note 1.b(b): no limit of its own for 2028
            designerAttestation=NONE packagedBy=FABRICATOR transistorBillions=29.999 containsHighBandwidthMemory=false  | 2028-06-01 | false | Note 1.b(a)
            designerAttestation=NONE packagedBy=APPROVED_OSAT transistorBillions=39.999 containsHighBandwidthMemory=false | 2029-01-01 | false | Note 1.c(b)(ii): below 40 billion from 2029
            designerAttestation=NONE packagedBy=APPROVED_OSAT transistorBillions=40 containsHighBandwidthMemory=false   | 2029-01-01 | true  | Note 1.c(b)(ii)
            designerAttestation=NONE packagedBy=APPROVED_OSAT transistorBillions=40.001 containsHighBandwidthMemory=false | 2029-01-01 | true | Note 1.c(b)(ii)
            designerAttestation=NONE packagedBy=APPROVED_OSAT transistorBillions=39.999 containsHighBandwidthMemory=true | 2029-01-01 | true  | Note 1.c(b)
            """)
    void advanced_logic_is_presumed_3A090_a_for_its_fabricator(
            String facts, LocalDate day, boolean stands, String citation) {
        Datasheet circuit = logic("exporterRole=FRONT_END_FABRICATOR advancedLogicNode=true " + facts);
        Classification answer = classifier.classify(circuit, day);
        assertThat(answer.status())
                .as("15 CFR 774 Supp. 1, 3A090, " + citation)
                .isEqualTo(stands ? Status.REVIEW : Status.CLASSIFIED);
        if (stands) {
            assertThat(answer.review()).singleElement().asString().contains("every license requirement of 3A090.a");
        }
    }

    @ParameterizedTest
    @CsvSource({"OTHER,true", "FRONT_END_FABRICATOR,false"})
    void the_presumption_holds_for_nobody_else_and_for_no_older_node(String role, boolean node) {
        Classification answer = classifier.classify(
                logic("designerAttestation=NONE packagedBy=OTHER exporterRole=" + role + " advancedLogicNode=" + node),
                NOW);
        assertThat(String.valueOf(answer.eccn()))
                .as("15 CFR 774 Supp. 1, 3A090, Note 1")
                .isEqualTo("EAR99");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            26   | 8 |     | false | exporterRole=OSAT advancedLogicNode=true designerAttestation=NONE packagedBy=OTHER | REVIEW            |           | 3A991.p by its 26 TOPS, presumed 3A090.a
            296  | 8 | 814 | true  | exporterRole=OSAT advancedLogicNode=true designerAttestation=NONE packagedBy=OTHER | REVIEW            |           | TPP 2368, density 2.91: no paragraph of 3A090, presumed 3A090.a
            2000 | 8 | 800 | true  | exporterRole=OSAT advancedLogicNode=true designerAttestation=NONE packagedBy=OTHER | CLASSIFIED        | 3A090.a.1 | 3A090.a.1 by its own performance: nothing to presume
            300  | 8 | 800 | true  | exporterRole=OSAT advancedLogicNode=true designerAttestation=NONE packagedBy=OTHER | REVIEW            |           | 3A090.b.1 by its performance, presumed 3A090.a
            26   | 8 |     | false | exporterRole=OSAT advancedLogicNode=true designerAttestation=APPROVED              | CLASSIFIED        | 3A991.p   | Note 1.a(1)
            26   | 8 |     | false | exporterRole=FRONT_END_FABRICATOR                                                  | INSUFFICIENT_DATA |           | Note 1: at which node
            26   | 8 |     | false | exporterRole=OTHER                                                                 | CLASSIFIED        | 3A991.p   | Note 1 holds for nobody else
            26   | 8 |     | false | intendedUse=GENERAL                                                                | CLASSIFIED        | 3A991.p   | nothing said of who exports
            """)
    void performance_does_not_answer_for_the_fabricator_or_packager(
            String tops,
            int bits,
            String area,
            boolean dataCenter,
            String facts,
            Status status,
            String paragraph,
            String citation) {
        IntegratedCircuit circuit = Parts.with(circuit(tops, bits, area, "8", dataCenter), null, null, allSaid(facts));
        Classification answer = classifier.classify(circuit, NOW);
        assertThat(answer.status()).as("15 CFR 774 Supp. 1, 3A090, " + citation).isEqualTo(status);
        if (paragraph != null) {
            assertThat(answer.eccn() + "." + answer.paragraph()).as(citation).isEqualTo(paragraph);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} on {3} is {4}")
    @CsvSource(delimiter = '|', textBlock = """
            2000 | MICROWAVE    |                                  | 2026-11-23 | 3A001.z.1.a | 3A001.z.1.a
            300  | MICROWAVE    |                                  | 2026-11-23 | 3A001.z.1.b | 3A001.z.1.b
            2000 | MISSILE      |                                  | 2026-11-23 | 3A001.z.2.a | 3A001.z.2.a
            300  | MISSILE      |                                  | 2026-11-23 | 3A001.z.2.b | 3A001.z.2.b
            2000 | PULSED_POWER |                                  | 2026-11-23 | 3A001.z.3.a | 3A001.z.3.a
            300  | PULSED_POWER |                                  | 2026-11-23 | 3A001.z.3.b | 3A001.z.3.b
            2000 | OTHER        |                                  | 2026-11-23 | 3A001.z.4.a | 3A001.z.4.a: all other commodities of 3A001
            300  | OTHER        |                                  | 2026-11-23 | 3A001.z.4.b | 3A001.z.4.b
            2000 | NONE         |                                  | 2026-11-23 | 3A090.a.1   | 3A090.a.1: 3A001 does not describe it
            26   | OTHER        |                                  | 2026-11-23 | REVIEW      | 3A001 before 3A991.p: not elsewhere specified
            2000 | OTHER        |                                  | 2025-01-12 | 3A001.z.4   | 3A001.z.4 in the edition of 2024-06-12, not parted
            300  | OTHER        |                                  | 2023-11-17 | 3A001.z.4   | 3A001.z.4; 88 FR 73458
            2000 | OTHER        |                                  | 2023-11-16 | REVIEW      | no .z paragraph before 88 FR 73458
            2000 | OTHER        | massMarketBasis=CLASSIFICATION_REQUEST | 2026-11-23 | 3A001.z.4.a | 5A992.c releases from 5A002 alone
            2000 | OTHER        | cryptographyRole=COMPUTING       | 2026-11-23 | REVIEW      | 3A001.z.4.a and 5A002.z.1.a
            """)
    void a_circuit_that_3A001_describes_as_well_carries_its_number(
            String tops, String what, String cryptography, LocalDate day, String paragraph, String citation) {
        Cryptography said = cryptography == null
                ? null
                : new Cryptography(true, 256, 3072, false, cryptography.startsWith("massMarket"), true);
        IntegratedCircuit circuit = Parts.with(
                circuit(tops, 8, "800", "900", true),
                said,
                null,
                allSaid("electronicsParagraph=" + what + (cryptography == null ? "" : " " + cryptography + PLAIN)));
        Classification answer = classifier.classify(circuit, day);
        assertThat(
                        answer.status() == Status.CLASSIFIED
                                ? answer.eccn() + "." + answer.paragraph()
                                : answer.status().name())
                .as("15 CFR 774 Supp. 1, " + citation)
                .isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource({"0A521,true", "0B521,true", "0C521,true", "NONE,false"})
    void a_holding_entry_is_for_a_person(String entry, boolean review) {
        Classification answer = classifier.classify(logic("holdingEntry=" + entry), NOW);
        assertThat(answer.status())
                .as("15 CFR 742.6(a)(8), Supplement No. 5 to Part 774")
                .isEqualTo(review ? Status.REVIEW : Status.CLASSIFIED);
    }

    @Test
    void software_technology_and_models_have_holding_entries_of_their_own() {
        for (Datasheet datasheet : List.of(
                software(allSaid("holdingEntry=0D521")),
                technology(allSaid("holdingEntry=0E521")),
                model(allSaid("holdingEntry=0E521")))) {
            assertThat(classifier.classify(datasheet, NOW).status())
                    .as("15 CFR 742.6(a)(8)")
                    .isEqualTo(Status.REVIEW);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CYBERSECURITY,describedBySecurityEntries",
        "SURVEILLANCE,describedBySurveillanceEntries",
        "MILITARY,describedByMilitaryEntries"
    })
    void an_intended_use_is_asked_about_whatever_a_person_excluded(String use, String fact) {
        for (String described : new String[] {"", " " + fact + "=true", " " + fact + "=false"}) {
            Map<String, Characteristic> said = allSaid("intendedUse=" + use + described);
            Status expected = described.isEmpty()
                    ? Status.INSUFFICIENT_DATA
                    : described.endsWith("true") ? Status.REVIEW : Status.CLASSIFIED;
            for (Datasheet datasheet : List.of(
                    saying(circuit("1", 8, "10", "1", false), said),
                    computer(said, of("processor", 1, circuit("1", 8, "10", "1", false))),
                    software(said),
                    technology(said),
                    model(said))) {
                Classification answer = classifier.classify(excluded(datasheet), NOW);
                assertThat(answer.status())
                        .as(use + described + " " + datasheet.kind())
                        .isEqualTo(expected);
                assertThat(answer.missing().stream()
                                .map(Classification.MissingFact::fact)
                                .toList())
                        .isEqualTo(described.isEmpty() ? List.of(fact) : List.of());
            }
        }
    }

    @Test
    void performance_does_not_answer_for_a_computer_intended_for_surveillance() {
        Datasheet fast = computer(
                allSaid("intendedUse=SURVEILLANCE"), of("accelerator", 8, circuit("2000", 8, "800", "900", true)));
        assertThat(classifier.classify(fast, NOW).status())
                .as("15 CFR 774 Supp. 1, 5A001.f and .j before 4A090")
                .isEqualTo(Status.INSUFFICIENT_DATA);
    }

    private static Datasheet excluded(Datasheet datasheet) {
        return datasheet instanceof Computer c
                ? new Computer(
                        c.provenance(),
                        c.source(),
                        c.components(),
                        c.dataCenter(),
                        c.cryptography(),
                        true,
                        c.characteristics())
                : datasheet;
    }

    /** Logic that performs too little for any paragraph; a person has excluded the other entries. */
    private static Datasheet logic(String facts) {
        return saying(circuit("1", 8, "10", "1", false), allSaid(facts));
    }

    private static Datasheet saying(IntegratedCircuit circuit, Map<String, Characteristic> said) {
        return Parts.with(circuit, null, true, said);
    }

    private static Software software(Map<String, Characteristic> said) {
        return new Software(
                Provenance.DECLARED,
                null,
                Software.CodeForm.OBJECT_CODE,
                false,
                List.of(),
                ClassifierTest.NO_CRYPTOGRAPHY,
                true,
                said);
    }

    private static Technology technology(Map<String, Characteristic> said) {
        return new Technology(Provenance.DECLARED, null, false, List.of(), true, said);
    }

    private static Model model(Map<String, Characteristic> said) {
        return new Model(
                Provenance.DECLARED,
                null,
                new BigDecimal("1e24"),
                null,
                null,
                false,
                new Model.Derivative(false, null),
                new Model.SyntheticData(BigDecimal.ZERO, null, null, null, null),
                false,
                true,
                said);
    }
}
