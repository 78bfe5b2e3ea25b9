package dev.portcullis.platform.rows;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.problem.Problems;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** Reads a JSON object a line. Empty lines are passed over; a line that is too long ends the reading. */
public final class NdjsonRows {
    /** Characters of a line. */
    public static final int LONGEST = 1 << 16;

    private final ObjectReader json;

    public NdjsonRows(ObjectMapper mapper) {
        this.json = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Hands each row on, in the order of the file. */
    public void read(Reader file, Consumer<RawRow> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        int line = 1;
        for (int c = file.read(); c >= 0; c = file.read()) {
            if (c != '\n') {
                if (text.length() >= LONGEST) {
                    throw new UnreadableFileException("line " + line + " is longer than " + LONGEST + " characters");
                }
                text.append((char) c);
                continue;
            }
            line(line++, text, rows);
        }
        line(line, text, rows);
    }

    private void line(int number, StringBuilder text, Consumer<RawRow> rows) {
        String line = text.toString().strip();
        text.setLength(0);
        if (!line.isEmpty()) {
            rows.accept(row(number, line));
        }
    }

    private RawRow row(int number, String line) {
        try {
            JsonNode content = json.readTree(line);
            return content instanceof ObjectNode object
                    ? RawRow.of(number, object)
                    : RawRow.unreadable(number, "is no JSON object");
        } catch (JacksonException e) {
            String detail = Problems.unreadable(e).problem().detail();
            return RawRow.unreadable(number, detail == null ? "is no JSON" : detail);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail", e);
        }
    }
}
