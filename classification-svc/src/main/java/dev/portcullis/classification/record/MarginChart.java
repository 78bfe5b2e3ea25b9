package dev.portcullis.classification.record;

import dev.portcullis.platform.pdf.Book;
import dev.portcullis.platform.pdf.Face;
import dev.portcullis.platform.pdf.Flow;
import dev.portcullis.platform.pdf.Ink;
import dev.portcullis.platform.pdf.Sheet;
import java.util.List;
import java.util.Locale;

/**
 * Draws how far figures lie from their thresholds: a bar from the threshold to the figure, on a scale of the figure's multiple of the
 * threshold. The scale is logarithmic, so that half and double are equally far; it ends at a thousandth and a thousandfold.
 */
final class MarginChart {
    private static final double ROW = 25;
    private static final double LABELS = 0.40;
    private static final double DECADES = 3;

    private final Book book;
    private final Flow flow;

    MarginChart(Book book, Flow flow) {
        this.book = book;
        this.flow = flow;
    }

    void draw(List<Margin> margins) {
        for (Margin margin : margins) {
            double top = flow.take(ROW);
            bar(margin, top);
        }
        axis(flow.take(16));
    }

    private double left() {
        return Flow.MARGIN + flow.width() * LABELS + 14;
    }

    private double right() {
        return Flow.MARGIN + flow.width() - 6;
    }

    private double middle() {
        return (left() + right()) / 2;
    }

    private void bar(Margin margin, double top) {
        Sheet sheet = flow.sheet();
        double width = flow.width() * LABELS;
        sheet.text(Flow.MARGIN, top + 9, Face.PLAIN, 8, Ink.BLACK, cut(Words.capital(margin.label()), 8, width));
        sheet.text(Flow.MARGIN, top + 19, Face.PLAIN, 7, Ink.GRAY, cut(Words.comparison(margin), 7, width));
        Ink ink = margin.met() ? Ink.RED : Ink.BLUE;
        double end = place(decades(margin));
        double from = Math.min(end, middle());
        sheet.fill(from, top + 5, Math.max(1.5, Math.abs(end - middle())), 8, ink);
        sheet.line(middle(), top, middle(), top + ROW, 0.8, Ink.BLACK);
        String figure = Words.multiple(margin) + (margin.met() ? ", met" : ", not met");
        double size = 7;
        if (end >= middle()) {
            sheet.textTo(middle() - 5, top + 11.5, Face.PLAIN, size, ink, figure);
        } else {
            sheet.text(middle() + 5, top + 11.5, Face.PLAIN, size, ink, figure);
        }
    }

    private void axis(double top) {
        Sheet sheet = flow.sheet();
        sheet.line(left(), top, right(), top, 0.6, Ink.GRAY);
        for (int decade = -3; decade <= 3; decade++) {
            double x = place(decade);
            sheet.line(x, top, x, top + 3, 0.6, Ink.GRAY);
            String text = decade == 0
                    ? "threshold"
                    : decade < 0
                            ? "1/" + String.format(Locale.ROOT, "%.0f", Math.pow(10, -decade))
                            : String.format(Locale.ROOT, "%.0f", Math.pow(10, decade)) + "×";
            sheet.text(x - book.width(text, Face.PLAIN, 6.5) / 2, top + 10, Face.PLAIN, 6.5, Ink.GRAY, text);
        }
    }

    /** How many powers of ten the figure lies above its threshold, within the scale. */
    static double decades(Margin margin) {
        int value = margin.value().signum();
        int threshold = margin.threshold().signum();
        if (threshold <= 0 || value <= 0) {
            return Math.signum(margin.margin().doubleValue()) * DECADES;
        }
        // Figures go beyond what a double holds exactly, never beyond its range.
        double decades = Math.log10(margin.value().doubleValue())
                - Math.log10(margin.threshold().doubleValue());
        return Math.max(-DECADES, Math.min(DECADES, decades));
    }

    private double place(double decades) {
        return middle() + decades / DECADES * (right() - left()) / 2;
    }

    private String cut(String text, double size, double width) {
        if (book.width(text, Face.PLAIN, size) <= width) {
            return text;
        }
        String shorter = text;
        while (!shorter.isEmpty() && book.width(shorter + "…", Face.PLAIN, size) > width) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter + "…";
    }
}
