package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Cryptography;
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

/** Software and technology of Category 5 Part 2: 15 CFR 774 Supp. 1, 5D002, 5D992, 5E002, 5E992. */
class EncryptingSoftwareTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);
    private static final Cryptography AES = new Cryptography(true, 256, 3072, false, false, true);
    private static final Cryptography MASS_MARKET = new Cryptography(true, 256, 3072, false, true, true);
    private static final Cryptography PROPRIETARY = new Cryptography(true, 256, 3072, false, false, false);
    private static final Cryptography NONE = ClassifierTest.NO_CRYPTOGRAPHY;

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest(name = "{0} for {1} {2}, {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # cryptography | for         | purpose     | fact                                 | paragraph | citation
            NONE        | 5A002.a.3      | USE         |                                      | 5D002.a.1 | 5D002.a.1: development, production or use
            NONE        | 5D002.c.1      | DEVELOPMENT |                                      | 5D002.a.1 | 5D002.a.1: software specified by 5D002.c.1
            NONE        | 5A003.b        | PRODUCTION  |                                      | 5D002.a.2 | 5D002.a.2
            NONE        | 5D002.c.2      | USE         |                                      | 5D002.a.2 | 5D002.a.2
            NONE        | 5A004.a        | USE         |                                      | 5D002.a.3.a | 5D002.a.3.a
            NONE        | 5D002.c.3.a    | USE         |                                      | 5D002.a.3.a | 5D002.a.3.a
            NONE        | 5A004.b        | DEVELOPMENT |                                      | 5D002.a.3.b | 5D002.a.3.b
            NONE        | 5D002.c.3.b    | DEVELOPMENT |                                      | 5D002.a.3.b | 5D002.a.3.b
            AES         | EAR99          | USE         |                                      | 5D002.c.1 | 5D002.c.1: functions of 5A002.a
            AES         | EAR99          | USE         | maintenanceOnly=true                 | EAR99     | note to 5D002.c.1
            PROPRIETARY | EAR99          | USE         | maintenanceOnly=true                 | 5D002.c.1 | note to 5D002.c.1: published or commercial standards only
            AES         | EAR99          | USE         | dormantUntilActivated=true           | EAR99     | 5A002.a: other than secure cryptographic activation
            AES         | EAR99          | USE         | encryptionExclusion=BANKING          | EAR99     | 5A002.a, Note 2.b
            NONE        | EAR99          | USE         | encryptionFunction=QUANTUM           | 5D002.c.1 | 5D002.c.1: functions of 5A002.c
            NONE        | EAR99          | USE         | encryptionFunction=SPREAD_SPECTRUM   | 5D002.c.1 | 5D002.c.1: functions of 5A002.e
            NONE        | EAR99          | USE         | encryptionFunction=ACTIVATION_TOKEN  | 5D002.b   | 5D002.b
            NONE        | EAR99          | USE         | informationSecurityFunction=EMANATIONS   | 5D002.c.2 | 5D002.c.2: functions of 5A003
            NONE        | EAR99          | USE         | informationSecurityFunction=CRYPTANALYSIS | 5D002.c.3.a | 5D002.c.3.a: functions of 5A004.a
            MASS_MARKET | EAR99          | USE         |                                      | 5D992.c   | 5D992.c; Note 3
            MASS_MARKET | 5A002.a.1      | USE         |                                      | 5D992.c   | Note 3 releases from 5D002.a.1
            MASS_MARKET | 5A003.a        | USE         |                                      | 5D002.a.2 | Note 3 does not name 5D002.a.2
            MASS_MARKET | EAR99          | USE         | informationSecurityFunction=CRYPTANALYSIS | 5D002.c.3.a | Note 3 does not name 5D002.c.3
            NONE        | 5A002.z.1.a    | DEVELOPMENT |                                      | 5D002.z.1.a | 5D002.z.1.a: .a.1 with 3D001 for 3A090.a or 4D001 for 4A090.a
            NONE        | 5A002.z.3.b    | PRODUCTION  |                                      | 5D002.z.1.b | 5D002.z.1.b
            NONE        | 5A004.z.1.a    | DEVELOPMENT |                                      | 5D002.z.3.a | 5D002.z.3.a
            NONE        | 5A004.z.2.b    | DEVELOPMENT |                                      | 5D002.z.4.b | 5D002.z.4.b
            AES         | 3A090.a        | DEVELOPMENT |                                      | 5D002.z.6.a | 5D002.z.6.a: .c.1 with 3D001 for 3A090.a
            AES         | 3A090.b        | PRODUCTION  |                                      | 5D002.z.6.b | 5D002.z.6.b
            AES         | 4A003.z.1.a    | DEVELOPMENT |                                      | 5D002.z.6.a | 5D002.z.6.a: .c.1 with 4D001 for 4A090.a
            AES         | 4A005.z.2      | DEVELOPMENT |                                      | 5D002.z.6.b | 5D002.z.6.b
            AES         | 3A001.z.4.a    | DEVELOPMENT |                                      | 5D002.z.6.a | 5D002.z.6.a; 3D001, RS row of 3A001.z
            AES         | 3A090.c        | DEVELOPMENT |                                      | 5D002.c.1 | 3A090, Note 4: .c makes no .z paragraph
            AES         | 3A090.a        | USE         |                                      | 5D002.c.1 | 3D001 speaks of development and production
            NONE        | 3A090.a        | DEVELOPMENT | encryptionFunction=ACTIVATION_TOKEN  | 5D002.z.5.a | 5D002.z.5.a: .b
            NONE        | 3A090.b        | DEVELOPMENT | informationSecurityFunction=EMANATIONS | 5D002.z.7.b | 5D002.z.7.b: .c.2
            NONE        | 3A090.a        | DEVELOPMENT | informationSecurityFunction=CRYPTANALYSIS | 5D002.z.8.a | 5D002.z.8.a: .c.3.a
            MASS_MARKET | 3A090.a        | DEVELOPMENT |                                      | 5D992.z.1 | 5D992.z.1
            MASS_MARKET | 3A090.b        | PRODUCTION  |                                      | 5D992.z.2 | 5D992.z.2
            """)
    void software_falls_under_the_paragraph_of_what_it_does_and_is_for(
            String cryptography, String of, Purpose purpose, String fact, String paragraph, String citation) {
        assertThat(paragraph(software(cryptography, fact, of, purpose)))
                .as(citation)
                .isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500     | 19.999 | EAR99     | 5A002.d.1: exceeding 500 MHz
            500.001 | 0      | 5D002.c.1 | 5A002.d.1: exceeding 500 MHz
            0       | 19.999 | EAR99     | 5A002.d.2: 20% or more
            0       | 20     | 5D002.c.1 | 5A002.d.2: 20% or more
            """)
    void ultra_wideband_codes_by_software(String mhz, String percent, String paragraph, String citation) {
        Map<String, Characteristic> said = Map.of(
                "encryptionFunction", Characteristic.of("ULTRA_WIDEBAND"),
                "ultraWidebandMHz", Parts.said(mhz),
                "fractionalBandwidth", Parts.said(percent));
        assertThat(paragraph(software(NONE, said))).as(citation).isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource({"false,false,5D002.c.3.b", "true,false,EAR99", "false,true,EAR99"})
    void software_that_extracts_raw_data(boolean intrusionSoftware, boolean outside, String paragraph) {
        Map<String, Characteristic> said = Map.of(
                "informationSecurityFunction", Characteristic.of("DATA_EXTRACTION"),
                "intrusionSoftware", Characteristic.of(intrusionSoftware),
                "dataExtractionOutsideControl", Characteristic.of(outside));
        assertThat(paragraph(software(NONE, said)))
                .as("15 CFR 774 Supp. 1, 5D002.c.3.b and its note; 5A004.b, Notes 1 and 2")
                .isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource({
        "AES,4A090.a,DEVELOPMENT,4A090",
        "NONE,5A002.z.1.a,USE,use",
        "MASS_MARKET,4A003.z.1.a,DEVELOPMENT,national security",
        "NONE,5A004,USE,without its paragraph",
        "NONE,5A992.z.1,DEVELOPMENT,5A992.z"
    })
    void what_the_text_leaves_open_is_for_a_person(String cryptography, String of, Purpose purpose, String question) {
        Classification answer = classifier.classify(software(cryptography, null, of, purpose), NOW);
        assertThat(answer.status()).as("15 CFR 774 Supp. 1, 5D002.z, 5D992.z").isEqualTo(Status.REVIEW);
        assertThat(answer.review()).singleElement().asString().contains(question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # for       | purpose     | paragraph | citation
            5A002.a.1   | DEVELOPMENT | 5E002.a   | 5E002.a
            5A002.z.1.a | USE         | 5E002.a   | 5E002.a: equipment controlled by 5A002
            5A003.a     | PRODUCTION  | 5E002.a   | 5E002.a
            5A004.a     | DEVELOPMENT | 5E002.a   | 5E002.a
            5A004.z.1.b | DEVELOPMENT | 5E002.a   | 5E002.a
            5A004.b     | DEVELOPMENT | EAR99     | note to 5E002.a
            5B002.a     | USE         | 5E002.a   | 5E002.a
            5D002.a.1   | DEVELOPMENT | 5E002.a   | 5E002.a: software of 5D002.a
            5D002.a.3.b | DEVELOPMENT | EAR99     | note to 5E002.a
            5D002.b     | DEVELOPMENT | EAR99     | 5E002.a names 5D002.a and .c
            5D002.c.1   | USE         | 5E002.a   | 5E002.a: software of 5D002.c
            5D002.c.3.b | USE         | EAR99     | note to 5E002.a
            5D002.z.3.a | DEVELOPMENT | 5E002.a   | 5E002.a: z.1 through z.3
            5D002.z.4.a | DEVELOPMENT | EAR99     | note to 5E002.a: z.4
            5D002.z.6.b | DEVELOPMENT | 5E002.a   | 5E002.a: z.6 through z.8
            5D002.z.9.a | DEVELOPMENT | EAR99     | 5E002.a: z.6 through z.8
            5A992.c     | USE         | 5E992.b   | 5E992.b
            5A992.z.1   | USE         | 5E992.b   | 5E992.b
            5D992.c     | USE         | 5E992.b   | 5E992.b
            5A992.c     | DEVELOPMENT | EAR99     | 5E992.b speaks of use; .a is reserved
            """)
    void technology_falls_under_the_paragraph_of_what_it_is_for(
            String of, Purpose purpose, String paragraph, String citation) {
        assertThat(paragraph(technology(Map.of(), of, purpose))).as(citation).isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource({"5A004.z.2.a,DEVELOPMENT", "5A004,USE", "5A992.z.1,DEVELOPMENT", "5D992.z.2,PRODUCTION"})
    void technology_that_the_text_leaves_open_is_for_a_person(String of, Purpose purpose) {
        assertThat(classifier.classify(technology(Map.of(), of, purpose), NOW).status())
                .as("15 CFR 774 Supp. 1, 5E002.a and its note, 5E992")
                .isEqualTo(Status.REVIEW);
    }

    @Test
    void technology_that_is_a_token_or_comes_from_evaluation() {
        assertThat(paragraph(technology(
                        Map.of("encryptionFunction", Characteristic.of("ACTIVATION_TOKEN")), "EAR99", Purpose.USE)))
                .as("15 CFR 774 Supp. 1, 5E002.b")
                .isEqualTo("5E002.b");
        assertThat(paragraph(
                        technology(Map.of("securityEvaluationData", Characteristic.of(true)), "EAR99", Purpose.USE)))
                .as("15 CFR 774 Supp. 1, 5E002, note")
                .isEqualTo("5E002");
    }

    @ParameterizedTest
    @CsvSource({
        "true,SELF_CLASSIFICATION,CLASSIFIED",
        "false,SELF_CLASSIFICATION,REVIEW",
        "false,CLASSIFICATION_REQUEST,CLASSIFIED",
    })
    void software_that_calls_itself_mass_market_is_for_a_person_where_its_cryptography_is_no_standard(
            boolean standard, String basis, Status status) {
        Cryptography massMarket = new Cryptography(true, 256, 3072, false, true, standard);
        assertThat(classifier
                        .classify(software(massMarket, said("massMarketBasis=" + basis)), NOW)
                        .status())
                .as("15 CFR 740.17(b)(1) and (b)(3), FR Doc. 2021-05481")
                .isEqualTo(status);
    }

    private String paragraph(Datasheet datasheet) {
        Classification answer = classifier.classify(datasheet, NOW);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(Status.CLASSIFIED);
        return answer.paragraph() == null ? String.valueOf(answer.eccn()) : answer.eccn() + "." + answer.paragraph();
    }

    private static Software software(String cryptography, String fact, String of, Purpose purpose) {
        Cryptography said = switch (cryptography) {
            case "AES" -> AES;
            case "MASS_MARKET" -> MASS_MARKET;
            case "PROPRIETARY" -> PROPRIETARY;
            default -> NONE;
        };
        return software(said, said(fact), new Relation(of, null, Set.of(purpose)));
    }

    private static Software software(Cryptography cryptography, Map<String, Characteristic> said, Relation... of) {
        return new Software(
                Provenance.DECLARED, null, Software.CodeForm.OBJECT_CODE, false, List.of(of), cryptography, true, said);
    }

    private static Technology technology(Map<String, Characteristic> said, String of, Purpose purpose) {
        return new Technology(
                Provenance.DECLARED, null, false, List.of(new Relation(of, null, Set.of(purpose))), true, said);
    }

    private static Map<String, Characteristic> said(String fact) {
        if (fact == null) {
            return Map.of();
        }
        int equals = fact.indexOf('=');
        return Map.of(fact.substring(0, equals), Parts.said(fact.substring(equals + 1)));
    }
}
