package dev.portcullis.platform.pdf;

/**
 * A cell of a table.
 *
 * @param indent of its text, in points
 */
public record Cell(String text, Face face, Ink ink, double indent) {
    /** A plain cell. */
    public static Cell of(String text) {
        return new Cell(text, Face.PLAIN, Ink.BLACK, 0);
    }

    public static Cell of(String text, Face face, Ink ink) {
        return new Cell(text, face, ink, 0);
    }

    /** The same cell, its text further right. */
    public Cell indented(double by) {
        return new Cell(text, face, ink, indent + by);
    }
}
