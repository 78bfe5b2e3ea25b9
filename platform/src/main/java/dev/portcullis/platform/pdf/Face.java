package dev.portcullis.platform.pdf;

/** The typefaces of a document. */
public enum Face {
    PLAIN("DejaVuSansCondensed"),
    BOLD("DejaVuSansCondensed-Bold"),
    /** All characters of the same width: for digests. */
    MONO("DejaVuSansMono");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    String resource() {
        return "/net/sf/jasperreports/fonts/dejavu/" + file + ".ttf";
    }
}
