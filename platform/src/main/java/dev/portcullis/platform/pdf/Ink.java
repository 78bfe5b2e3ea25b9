package dev.portcullis.platform.pdf;

import java.util.Locale;

/**
 * A color in the primaries of sRGB.
 *
 * @param red from 0 to 1
 * @param green from 0 to 1
 * @param blue from 0 to 1
 */
public record Ink(double red, double green, double blue) {
    public static final Ink BLACK = new Ink(0.08, 0.09, 0.11);
    public static final Ink GRAY = new Ink(0.40, 0.42, 0.45);
    public static final Ink LINE = new Ink(0.80, 0.82, 0.84);
    public static final Ink PALE = new Ink(0.945, 0.95, 0.96);
    public static final Ink BLUE = new Ink(0.10, 0.28, 0.53);
    public static final Ink RED = new Ink(0.72, 0.16, 0.13);
    public static final Ink AMBER = new Ink(0.75, 0.48, 0.04);

    public Ink {
        if (!(red >= 0 && red <= 1 && green >= 0 && green <= 1 && blue >= 0 && blue <= 1)) {
            throw new IllegalArgumentException("a color's parts go from 0 to 1");
        }
    }

    String components() {
        return String.format(Locale.ROOT, "%.3f %.3f %.3f", red, green, blue);
    }
}
