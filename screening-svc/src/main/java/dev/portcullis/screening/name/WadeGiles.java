package dev.portcullis.screening.name;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a name that is spelled in Pinyin as Wade and Giles spell it: Zhang Xueliang is Chang Hsueh-liang. Taiwan, and books and papers from
 * before 1979, write names so. Pure; the syllables are data.
 */
public final class WadeGiles {
    private static final int LONGEST_SYLLABLE = 6;

    private final Lexicon lexicon;

    public WadeGiles(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The name's words in the other romanization; none where they are the same, or the name is no Chinese one of two or three words. */
    public List<String> of(NormalizedName name) {
        if (name.words().size() < 2 || name.words().size() > 3) {
            return List.of();
        }
        List<String> written = new ArrayList<>();
        boolean differs = false;
        for (Word word : name.words()) {
            String spelled = spell(word.text(), 2);
            if (spelled.isEmpty()) {
                return List.of();
            }
            written.add(spelled);
            differs |= !spelled.equals(word.text());
        }
        return differs ? written : List.of();
    }

    /** A word of so many syllables at most; empty where it is none. The longest first syllable is taken that leaves another or nothing. */
    private String spell(String word, int syllables) {
        for (int end = Math.min(LONGEST_SYLLABLE, word.length()); end > 0; end--) {
            String first = lexicon.wadeGiles(word.substring(0, end));
            if (first != null && end == word.length()) {
                return first;
            }
            if (first != null && syllables > 1) {
                String rest = spell(word.substring(end), syllables - 1);
                if (!rest.isEmpty()) {
                    return first + rest;
                }
            }
        }
        return "";
    }
}
