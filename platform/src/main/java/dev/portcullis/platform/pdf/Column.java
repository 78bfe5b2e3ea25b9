package dev.portcullis.platform.pdf;

/**
 * A column of a table.
 *
 * @param title over it
 * @param share of the table's width; those of all columns are set in proportion
 */
public record Column(String title, double share) {
    public Column {
        if (!(share > 0)) {
            throw new IllegalArgumentException("a column has a width");
        }
    }
}
