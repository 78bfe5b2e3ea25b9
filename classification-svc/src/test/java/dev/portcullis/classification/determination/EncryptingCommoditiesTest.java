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
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commodities of Category 5 Part 2: 15 CFR 774 Supp. 1, 5A002 to 5A004 and 5A992 with their .z paragraphs. */
class EncryptingCommoditiesTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);
    private static final Cryptography AES = new Cryptography(true, 256, 3072, false, false, true);
    private static final Cryptography SHORT = new Cryptography(true, 56, 512, false, false, true);
    private static final Cryptography PROPRIETARY = new Cryptography(true, 256, 3072, false, false, false);
    private static final Cryptography SIGNATURES = new Cryptography(false, 256, 3072, false, false, true);
    private static final Cryptography ANCILLARY = new Cryptography(true, 256, 3072, true, false, true);
    private static final Cryptography MASS_MARKET_PROPRIETARY = new Cryptography(true, 256, 3072, false, true, false);
    private static final Cryptography MASS_MARKET = new Cryptography(true, 256, 3072, false, true, true);

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # performance | cryptography | facts                                    | circuit     | computer    | citation
            SLOW          | AES          | cryptographyRole=INFORMATION_SECURITY    | 5A002.a.1   | 5A002.a.1   | 5A002.a.1
            SLOW          | AES          | cryptographyRole=COMMUNICATION           | 5A002.a.2   | 5A002.a.2   | 5A002.a.2
            SLOW          | AES          | cryptographyRole=COMPUTING               | 5A002.a.3   | 5A002.a.3   | 5A002.a.3
            SLOW          | AES          | cryptographyRole=NON_PRIMARY incorporatedEncryptionControlled=true  | 5A002.a.4 | 5A002.a.4 | 5A002.a.4.a and b
            SLOW          | AES          | cryptographyRole=NON_PRIMARY incorporatedEncryptionControlled=false | 3A991.p   | 4A994.l   | 5A002.a.4.b: incorporated item specified by itself
            SLOW          | AES          | cryptographyRole=OTHER_PRIMARY           | 3A991.p     | 4A994.l     | 5A002.a.1 to a.4: none describes it
            SLOW          | SIGNATURES   | cryptographyRole=COMPUTING               | 3A991.p     | 4A994.l     | 5A002.a, Technical Note 1.a to 1.e
            SLOW          | SHORT        | cryptographyRole=COMPUTING               | 3A991.p     | 4A994.l     | 5A002.a, Technical Note 2: in excess of each limit
            SLOW          | ANCILLARY    | cryptographyRole=OTHER_PRIMARY           | 3A991.p     | 4A994.l     | 5A002.a.1 to a.4, formerly Note 4
            SLOW          | AES          | cryptographyRole=COMPUTING dormantUntilActivated=true | 3A991.p | 4A994.l | 5A002.a: other than secure cryptographic activation
            SLOW          | MASS_MARKET  | massMarketBasis=CLASSIFICATION_REQUEST   | 5A992.c     | 5A992.c     | 5A992.c; Note 3
            FAST          | AES          | cryptographyRole=COMPUTING               | 5A002.z.1.a | 5A002.z.1.a | 5A002.z.1.a: .a with 3A090.a or 4A090.a
            MEDIUM        | AES          | cryptographyRole=COMPUTING               | 5A002.z.1.b | 5A002.z.1.b | 5A002.z.1.b: .a with 3A090.b or 4A090.b
            FAST          | SIGNATURES   | encryptionFunction=ACTIVATION_TOKEN      | 5A002.z.2.a | 5A002.z.2.a | 5A002.z.2.a
            MEDIUM        | SIGNATURES   | encryptionFunction=ACTIVATION_TOKEN      | 5A002.z.2.b | 5A002.z.2.b | 5A002.z.2.b
            SLOW          | SIGNATURES   | encryptionFunction=ACTIVATION_TOKEN      | 5A002.b     | 5A002.b     | 5A002.b
            FAST          | SIGNATURES   | encryptionFunction=QUANTUM               | 5A002.z.3.a | 5A002.z.3.a | 5A002.z.3.a
            MEDIUM        | SIGNATURES   | encryptionFunction=QUANTUM               | 5A002.z.3.b | 5A002.z.3.b | 5A002.z.3.b
            SLOW          | SIGNATURES   | encryptionFunction=QUANTUM               | 5A002.c     | 5A002.c     | 5A002.c
            FAST          | SIGNATURES   | encryptionFunction=ULTRA_WIDEBAND ultraWidebandMHz=501 fractionalBandwidth=0 | 5A002.z.4.a | 5A002.z.4.a | 5A002.z.4.a
            MEDIUM        | SIGNATURES   | encryptionFunction=ULTRA_WIDEBAND ultraWidebandMHz=501 fractionalBandwidth=0 | 5A002.z.4.b | 5A002.z.4.b | 5A002.z.4.b
            FAST          | SIGNATURES   | encryptionFunction=SPREAD_SPECTRUM       | 5A002.z.5.a | 5A002.z.5.a | 5A002.z.5.a
            MEDIUM        | SIGNATURES   | encryptionFunction=SPREAD_SPECTRUM       | 5A002.z.5.b | 5A002.z.5.b | 5A002.z.5.b
            SLOW          | SIGNATURES   | encryptionFunction=SPREAD_SPECTRUM       | 5A002.e     | 5A002.e     | 5A002.e
            FAST          | SIGNATURES   | informationSecurityFunction=CRYPTANALYSIS | 5A004.z.1.a | 5A004.z.1.a | 5A004.z.1.a
            MEDIUM        | SIGNATURES   | informationSecurityFunction=CRYPTANALYSIS | 5A004.z.1.b | 5A004.z.1.b | 5A004.z.1.b
            SLOW          | SIGNATURES   | informationSecurityFunction=CRYPTANALYSIS | 5A004.a     | 5A004.a     | 5A004.a
            FAST          | SIGNATURES   | informationSecurityFunction=DATA_EXTRACTION dataExtractionOutsideControl=false | 5A004.z.2.a | 5A004.z.2.a | 5A004.z.2.a
            MEDIUM        | SIGNATURES   | informationSecurityFunction=DATA_EXTRACTION dataExtractionOutsideControl=false | 5A004.z.2.b | 5A004.z.2.b | 5A004.z.2.b
            SLOW          | SIGNATURES   | informationSecurityFunction=DATA_EXTRACTION dataExtractionOutsideControl=false | 5A004.b     | 5A004.b     | 5A004.b.1 and b.2
            SLOW          | SIGNATURES   | informationSecurityFunction=DATA_EXTRACTION dataExtractionOutsideControl=true  | 3A991.p     | 4A994.l     | 5A004.b, Notes 1 and 2
            SLOW          | SIGNATURES   | informationSecurityFunction=CABLE_INTRUSION | 5A003.a   | 5A003.a     | 5A003.a
            SLOW          | SIGNATURES   | informationSecurityFunction=EMANATIONS   | 5A003.b     | 5A003.b     | 5A003.b
            SLOW          | SIGNATURES   | informationSecurityFunction=PRODUCTION   | 5B002.a     | 5B002.a     | 5B002.a
            SLOW          | SIGNATURES   | informationSecurityFunction=EVALUATION   | 5B002.b     | 5B002.b     | 5B002.b
            FAST          | MASS_MARKET  | massMarketBasis=CLASSIFICATION_REQUEST   | 5A992.z.1   | 5A992.z.1   | 5A992.z.1: .c with 3A090.a or 4A090.a
            MEDIUM        | MASS_MARKET  | massMarketBasis=CLASSIFICATION_REQUEST   | 5A992.z.2   | 5A992.z.2   | 5A992.z.2: .c with 3A090.b or 4A090.b
            FAST          | SIGNATURES   | cryptographyRole=COMPUTING               | 3A090.a.1   | 4A090.a     | 5A002.a does not describe it, 3A090.a does
            """)
    void a_commodity_falls_under_the_paragraph_of_its_cryptography_and_its_performance(
            String performance,
            String cryptography,
            String facts,
            String ofCircuit,
            String ofComputer,
            String citation) {
        assertThat(paragraph(encrypting(performance, cryptography, allSaid(facts))))
                .as(citation)
                .isEqualTo(ofCircuit);
        assertThat(paragraph(holding(performance, cryptography, allSaid(facts))))
                .as(citation)
                .isEqualTo(ofComputer);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # facts                                                       | cryptography | out   | citation
            encryptionExclusion=SMART_CARD                                | AES          | true  | Note 2.a
            encryptionExclusion=BANKING                                   | PROPRIETARY  | true  | Note 2.b asks for no standard
            encryptionExclusion=MOBILE_TELEPHONE                          | AES          | true  | Note 2.c
            encryptionExclusion=CORDLESS_TELEPHONE cordlessRangeMeters=399.999 | AES     | true  | Note 2.d: less than 400 meters
            encryptionExclusion=CORDLESS_TELEPHONE cordlessRangeMeters=400     | AES     | false | Note 2.d: less than 400 meters
            encryptionExclusion=CORDLESS_TELEPHONE cordlessRangeMeters=400.001 | AES     | false | Note 2.d: less than 400 meters
            encryptionExclusion=CUSTOMIZED_WIRELESS                       | AES          | true  | Note 2.e
            encryptionExclusion=CUSTOMIZED_WIRELESS                       | PROPRIETARY  | false | Note 2.e: published or commercial standards only
            encryptionExclusion=PERSONAL_AREA_NETWORK                     | AES          | true  | Note 2.f
            encryptionExclusion=PERSONAL_AREA_NETWORK                     | PROPRIETARY  | false | Note 2.f: published or commercial standards only
            encryptionExclusion=SMALL_CELL radioOutputWatts=0.1 concurrentUsers=16   | AES | true  | Note 2.g: 0.1 W or less, 16 or fewer
            encryptionExclusion=SMALL_CELL radioOutputWatts=0.101 concurrentUsers=16 | AES | false | Note 2.g: 0.1 W or less
            encryptionExclusion=SMALL_CELL radioOutputWatts=0.099 concurrentUsers=17 | AES | false | Note 2.g: 16 or fewer
            encryptionExclusion=SMALL_CELL radioOutputWatts=0.099 concurrentUsers=15 | AES | true  | Note 2.g
            encryptionExclusion=NETWORK_MAINTENANCE                       | AES          | true  | Note 2.h
            encryptionExclusion=NETWORK_MAINTENANCE                       | PROPRIETARY  | false | Note 2.h: published or commercial standards only
            encryptionExclusion=GENERAL_COMPUTING                         | AES          | true  | Note 2.i
            encryptionExclusion=GENERAL_COMPUTING                         | PROPRIETARY  | false | Note 2.i.1
            encryptionExclusion=CONNECTED_CIVIL                           | AES          | true  | Note 2.j
            encryptionExclusion=CONNECTED_CIVIL                           | PROPRIETARY  | false | Note 2.j.2
            encryptionExclusion=NONE                                      | AES          | false | Note 2
            """)
    void note_2_takes_commodities_out_and_their_performance_then_decides(
            String facts, String cryptography, boolean out, String citation) {
        String said = facts + " cryptographyRole=COMPUTING";
        assertThat(paragraph(encrypting("FAST", cryptography, allSaid(said))))
                .as("5A002.a, " + citation)
                .isEqualTo(out ? "3A090.a.1" : "5A002.z.1.a");
        assertThat(paragraph(holding("FAST", cryptography, allSaid(said))))
                .as("5A002.a, " + citation)
                .isEqualTo(out ? "4A090.a" : "5A002.z.1.a");
    }

    @ParameterizedTest
    @CsvSource({
        "499.999,19.999,3A991.p",
        "500,19.999,3A991.p",
        "500.001,19.999,5A002.d",
        "0,20,5A002.d",
        "0,20.001,5A002.d"
    })
    void ultra_wideband_above_500_megahertz_or_from_20_percent(String mhz, String percent, String paragraph) {
        String said = "encryptionFunction=ULTRA_WIDEBAND ultraWidebandMHz=" + mhz + " fractionalBandwidth=" + percent;
        assertThat(paragraph(encrypting("SLOW", "SIGNATURES", allSaid(said))))
                .as("15 CFR 774 Supp. 1, 5A002.d.1 (exceeding 500 MHz) and d.2 (20% or more)")
                .isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource({"4799.999,5A002.z.1.b", "4800,5A002.z.1.a", "4800.001,5A002.z.1.a"})
    void the_letter_turns_at_4800_exactly(String tpp, String paragraph) {
        // A density of 2.4 to 2.4000005 over 2000 mm2: 3A090.b.1 below 4800, 3A090.a.1 from there.
        IntegratedCircuit circuit = circuit(tpp, 1, "2000", "64", true);
        assertThat(paragraph(encrypting(circuit, "AES", allSaid("cryptographyRole=COMPUTING"))))
                .as("15 CFR 774 Supp. 1, 5A002.z.1; 3A090.a.1 and .b.1")
                .isEqualTo(paragraph);
    }

    @Test
    void circuits_that_note_2_to_3A090_takes_out_make_no_z_paragraph() {
        IntegratedCircuit gaming = circuit("588.2", 8, "608.5", "64", false);
        Map<String, Characteristic> role = allSaid("cryptographyRole=COMPUTING");
        assertThat(paragraph(encrypting(gaming, "AES", role)))
                .as("15 CFR 774 Supp. 1, 3A090, Note 4")
                .isEqualTo("5A002.a.3");
        assertThat(paragraph(holding(gaming, "AES", role)))
                .as("15 CFR 774 Supp. 1, 3A090, Note 4")
                .isEqualTo("5A002.a.3");
    }

    @Test
    void what_calls_itself_mass_market_is_for_a_person_where_its_cryptography_is_no_standard() {
        Map<String, Characteristic> self = allSaid("massMarketBasis=SELF_CLASSIFICATION");
        for (Datasheet datasheet : List.of(
                encrypting("FAST", "MASS_MARKET_PROPRIETARY", self),
                holding("FAST", "MASS_MARKET_PROPRIETARY", self))) {
            Classification answer = classifier.classify(datasheet, NOW);
            assertThat(answer.status())
                    .as("15 CFR 740.17(b)(3): non-standard cryptography")
                    .isEqualTo(Status.REVIEW);
            assertThat(answer.review()).singleElement().asString().contains("740.17(b)(3)");
        }
        assertThat(paragraph(encrypting(
                        "FAST", "MASS_MARKET_PROPRIETARY", allSaid("massMarketBasis=CLASSIFICATION_REQUEST"))))
                .as("15 CFR 740.17(b)(3): answered by BIS")
                .isEqualTo("5A992.z.1");
        assertThat(paragraph(encrypting("FAST", "MASS_MARKET", self)))
                .as("15 CFR 740.17(b)(1), FR Doc. 2021-05481: mass market chips may be self-classified")
                .isEqualTo("5A992.z.1");
    }

    @Test
    void what_the_cryptography_serves_and_how_it_became_mass_market_is_asked() {
        assertThat(classifier.classify(encrypting("FAST", "AES", Map.of()), NOW).missing())
                .extracting(Classification.MissingFact::field)
                .containsExactly(
                        "/characteristics/cryptographyRole", "/characteristics/incorporatedEncryptionControlled");
        assertThat(classifier
                        .classify(encrypting("FAST", "MASS_MARKET_PROPRIETARY", Map.of()), NOW)
                        .missing())
                .extracting(Classification.MissingFact::field)
                .containsExactly("/characteristics/massMarketBasis");
    }

    @Test
    void the_list_ranks_neither_4A003_nor_4A004_before_5A002() {
        for (String fact : List.of("adjustedPeakPerformance=70.1", "unconventionalComputer=NEURAL")) {
            Classification answer =
                    classifier.classify(holding("FAST", "AES", allSaid(fact + " cryptographyRole=COMPUTING")), NOW);
            assertThat(answer.status())
                    .as("15 CFR 774 Supp. 1, 4A003, 4A004, 5A002")
                    .isEqualTo(Status.REVIEW);
            assertThat(answer.review()).singleElement().asString().contains("ranks neither");
        }
    }

    @ParameterizedTest
    @CsvSource({"CABLE_INTRUSION,5A003.a", "EMANATIONS,5A003.b", "PRODUCTION,5B002.a", "EVALUATION,5B002.b"})
    void no_z_paragraph_joins_5A003_and_5B002_with_performance(String function, String alone) {
        Map<String, Characteristic> said = allSaid("informationSecurityFunction=" + function);
        Map<String, Characteristic> fastComputer =
                allSaid("adjustedPeakPerformance=70.1 informationSecurityFunction=" + function);
        for (Datasheet both : List.of(
                encrypting("FAST", "SIGNATURES", said),
                encrypting("MEDIUM", "SIGNATURES", said),
                holding("FAST", "SIGNATURES", said),
                holding("MEDIUM", "SIGNATURES", said),
                holding("SLOW", "SIGNATURES", fastComputer))) {
            Classification answer = classifier.classify(both, NOW);
            assertThat(answer.status())
                    .as("15 CFR 774 Supp. 1, 3A090, 4A003, 4A090 and 5A003")
                    .isEqualTo(Status.REVIEW);
            assertThat(answer.review()).singleElement().asString().contains("5A003", "of both hold");
        }
        assertThat(paragraph(encrypting("SLOW", "SIGNATURES", said)))
                .as("15 CFR 774 Supp. 1, 5A003")
                .isEqualTo(alone);
    }

    @ParameterizedTest
    @CsvSource({"2001,AES,REVIEW,", "2000,AES,CLASSIFIED,a.3", "2001,SIGNATURES,CLASSIFIED,c"})
    void high_bandwidth_memory_makes_no_z_paragraph(
            String bandwidth, String cryptography, Status status, String paragraph) {
        IntegratedCircuit memory = Parts.memory(bandwidth, "1000", false);
        Classification answer =
                classifier.classify(encrypting(memory, cryptography, allSaid("cryptographyRole=COMPUTING")), NOW);
        assertThat(answer.status())
                .as("15 CFR 774 Supp. 1, 3A090.c (greater than 2 GB/s/mm2) and Note 4 to 3A090")
                .isEqualTo(status);
        assertThat(answer.paragraph()).isEqualTo(paragraph);
    }

    @Test
    void equipment_for_intrusion_software_that_encrypts_stays_in_category_5() {
        assertThat(paragraph(
                        holding("FAST", "AES", allSaid("intrusionSoftwareEquipment=true cryptographyRole=COMPUTING"))))
                .as("15 CFR 774 Supp. 1, Category 4, Note 3: remain controlled in Category 5 Part 2")
                .isEqualTo("5A002.z.1.a");
        assertThat(paragraph(holding(
                        "SLOW",
                        "SIGNATURES",
                        allSaid("intrusionSoftwareEquipment=true informationSecurityFunction=DATA_EXTRACTION"))))
                .as("15 CFR 774 Supp. 1, 5A004.b: not specified by 4A005")
                .isEqualTo("4A005");
    }

    @Test
    void mass_market_computers_of_4A003_stay_there() {
        assertThat(paragraph(holding(
                        "FAST",
                        "MASS_MARKET",
                        allSaid("adjustedPeakPerformance=70.1 massMarketBasis=SELF_CLASSIFICATION"))))
                .as("15 CFR 774 Supp. 1, 5A992.z releases from 5A002 alone")
                .isEqualTo("4A003.z.1.a");
    }

    @Test
    void before_the_z_paragraphs_encryption_beside_performance_is_for_a_person() {
        Datasheet encrypting = encrypting("FAST", "AES", allSaid("cryptographyRole=COMPUTING"));
        for (LocalDate day : List.of(LocalDate.of(2022, 10, 21), LocalDate.of(2023, 11, 16))) {
            assertThat(classifier.classify(encrypting, day).status())
                    .as("15 CFR 774 Supp. 1, 3A090 and 5A002 in the edition of 2023-01-17")
                    .isEqualTo(Status.REVIEW);
        }
    }

    @Test
    void a_datasheet_without_cryptography_says_that_category_5_was_not_considered() {
        Classification answer = classifier.classify(circuit("1978.9", 8, "814", "64", true), NOW);
        assertThat(answer.eccn() + "." + answer.paragraph()).isEqualTo("3A090.a.1");
        assertThat(answer.remarks())
                .anySatisfy(remark -> assertThat(remark.text()).contains("5A002", "were not considered"));
    }

    private String paragraph(Datasheet datasheet) {
        Classification answer = classifier.classify(datasheet, NOW);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(Status.CLASSIFIED);
        return answer.paragraph() == null ? String.valueOf(answer.eccn()) : answer.eccn() + "." + answer.paragraph();
    }

    private static Cryptography cryptography(String name) {
        return switch (name) {
            case "AES" -> AES;
            case "SHORT" -> SHORT;
            case "PROPRIETARY" -> PROPRIETARY;
            case "SIGNATURES" -> SIGNATURES;
            case "ANCILLARY" -> ANCILLARY;
            case "MASS_MARKET_PROPRIETARY" -> MASS_MARKET_PROPRIETARY;
            default -> MASS_MARKET;
        };
    }

    /** Above 4800 TPP is 3A090.a.1; 2400 TPP at a density of 3 is 3A090.b.1; 16 TPP is neither, and 3A991.p by its transfer rate. */
    private static IntegratedCircuit performing(String name) {
        return switch (name) {
            case "FAST" -> circuit("2000", 8, "800", "900", true);
            case "MEDIUM" -> circuit("300", 8, "800", "64", true);
            default -> circuit("2", 8, "100", "150", false);
        };
    }

    private static Datasheet encrypting(String performance, String cryptography, Map<String, Characteristic> said) {
        return encrypting(performing(performance), cryptography, said);
    }

    private static Datasheet encrypting(
            IntegratedCircuit circuit, String cryptography, Map<String, Characteristic> said) {
        return Parts.with(circuit, cryptography(cryptography), true, said);
    }

    private static Datasheet holding(String performance, String cryptography, Map<String, Characteristic> said) {
        return holding(performing(performance), cryptography, said);
    }

    private static Datasheet holding(IntegratedCircuit circuit, String cryptography, Map<String, Characteristic> said) {
        return new Computer(
                Provenance.DECLARED,
                null,
                List.of(of("circuit", 1, circuit)),
                true,
                cryptography(cryptography),
                true,
                said);
    }
}
