package dev.portcullis.classification.ecfr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its text stands, before anything is read from it.
 *
 * @param eccn the number at the head of its heading
 * @param heading the heading without the number
 * @param rows the rows of its license requirements
 * @param lines all other lines, in their order
 * @param paragraphsHeld whether the lines include the entry's paragraphs
 */
public record EntryText(String eccn, String heading, List<Row> rows, List<Line> lines, boolean paragraphsHeld) {
    public EntryText {
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
    }

    /**
     * A row of the license requirements.
     *
     * @param control what it covers
     * @param requirement the column or sentence; empty where the cell is
     */
    public record Row(String control, String requirement) {}

    /**
     * A line.
     *
     * @param label the designator that was already taken off it; null where none was
     */
    public record Line(@Nullable String label, String text) {}
}
