package dev.portcullis.classification.modelfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON read token by token, never as a tree: nesting, names, numbers and texts are bounded, texts that nobody asks for are passed over
 * without being kept, and no table of names grows with the file.
 */
final class JsonHeader implements AutoCloseable {
    private static final int LONGEST_NUMBER = 64;

    /** Longest text that is kept. */
    static final int LONGEST_TEXT = 1 << 16;

    private static final JsonFactory SHALLOW = factory(4);
    private static final JsonFactory DEEP = factory(32);

    private final JsonParser parser;
    private final ByteCursor cursor;

    private JsonHeader(JsonFactory factory, ByteCursor cursor) throws IOException {
        this.cursor = cursor;
        // A decoder of its own: malformed UTF-8 is refused, not replaced.
        this.parser = factory.createParser(new InputStreamReader(cursor.stream(), StandardCharsets.UTF_8.newDecoder()));
    }

    /** For headers that nest as deep as a list in an object in an object. */
    static JsonHeader shallow(ByteCursor cursor) throws IOException {
        return new JsonHeader(SHALLOW, cursor);
    }

    /** For configurations. */
    static JsonHeader deep(ByteCursor cursor) throws IOException {
        return new JsonHeader(DEEP, cursor);
    }

    private static JsonFactory factory(int deepest) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNameLength(Limits.LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .build();
    }

    /** What reading JSON of a file does. */
    interface Reading {
        void read(JsonParser parser) throws IOException;
    }

    /** Reads one object, which must be the whole text, and says in our words what is wrong with it. */
    void object(Reading members) throws IOException {
        try {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "an object");
            members.read(parser);
            if (parser.nextToken() != null) {
                throw ModelFileException.malformed("something follows its JSON object");
            }
        } catch (StreamConstraintsException e) {
            throw ModelFileException.passesLimit(
                    "its JSON nests too deep, or holds a name, number or text that is too long, before byte %d",
                    cursor.position());
        } catch (JsonProcessingException e) {
            throw ModelFileException.malformed("its JSON is not well-formed before byte %d", cursor.position());
        } catch (CharacterCodingException e) {
            throw ModelFileException.malformed("its JSON is not in UTF-8");
        }
    }

    static void expect(@Nullable JsonToken token, JsonToken expected, String what) throws ModelFileException {
        if (token != expected) {
            throw ModelFileException.malformed("its JSON has %s where %s is expected", String.valueOf(token), what);
        }
    }

    /** The next token as a size: a whole number, 0 or more. */
    static long size(JsonParser parser, @Nullable JsonToken token) throws IOException {
        expect(token, JsonToken.VALUE_NUMBER_INT, "a whole number");
        long value = parser.getLongValue();
        if (value < 0) {
            throw ModelFileException.malformed("its JSON has a negative number where a size is expected");
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
