package dev.portcullis.platform.pdf;

import java.util.ArrayList;
import java.util.List;

/** Sets text and tables one below the other, on as many pages as it takes, with a line at the head and the foot of each. */
public final class Flow {
    /** Left and right of what is set, in points. */
    public static final double MARGIN = 48;

    private static final double TOP = 64;
    private static final double BOTTOM = Sheet.HEIGHT - 56;
    private static final double SIZE = 8.5;
    private static final double LEADING = 1.38;
    private static final double PADDING = 3;

    private final Book book;
    private final String head;
    private Sheet sheet;
    private double y = TOP;

    /**
     * Begins on a new page.
     *
     * @param head at the head of each page
     */
    public Flow(Book book, String head) {
        this.book = book;
        this.head = head;
        sheet = book.page();
    }

    /** The width of what is set, in points. */
    public double width() {
        return Sheet.WIDTH - 2 * MARGIN;
    }

    /** The page that is being set. */
    public Sheet sheet() {
        return sheet;
    }

    /**
     * Takes room for a drawing, on the next page where this one has too little left.
     *
     * @param height in points, less than a page
     * @return where it begins, from the top of {@link #sheet}
     */
    public double take(double height) {
        need(height);
        double top = y;
        y += height;
        return top;
    }

    /** Begins a part. */
    public void heading(String text) {
        // A heading is not left alone at the foot of a page.
        need(70);
        y += 12;
        sheet.text(MARGIN, y + 12, Face.BOLD, 12, Ink.BLUE, text);
        y += 18;
        sheet.line(MARGIN, y, MARGIN + width(), y, 0.8, Ink.BLUE);
        y += 6;
    }

    /** Sets a paragraph. */
    public void paragraph(String text) {
        paragraph(Face.PLAIN, SIZE, Ink.BLACK, text);
        y += 3;
    }

    /** Sets a paragraph in a type of its own. */
    public void paragraph(Face face, double size, Ink ink, String text) {
        for (String line : Lines.of(book, face, size, width(), text)) {
            need(size * LEADING);
            sheet.text(MARGIN, y + size, face, size, ink, line);
            y += size * LEADING;
        }
    }

    /** Leaves room, in points. */
    public void space(double height) {
        y += height;
    }

    /**
     * Sets a table; its titles stand on each page that it reaches.
     *
     * @param rows each with a cell for each column
     */
    public void table(List<Column> columns, List<List<Cell>> rows) {
        double whole = columns.stream().mapToDouble(Column::share).sum();
        double[] widths = columns.stream()
                .mapToDouble(column -> width() * column.share() / whole)
                .toArray();
        need(40);
        titles(columns, widths);
        for (List<Cell> row : rows) {
            row(columns, widths, row);
        }
        y += 6;
    }

    /** Sets labels beside what they name. */
    public void facts(List<List<Cell>> facts) {
        double[] widths = {width() * 0.28, width() * 0.72};
        for (List<Cell> fact : facts) {
            row(List.of(), widths, fact);
        }
        y += 4;
    }

    private void titles(List<Column> columns, double[] widths) {
        if (columns.isEmpty()) {
            return;
        }
        double size = SIZE - 1;
        List<List<String>> texts = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> lines = Lines.of(
                    book,
                    Face.BOLD,
                    size,
                    widths[i] - 2 * PADDING,
                    columns.get(i).title());
            texts.add(lines);
            most = Math.max(most, lines.size());
        }
        double height = most * size * LEADING + 2 * PADDING;
        sheet.fill(MARGIN, y, width(), height, Ink.PALE);
        set(texts, widths, size, List.of());
        y += height;
    }

    private void row(List<Column> columns, double[] widths, List<Cell> cells) {
        if (cells.size() != widths.length) {
            throw new IllegalArgumentException("a row has a cell for each column");
        }
        List<List<String>> texts = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < widths.length; i++) {
            Cell cell = cells.get(i);
            List<String> lines =
                    Lines.of(book, cell.face(), size(cell), widths[i] - 2 * PADDING - cell.indent(), cell.text());
            texts.add(lines);
            most = Math.max(most, lines.size());
        }
        int from = 0;
        while (from < most) {
            int room = (int) ((BOTTOM - y - 2 * PADDING) / (SIZE * LEADING));
            boolean fits = room >= most - from;
            // A row stays whole where a page can hold it; else it goes on where the page ends.
            boolean fitsNext = (most - from) * SIZE * LEADING + 60 <= BOTTOM - TOP;
            if (!fits && (fitsNext || room < 3)) {
                turn();
                titles(columns, widths);
                continue;
            }
            int to = Math.min(most, from + room);
            part(texts, widths, cells, from, to);
            from = to;
        }
        sheet.line(MARGIN, y, MARGIN + width(), y, 0.4, Ink.LINE);
    }

    private void part(List<List<String>> texts, double[] widths, List<Cell> cells, int from, int to) {
        List<List<String>> lines = texts.stream()
                .map(all -> all.subList(Math.min(from, all.size()), Math.min(to, all.size())))
                .toList();
        set(lines, widths, SIZE, cells);
        y += (to - from) * SIZE * LEADING + 2 * PADDING;
    }

    private void set(List<List<String>> texts, double[] widths, double size, List<Cell> cells) {
        double x = MARGIN;
        for (int i = 0; i < widths.length; i++) {
            Cell cell = cells.isEmpty() ? Cell.of("", Face.BOLD, Ink.GRAY) : cells.get(i);
            double baseline = y + PADDING + size;
            for (String line : texts.get(i)) {
                sheet.text(
                        x + PADDING + cell.indent(),
                        baseline,
                        cell.face(),
                        cells.isEmpty() ? size : size(cell),
                        cell.ink(),
                        line);
                baseline += size * LEADING;
            }
            x += widths[i];
        }
    }

    private static double size(Cell cell) {
        return cell.face() == Face.MONO ? SIZE - 1.5 : SIZE;
    }

    private void need(double height) {
        if (y + height > BOTTOM) {
            turn();
        }
    }

    private void turn() {
        sheet = book.page();
        y = TOP;
    }

    /** Sets head and foot of all pages; nothing is set after that. */
    public void finish(String foot) {
        List<Sheet> pages = book.pages();
        for (int i = 0; i < pages.size(); i++) {
            Sheet page = pages.get(i);
            page.text(MARGIN, 38, Face.PLAIN, 7.5, Ink.GRAY, oneLine(head, width()));
            page.line(MARGIN, 44, MARGIN + width(), 44, 0.4, Ink.LINE);
            page.text(MARGIN, Sheet.HEIGHT - 32, Face.PLAIN, 7, Ink.GRAY, oneLine(foot, width() - 80));
            page.textTo(MARGIN + width(), Sheet.HEIGHT - 32, Face.PLAIN, 7, Ink.GRAY, (i + 1) + " of " + pages.size());
        }
    }

    private String oneLine(String text, double width) {
        List<String> lines = Lines.of(book, Face.PLAIN, 7.5, width - 8, text);
        return lines.size() == 1 ? lines.get(0) : lines.get(0) + "…";
    }
}
