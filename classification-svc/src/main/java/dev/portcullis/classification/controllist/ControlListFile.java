package dev.portcullis.classification.controllist;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads an edition of the control list from its JSON form. Unknown fields are refused. */
public final class ControlListFile {
    private static final String SHIPPED = "/law/control-list/2026-07-23.json";

    private ControlListFile() {}

    /** The edition that is shipped with the service. */
    public static ControlList shipped() {
        try (InputStream in = ControlListFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the shipped control list is missing from the package");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped control list cannot be read", e);
        }
    }

    /**
     * Reads a list.
     *
     * @throws IOException where it is no list
     */
    public static ControlList read(InputStream in) throws IOException {
        return mapper().readValue(in, ControlList.class);
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }
}
