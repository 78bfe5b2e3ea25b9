package dev.portcullis.licensing.measure;

import java.math.BigDecimal;
import java.util.List;

/** Reads the table of units: a header, then {@code code,dimension,factor,name} a line. No field holds a comma. */
public final class UnitFile {
    private static final String HEADER = "code,dimension,factor,name";

    private UnitFile() {}

    /** @throws IllegalArgumentException at the first line that is none, by its number and without its content */
    public static Units read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("the table of units begins with " + HEADER);
        }
        return new Units(java.util.stream.IntStream.range(1, lines.size())
                .mapToObj(i -> unit(lines.get(i), i + 1))
                .toList());
    }

    private static Unit unit(String line, int number) {
        String[] cells = line.split(",", -1);
        if (cells.length != 4 || cells[0].isBlank() || cells[1].isBlank()) {
            throw new IllegalArgumentException("line " + number + " of the table of units is none");
        }
        try {
            return new Unit(cells[0], cells[1], new BigDecimal(cells[2]), cells[3]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + " of the table of units has no factor", e);
        }
    }
}
