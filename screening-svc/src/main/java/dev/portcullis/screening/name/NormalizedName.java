package dev.portcullis.screening.name;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is compared: words in the order in which they were written, without stop words, marks, case and
 * punctuation. Two names are equal after normalization where the words of the name proper are the same, in any order, and
 * the legal forms do not contradict each other.
 *
 * @param original the text as it came
 * @param words all words, those of a legal form marked; empty only where the text holds neither letters nor digits
 */
public record NormalizedName(String original, List<Word> words) {
    public NormalizedName {
        words = List.copyOf(words);
    }

    /** The words of the name proper. */
    public List<Word> core() {
        int forms = 0;
        for (Word word : words) {
            forms += word.isLegalForm() ? 1 : 0;
        }
        return forms == 0
                ? words
                : words.stream().filter(word -> !word.isLegalForm()).toList();
    }

    /** The class of the legal form; absent where the name states none. */
    public @Nullable String legalForm() {
        String found = null;
        for (Word word : words) {
            String form = word.legalForm();
            if (form != null && (found == null || found.equals(Lexicon.GENERIC_FORM))) {
                found = form;
            }
        }
        return found;
    }

    /** The same name with no word taken for a legal form, as the name of a person or a vessel is read. */
    public NormalizedName asPlainName() {
        return new NormalizedName(
                original, words.stream().map(word -> Word.of(word.text())).toList());
    }
}
