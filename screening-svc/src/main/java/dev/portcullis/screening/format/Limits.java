package dev.portcullis.screening.format;

/**
 * Bounds of a file. What goes beyond those of an entry puts the entry into quarantine; what goes beyond those of the file refuses the file.
 *
 * @param bytes the most bytes of the file, after unpacking
 * @param rows the most rows, records or documents
 * @param fieldCharacters the most characters of a field, a text or a tag
 * @param nameCharacters the most characters of a name or an alias
 * @param aliases the most aliases of an entry
 * @param values the most addresses, programs, births, places, nationalities or identifiers of an entry, of each
 * @param nodes the most elements or values within one record
 */
public record Limits(
        long bytes, int rows, int fieldCharacters, int nameCharacters, int aliases, int values, int nodes) {
    /**
     * Several times what the largest lists of 2026 hold: 120 MB of OFAC's advanced XML, 25,921 rows, names up to 381 and fields up to some
     * 10,000 characters, 250 aliases.
     */
    public static final Limits DEFAULT = new Limits(400L << 20, 500_000, 100_000, 2_000, 1_000, 2_000, 500_000);
}
