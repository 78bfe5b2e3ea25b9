package dev.portcullis.licensing.determination;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a sender states of a transaction: {@code YES} or {@code NO}, with whatever he adds behind it, such as a document's number. */
enum Statement {
    YES,
    NO,
    /** Nothing was said, or neither yes nor no. */
    UNCLEAR;

    static Statement of(@Nullable String said) {
        if (said == null) {
            return UNCLEAR;
        }
        String text = said.strip().toUpperCase(Locale.ROOT);
        return begins(text, "YES") ? YES : begins(text, "NO") ? NO : UNCLEAR;
    }

    private static boolean begins(String text, String word) {
        return text.startsWith(word)
                && (text.length() == word.length() || !Character.isLetterOrDigit(text.charAt(word.length())));
    }
}
