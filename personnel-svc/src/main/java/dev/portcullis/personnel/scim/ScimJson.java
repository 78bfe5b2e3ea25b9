package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.portcullis.platform.json.JsonLimits;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads bodies strictly: one document, no name twice, within the limits that hold for all JSON. */
final class ScimJson {
    static final String MEDIA_TYPE = "application/scim+json";
    private static final JsonMapper JSON = mapper();

    private ScimJson() {}

    /** @throws ScimException with {@code invalidSyntax}, telling where */
    static JsonNode read(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw ScimType.INVALID_SYNTAX.because("The body is empty.");
        }
        try {
            return JSON.readTree(body);
        } catch (StreamConstraintsException e) {
            throw ScimType.INVALID_SYNTAX.because("The body passes a limit: a body " + JsonLimits.IN_WORDS + ".");
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " Line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".";
            throw ScimType.INVALID_SYNTAX.because("The body is not well-formed JSON." + where);
        } catch (IOException e) {
            throw ScimType.INVALID_SYNTAX.because("The body is not well-formed JSON.");
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
        JsonLimits.bound(mapper);
        return mapper;
    }
}
