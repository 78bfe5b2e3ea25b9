package dev.portcullis.screening.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON value by value, each bounded in size, depth and length, so that no file is ever held in memory as a whole. */
final class JsonRecords {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_KEY = 200;

    private JsonRecords() {}

    /** What is done with a parser that stands before the first token. */
    interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }

    /** Opens a text and turns all that can be wrong with it into a refusal of the file. */
    static <T> T read(Reader text, Limits limits, Reading<T> reading) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.fieldCharacters())
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_KEY)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        // Not closed: closing the parser would close the caller's stream.
        JsonParser json = factory.createParser(text);
        json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        try {
            return reading.read(json);
        } catch (StreamConstraintsException e) {
            throw new UnreadableListException("a text, number or nesting in the file is beyond its limit");
        } catch (JsonEOFException e) {
            throw new UnreadableListException("the file breaks off before its end");
        } catch (JsonParseException e) {
            throw new UnreadableListException("the file is not JSON: line "
                    + (e.getLocation() == null ? "unknown" : e.getLocation().getLineNr()));
        } catch (CharacterCodingException e) {
            throw new UnreadableListException("the file is not UTF-8");
        } catch (BoundedStream.TooManyBytesException e) {
            throw new UnreadableListException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The value at whose first token the parser stands: a text for each scalar, nothing for null, lists and maps. The parser then stands at
     * its last token.
     */
    static @Nullable Object value(JsonParser json, Limits limits) throws IOException {
        return value(json, new int[] {limits.nodes()});
    }

    private static @Nullable Object value(JsonParser json, int[] left) throws IOException {
        if (--left[0] < 0) {
            throw new UnreadableListException("a record of the file has too many values");
        }
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                Object value = value(json, left);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> fields = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                Object value = value(json, left);
                if (value != null) {
                    fields.put(name, value);
                }
            }
            return fields;
        }
        return token == JsonToken.VALUE_NULL ? null : json.getText();
    }

    /** A value as a text, where it is one. */
    static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? PartyDraft.clean(text) : null;
    }

    static @Nullable String text(Map<?, ?> fields, String name) {
        return text(fields.get(name));
    }

    /** A value as a list: of one where it is none, empty where there is none. */
    static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** The texts of a field that holds one or a list of them. */
    static List<String> texts(Map<?, ?> fields, String name) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(fields.get(name))) {
            String text = text(value);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
