package dev.portcullis.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InclusionProofTest {
    /** Vectors of transparency-dev/merkle; the file names their source. */
    static Stream<Arguments> vectors() throws IOException {
        try (InputStream file = InclusionProofTest.class.getResourceAsStream("/merkle/inclusion.json")) {
            List<Arguments> vectors = new ArrayList<>();
            new ObjectMapper()
                    .readTree(file)
                    .get("vectors")
                    .forEach(vector ->
                            vectors.add(Arguments.of(vector.get("name").asText(), vector)));
            return vectors.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void it_accepts_and_refuses_what_the_reference_accepts_and_refuses(String name, JsonNode vector) {
        List<byte[]> path = new ArrayList<>();
        vector.path("proof").forEach(hash -> path.add(bytes(hash)));
        InclusionProof proof = new InclusionProof(
                vector.get("leafIdx").asLong(), vector.get("treeSize").asLong(), path);

        if (vector.get("wantErr").asBoolean()) {
            assertThatThrownBy(() -> proof.verify(bytes(vector.get("leafHash")), bytes(vector.get("root"))))
                    .isInstanceOf(RefusedException.class);
        } else {
            assertThatCode(() -> proof.verify(bytes(vector.get("leafHash")), bytes(vector.get("root"))))
                    .doesNotThrowAnyException();
        }
    }

    /** RFC 6962, section 2.1, as google/certificate-transparency computes it. */
    @Test
    void the_hash_of_the_empty_leaf_is_that_of_the_reference() {
        assertThat(InclusionProof.leafHash(new byte[0]))
                .isEqualTo(HexFormat.of().parseHex("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"));
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }
}
