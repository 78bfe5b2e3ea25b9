package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads bodies strictly: one document, no name twice, not too deep. */
final class ScimJson {
    static final String MEDIA_TYPE = "application/scim+json";
    private static final int DEEPEST = 32;
    private static final JsonMapper JSON = mapper();

    private ScimJson() {}

    /** @throws ScimException with {@code invalidSyntax}, telling where */
    static JsonNode read(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw ScimException.invalidSyntax("The body is empty.");
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " Line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".";
            throw ScimException.invalidSyntax("The body is not well-formed JSON." + where);
        } catch (IOException e) {
            throw ScimException.invalidSyntax("The body is not well-formed JSON.");
        }
    }

    static byte[] write(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return mapper;
    }
}
