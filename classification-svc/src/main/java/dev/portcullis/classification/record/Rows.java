package dev.portcullis.classification.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.platform.pdf.Cell;
import dev.portcullis.platform.pdf.Face;
import dev.portcullis.platform.pdf.Ink;
import java.util.ArrayList;
import java.util.List;

/** Labels and what they name, as they are gathered. */
final class Rows {
    private final List<List<Cell>> rows = new ArrayList<>();

    /** Adds a fact; nothing where there is none. */
    Rows add(String label, String value) {
        if (!value.isEmpty()) {
            rows.add(List.of(Cell.of(label, Face.PLAIN, Ink.GRAY), Cell.of(value)));
        }
        return this;
    }

    /** Adds a digest; nothing where there is none. */
    Rows digest(String label, String value) {
        if (!value.isEmpty()) {
            rows.add(List.of(Cell.of(label, Face.PLAIN, Ink.GRAY), Cell.of(value, Face.MONO, Ink.BLACK)));
        }
        return this;
    }

    List<List<Cell>> list() {
        return rows;
    }

    /** The texts of a list, one after the other. */
    static String joined(JsonNode list, String separator) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(Words.value(text)));
        return String.join(separator, texts);
    }
}
