package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The described security algorithms of 15 CFR 774 Supp. 1, 5A002.a, Technical Note 2, exact at each limit. */
class EncryptionTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # symmetric | asymmetric | elliptic curve | post-quantum | described | citation
            56          | 512        | 112            | false        | false     | Technical Note 2: in excess of each limit
            57          | 0          | 0              | false        | true      | Technical Note 2.a
            0           | 513        | 0              | false        | true      | Technical Note 2.b.1 and b.2
            0           | 0          | 113            | false        | true      | Technical Note 2.b.3
            0           | 0          | 0              | true         | true      | Technical Note 2.c
            """)
    void an_algorithm_is_described_beyond_its_limit(
            int symmetric, int asymmetric, int curve, boolean postQuantum, boolean described, String citation) {
        Classification answer = classifier.classify(
                software(
                        symmetric,
                        asymmetric,
                        true,
                        Map.of(
                                "ellipticCurveBits", Characteristic.of(BigDecimal.valueOf(curve)),
                                "postQuantumCryptography", Characteristic.of(postQuantum))),
                NOW);
        assertThat(answer.status()).isEqualTo(Status.CLASSIFIED);
        assertThat(String.valueOf(answer.eccn())).as(citation).isEqualTo(described ? "5D002" : "EAR99");
    }

    @Test
    void short_keys_alone_do_not_take_software_out_while_the_other_algorithms_are_unknown() {
        Classification answer = classifier.classify(software(56, 512, null, null), NOW);
        assertThat(answer.status()).isEqualTo(Status.INSUFFICIENT_DATA);
        assertThat(answer.missing())
                .extracting(Classification.MissingFact::field)
                .contains("/characteristics/ellipticCurveBits", "/characteristics/postQuantumCryptography");
    }

    private static Software software(
            int symmetric,
            int asymmetric,
            @Nullable Boolean otherEntriesExcluded,
            @Nullable Map<String, Characteristic> said) {
        return new Software(
                Provenance.DECLARED,
                null,
                Software.CodeForm.OBJECT_CODE,
                false,
                List.of(),
                new Cryptography(true, symmetric, asymmetric, false, false, true),
                otherEntriesExcluded,
                said);
    }
}
