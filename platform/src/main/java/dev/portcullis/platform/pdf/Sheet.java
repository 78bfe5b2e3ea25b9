package dev.portcullis.platform.pdf;

import java.util.Locale;

/** One page. Places are in points from its upper left corner. */
public final class Sheet {
    /** ISO 216 A4, in points. */
    public static final double WIDTH = 595.28;

    public static final double HEIGHT = 841.89;

    private final Book book;
    private final StringBuilder content = new StringBuilder();

    Sheet(Book book) {
        this.book = book;
    }

    /**
     * Writes a line of text.
     *
     * @param y of the line that the letters stand on
     */
    public void text(double x, double y, Face face, double size, Ink ink, String text) {
        if (text.isEmpty()) {
            return;
        }
        content.append(String.format(
                Locale.ROOT,
                "/C cs %s sc BT /%s %.2f Tf %.2f %.2f Td <%s> Tj ET\n",
                ink.components(),
                face.name(),
                size,
                x,
                HEIGHT - y,
                book.type(face).codes(text)));
    }

    /** Writes a line of text that ends at a place. */
    public void textTo(double right, double y, Face face, double size, Ink ink, String text) {
        text(right - book.width(text, face, size), y, face, size, ink, text);
    }

    /** Fills a rectangle. */
    public void fill(double x, double y, double width, double height, Ink ink) {
        content.append(String.format(
                Locale.ROOT,
                "/C cs %s sc %.2f %.2f %.2f %.2f re f\n",
                ink.components(),
                x,
                HEIGHT - y - height,
                width,
                height));
    }

    /** Draws a straight line. */
    public void line(double fromX, double fromY, double toX, double toY, double thickness, Ink ink) {
        content.append(String.format(
                Locale.ROOT,
                "/C CS %s SC %.2f w %.2f %.2f m %.2f %.2f l S\n",
                ink.components(),
                thickness,
                fromX,
                HEIGHT - fromY,
                toX,
                HEIGHT - toY));
    }

    String content() {
        return content.toString();
    }
}
