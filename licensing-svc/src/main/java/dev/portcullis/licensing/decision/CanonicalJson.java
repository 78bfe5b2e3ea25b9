package dev.portcullis.licensing.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes what was decided so that the same content has the same bytes: fields in the order of the record, map keys in order, no
 * white space. The ledger keeps the digest of these bytes, and the bytes themselves are what is stored.
 */
@ApplicationScoped
public class CanonicalJson {
    @Inject
    ObjectMapper json;

    /** The bytes of a value. */
    public byte[] write(Object value) {
        try {
            return json.writer()
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads bytes that {@link #write} made. */
    public <T> T read(byte[] bytes, Class<T> type) {
        try {
            return json.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
