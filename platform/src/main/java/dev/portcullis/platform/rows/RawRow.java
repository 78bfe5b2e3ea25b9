package dev.portcullis.platform.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was read, before anybody looked at what it says.
 *
 * @param line where it begins in the file, from 1
 * @param content what it says; null where it cannot be read
 * @param fault why it cannot be read; null where it can
 */
public record RawRow(
        int line, @Nullable ObjectNode content, @Nullable FieldError fault) {
    public static RawRow of(int line, ObjectNode content) {
        return new RawRow(line, content, null);
    }

    public static RawRow unreadable(int line, String why) {
        return new RawRow(line, null, new FieldError("", null, why));
    }
}
