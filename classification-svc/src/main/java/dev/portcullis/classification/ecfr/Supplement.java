package dev.portcullis.classification.ecfr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the entries of the supplement from its elements. An element that it does not know is part of the line around it, and text outside
 * of any line becomes a line of its own: no text of an entry is dropped but the headings of its standing sections.
 */
final class Supplement {
    private static final Set<String> LINES = Set.of(
            "P", "FP", "FP-1", "FP-2", "FP-3", "FP-DASH", "PG", "HD1", "HD2", "HD3", "HD4", "HED", "HEAD", "LI", "FTNT",
            "SOURCE", "CITA", "DIV");
    private static final Pattern ENTRY = Pattern.compile("^(\\d[A-E]\\d{3})\\s+(\\S.*)$", Pattern.DOTALL);
    private static final Pattern STANDING = Pattern.compile(
            "license requirements?|license requirements? notes?:?|reporting requirements?:?|list based license exceptions.*"
                    + "|special conditions for sta|list of items controlled|category \\d.*|[a-e]\\. .*|related controls?:?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHART = Pattern.compile("country\\s*chart", Pattern.CASE_INSENSITIVE);

    private final EcfrReader.Limits limits;
    private final List<EntryText> entries = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final StringBuilder buffer = new StringBuilder();

    private @Nullable Draft draft;
    private @Nullable Table table;
    private int letters;
    private boolean boldFirst;

    private record Draft(String eccn, String heading, List<EntryText.Row> rows, List<EntryText.Line> lines) {}

    private static final class Table {
        private final List<String> cells = new ArrayList<>();
        private boolean headed;
        private boolean controls;
    }

    Supplement(EcfrReader.Limits limits) {
        this.limits = limits;
    }

    void start(String name) {
        if (name.equals("TABLE")) {
            flush("P");
            table = new Table();
        } else if (table != null) {
            if (name.equals("TR")) {
                table.cells.clear();
            } else if (name.equals("TD") || name.equals("TH")) {
                buffer.setLength(0);
            } else {
                space();
            }
        } else if (LINES.contains(name)) {
            flush(open.isEmpty() ? "P" : open.get(open.size() - 1));
            open.add(name);
        } else {
            if (name.equals("B") && isBlank()) {
                boldFirst = true;
            }
            space();
        }
    }

    void end(String name) {
        Table rows = table;
        if (rows != null) {
            if (name.equals("TABLE")) {
                buffer.setLength(0);
                table = null;
            } else if (name.equals("TD") || name.equals("TH")) {
                rows.cells.add(taken());
            } else if (name.equals("TR")) {
                row(rows);
            } else {
                space();
            }
        } else if (LINES.contains(name) && !open.isEmpty()) {
            flush(open.remove(open.size() - 1));
        } else {
            space();
        }
    }

    void text(char[] characters, int from, int length) {
        letters += length;
        if (letters > limits.letters()) {
            throw new UnreadableTextException("the supplement has more than " + limits.letters() + " letters");
        }
        buffer.append(characters, from, length);
    }

    List<EntryText> entries() {
        flush("P");
        close();
        if (entries.isEmpty()) {
            throw new UnreadableTextException("the supplement holds no entry");
        }
        return List.copyOf(entries);
    }

    private void row(Table rows) {
        List<String> cells = List.copyOf(rows.cells);
        if (cells.isEmpty() || cells.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (!rows.headed) {
            rows.headed = true;
            rows.controls = cells.stream().anyMatch(cell -> CHART.matcher(cell).find())
                    || cells.get(0).equalsIgnoreCase("Control(s)");
            if (rows.controls) {
                return;
            }
        }
        Draft entry = draft;
        if (entry == null) {
            return;
        }
        if (rows.controls && !cells.get(0).isEmpty() && cells.size() <= 2) {
            entry.rows().add(new EntryText.Row(cells.get(0), cells.size() > 1 ? cells.get(1) : ""));
        } else {
            entry.lines().add(new EntryText.Line(null, String.join(" | ", cells)));
        }
        bound(entry);
    }

    private void flush(String name) {
        boolean bold = boldFirst;
        String text = taken();
        boldFirst = false;
        if (text.isEmpty()) {
            return;
        }
        Matcher heading = ENTRY.matcher(text);
        if (name.equals("FP-2") && bold && heading.matches()) {
            close();
            draft = new Draft(heading.group(1), heading.group(2), new ArrayList<>(), new ArrayList<>());
            if (entries.size() >= limits.entries()) {
                throw new UnreadableTextException("it holds more than " + limits.entries() + " entries");
            }
        } else if (draft != null
                && !(name.startsWith("H") && STANDING.matcher(text).matches())) {
            draft.lines().add(new EntryText.Line(null, text));
            bound(draft);
        }
    }

    private void bound(Draft entry) {
        if (entry.lines().size() + entry.rows().size() > limits.lines()) {
            throw new UnreadableTextException(entry.eccn() + " has more than " + limits.lines() + " lines");
        }
    }

    private void close() {
        Draft entry = draft;
        if (entry != null) {
            entries.add(new EntryText(entry.eccn(), entry.heading(), entry.rows(), entry.lines(), true));
        }
        draft = null;
    }

    private void space() {
        buffer.append(' ');
    }

    private boolean isBlank() {
        return buffer.toString().isBlank();
    }

    private String taken() {
        String text = buffer.toString().replaceAll("\\s+", " ").trim();
        buffer.setLength(0);
        return text;
    }
}
