package dev.portcullis.screening.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes Arabic script, Persian, Pashto and Urdu included, as consonants: short vowels are not written, and no two romanizations agree on the long
 * ones. The article is told apart, and words that are part of many names are written as lists write them. Pure; letters and words are data.
 */
final class ArabicScript {
    private static final String ARTICLE = "ال";
    private static final String SERVANT = "عبد";

    /** The fewest letters that follow an article. */
    private static final int SHORTEST = 2;

    private final Map<String, String> letters;
    private final Map<String, String> words;

    ArabicScript(Map<String, String> letters, Map<String, String> words) {
        this.letters = letters;
        this.words = words;
    }

    /** The word in Latin letters, in several words where it holds an article. */
    String latinize(String word) {
        List<String> written = new ArrayList<>();
        write(word.replace("ـ", "").replaceAll("\\p{M}", ""), written);
        return String.join(" ", written);
    }

    private void write(String word, List<String> written) {
        String known = words.get(word);
        if (known != null) {
            written.add(known);
        } else if (word.startsWith(SERVANT + ARTICLE) && word.length() >= 5 + SHORTEST) {
            written.add("abd");
            write(word.substring(3), written);
        } else if (word.startsWith(ARTICLE) && word.length() >= 2 + SHORTEST) {
            written.add("al");
            write(word.substring(2), written);
        } else {
            StringBuilder consonants = new StringBuilder();
            // A heh at the end is a vowel in Persian, and nobody hears it in Arabic.
            int end = word.length() > 2 && "هہ".indexOf(word.charAt(word.length() - 1)) >= 0
                    ? word.length() - 1
                    : word.length();
            for (int i = 0; i < end; i++) {
                consonants.append(letters.getOrDefault(word.substring(i, i + 1), ""));
            }
            if (consonants.length() > 0) {
                written.add(consonants.toString());
            }
        }
    }
}
