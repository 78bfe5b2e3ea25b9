package dev.portcullis.platform.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line of comma-separated values (RFC 4180) that spreadsheets read as text.
 *
 * <p>A cell that a spreadsheet would take for a formula, because it begins with an equals sign, a plus, a minus, an at sign, a tab or a
 * carriage return, gets an apostrophe before it (OWASP, CSV Injection); numbers are left as they are. Whoever reads the file as data takes
 * the apostrophe off, or takes another form of the same content.
 */
public final class CsvLine {
    private CsvLine() {}

    /** The cells as one line with its end. */
    public static String of(List<? extends @Nullable Object> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            Object cell = cells.get(i);
            if (cell instanceof Number) {
                line.append(cell);
            } else if (cell != null) {
                text(cell.toString(), line);
            }
        }
        return line.append("\r\n").toString();
    }

    private static void text(String cell, StringBuilder line) {
        String safe = isFormula(cell) ? "'" + cell : cell;
        if (safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')) {
            line.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            line.append(safe);
        }
    }

    /** Also where full-width signs or spaces stand in front, which some programs pass over. */
    private static boolean isFormula(String cell) {
        String start = cell.stripLeading();
        return !cell.isEmpty()
                && ("\t\r\n".indexOf(cell.charAt(0)) >= 0
                        || !start.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20|%".indexOf(start.charAt(0)) >= 0);
    }
}
