package dev.portcullis.screening.name;

import org.jspecify.annotations.Nullable;

/**
 * One word of a normalized name.
 *
 * @param text lower-case ASCII letters and digits, never empty
 * @param legalForm the class of legal form that the word (or the phrase it stands for) names, such as {@code limited};
 *     absent for a word that is part of the name proper
 */
public record Word(String text, @Nullable String legalForm) {
    public Word {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a word has at least one letter or digit");
        }
    }

    /** A word of the name proper. */
    public static Word of(String text) {
        return new Word(text, null);
    }

    /** Whether the word only names a legal form. */
    public boolean isLegalForm() {
        return legalForm != null;
    }
}
