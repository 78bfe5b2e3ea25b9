package dev.portcullis.screening.signal;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the Federal Register as they come, made readable. */
final class Texts {
    /** The publisher's typesetting leaves accents in brackets: {@code T[uuml]rkiye}. */
    private static final Pattern BRACKETED = Pattern.compile("\\[([A-Za-z])(uml|acute|grave|circ|tilde|cedil|ring)]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

    private Texts() {}

    /** The text with its accents, one space between words, nothing invisible, and no more than so many characters. */
    static String clean(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest);
        String spaced = SPACE.matcher(cut).replaceAll(" ").strip();
        if (spaced.indexOf('[') < 0) {
            return spaced;
        }
        Matcher bracketed = BRACKETED.matcher(spaced);
        return bracketed.replaceAll(
                found -> Normalizer.normalize(found.group(1) + mark(found.group(2)), Normalizer.Form.NFC));
    }

    private static char mark(String name) {
        return switch (name) {
            case "uml" -> '\u0308';
            case "acute" -> '\u0301';
            case "grave" -> '\u0300';
            case "circ" -> '\u0302';
            case "tilde" -> '\u0303';
            case "cedil" -> '\u0327';
            default -> '\u030a';
        };
    }
}
