package dev.portcullis.classification.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads rules from their JSON form. Unknown fields and undefined facts are refused. */
public final class RuleBookFile {
    private static final String SHIPPED = "/law/rules/ear.json";

    private RuleBookFile() {}

    /** The rules that are shipped with the service. */
    public static RuleBook shipped() {
        try (InputStream in = RuleBookFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the shipped rules are missing from the package");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped rules cannot be read", e);
        }
    }

    /**
     * Reads rules.
     *
     * @throws IOException where they are no rules or contradict themselves
     */
    public static RuleBook read(InputStream in) throws IOException {
        return mapper().readValue(in, RuleBook.class);
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }
}
