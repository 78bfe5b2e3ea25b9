package dev.portcullis.platform.pdf;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text as a document can show it. A character that the typeface lacks, or whose script is not set by placing one glyph after the other
 * from left to right, is shown by its number, such as {@code [U+4E2D]}: better to be read with effort than wrongly.
 */
final class Scripts {
    private Scripts() {}

    static String shown(String text, IntPredicate inFace) {
        if (text.codePoints().allMatch(c -> plain(c) && inFace.test(c))) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                shown.append(' ');
            } else if (plain(c) && inFace.test(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", c));
            }
        });
        return shown.toString();
    }

    private static boolean plain(int character) {
        if (character == ' ') {
            return true;
        }
        int type = Character.getType(character);
        if (type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || Character.isSpaceChar(character)) {
            return false;
        }
        byte direction = Character.getDirectionality(character);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && direction != Character.DIRECTIONALITY_ARABIC_NUMBER;
    }
}
