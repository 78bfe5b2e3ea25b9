package dev.portcullis.classification.controllist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portcullis.contracts.Eccn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The JSON form of an edition of the control list. Unknown fields are refused. */
public final class ControlListFile {
    private static final String SHIPPED = "/law/control-list/shipped.json";
    private static final String TITLES = "/law/control-list/titles.json";
    private static final String OTHERS = "/law/other-lists.json";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ControlListFile() {}

    /** The edition that is shipped with the service. */
    public static ControlList shipped() {
        return Shipped.LIST;
    }

    /** Read once; for a native executable that is while it is built, so that its start does not wait for it. */
    private static final class Shipped {
        static final ControlList LIST = read();

        private static ControlList read() {
            try (InputStream in = shipped(SHIPPED)) {
                return ControlListFile.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the shipped control list cannot be read", e);
            }
        }
    }

    /** Titles of entries in our own words, whatever the edition. */
    public static Map<Eccn, String> titles() {
        try (InputStream in = shipped(TITLES)) {
            Map<Eccn, String> titles = new HashMap<>();
            MAPPER.readValue(in, new TypeReference<Map<String, String>>() {})
                    .forEach((number, title) -> titles.put(Eccn.of(number), title));
            return Map.copyOf(titles);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped titles cannot be read", e);
        }
    }

    /** What entries are called on the lists of others. */
    public static OtherLists otherLists() {
        try (InputStream in = shipped(OTHERS)) {
            return MAPPER.readValue(in, OtherLists.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped numbers of other lists cannot be read", e);
        }
    }

    /**
     * Reads a list.
     *
     * @throws IOException where it is no list
     */
    public static ControlList read(InputStream in) throws IOException {
        return MAPPER.readValue(in, ControlList.class);
    }

    /** Reads an entry from the form that {@link #write} gives it. */
    public static ControlListEntry entry(String json) {
        try {
            return MAPPER.readValue(json, ControlListEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry cannot be read", e);
        }
    }

    /** Writes an entry on one line. */
    public static String write(ControlListEntry entry) {
        try {
            return MAPPER.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry cannot be written", e);
        }
    }

    private static InputStream shipped(String name) {
        InputStream in = ControlListFile.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing from the package");
        }
        return in;
    }
}
