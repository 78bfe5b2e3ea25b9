package dev.portcullis.classification.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final byte[] BODY = "{\"entity\":\"model_version\"}".getBytes(StandardCharsets.UTF_8);

    /** Made by {@code printf '%s' 'id-1.1700000000.{"entity":"model_version"}' | openssl dgst -sha256 -hmac secret -binary | base64}. */
    private static final String KNOWN = "v1,Qg/2ERArKwf4mltSXLfPk8IAIWW88O8a6GDs1Stsj58=";

    @Test
    void a_known_signature_is_good() {
        assertThat(Signature.isGood(List.of("secret"), KNOWN, "id-1", "1700000000", BODY))
                .isTrue();
        assertThat(Signature.isGood(List.of("other", "secret"), KNOWN, "id-1", "1700000000", BODY))
                .isTrue();
    }

    @Test
    void another_version_no_base64_and_no_secret_are_not() {
        assertThat(Signature.isGood(List.of("secret"), KNOWN.replace("v1", "v2"), "id-1", "1700000000", BODY))
                .isFalse();
        assertThat(Signature.isGood(List.of("secret"), "v1,%%%", "id-1", "1700000000", BODY))
                .isFalse();
        assertThat(Signature.isGood(List.of(), KNOWN, "id-1", "1700000000", BODY))
                .isFalse();
    }

    @Property(tries = 300)
    void any_changed_byte_of_the_body_is_found(
            @ForAll @IntRange(max = 24) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] changed = BODY.clone();
        changed[at] ^= (byte) by;
        assertThat(Signature.isGood(List.of("secret"), KNOWN, "id-1", "1700000000", changed))
                .isFalse();
    }

    @Property(tries = 200)
    void any_other_id_time_or_secret_is_found(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String other) {
        assertThat(Signature.isGood(List.of("secret"), KNOWN, other, "1700000000", BODY))
                .isFalse();
        assertThat(Signature.isGood(List.of("secret"), KNOWN, "id-1", other, BODY))
                .isFalse();
        assertThat(Signature.isGood(List.of("secret" + other), KNOWN, "id-1", "1700000000", BODY))
                .isFalse();
    }
}
