package dev.portcullis.screening.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes Arabic script, Persian, Pashto and Urdu included, as consonants: short vowels are not written, and no two romanizations agree on the long
 * ones. The article is told apart, and words that are part of many names are written as lists write them. Pure; letters and words are data.
 */
final class ArabicScript {
    private static final String ARTICLE = "ال";
    private static final String SERVANT = "عبد";

    /** Names in names, and their consonants. */
    private static final Map<String, String> BORNE = Map.of("الله", "lh", "اللہ", "lh", "الدين", "dyn", "الدین", "dyn");

    /** The fewest letters that follow an article. */
    private static final int SHORTEST = 2;

    /** Letters that one language writes in place of another's, and those in their place. */
    private static final String VARIANTS = "آاأاإاٱاىیيیكکةهہهھهۀهؤوئی";

    /** Letters that another h would make another consonant of. */
    private static final String BEFORE_H = "szdtkgcp";

    private final Map<String, String> letters;
    private final Map<String, String> words = new HashMap<>();

    ArabicScript(Map<String, String> letters, Map<String, String> words) {
        this.letters = letters;
        words.forEach((word, latin) -> this.words.put(unified(word), latin));
    }

    /** The word in one language's letters, so that it is found in whichever it is written. */
    private static String unified(String word) {
        StringBuilder unified = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int variant = VARIANTS.indexOf(word.charAt(i));
            if (variant >= 0 && variant % 2 == 0) {
                unified.setCharAt(i, VARIANTS.charAt(variant + 1));
            }
        }
        return unified.toString();
    }

    /** The word in Latin letters, in several words where it holds an article. */
    String latinize(String word) {
        List<String> written = new ArrayList<>();
        write(word.replace("ـ", "").replaceAll("\\p{M}", ""), written);
        return String.join(" ", written);
    }

    private void write(String word, List<String> written) {
        String known = words.get(unified(word));
        if (known != null) {
            written.add(known);
        } else if (word.startsWith(SERVANT + ARTICLE) && word.length() >= 5 + SHORTEST) {
            written.add("abd");
            written.add("al");
            writeBare(word.substring(5), written);
        } else if (word.startsWith(ARTICLE) && word.length() >= 2 + SHORTEST) {
            written.add("al");
            writeBare(word.substring(2), written);
        } else {
            writeBare(word, written);
        }
    }

    /** A word without its article. */
    private void writeBare(String word, List<String> written) {
        String known = words.get(unified(word));
        String bearing = bearing(word);
        if (known != null) {
            written.add(known);
        } else if (!bearing.isEmpty()) {
            written.add(bearing);
        } else {
            add(consonants(word), written);
        }
    }

    /** Who bears God's name or the faith's in his own, written as one word; empty where the word holds none. */
    private String bearing(String word) {
        for (Map.Entry<String, String> borne : BORNE.entrySet()) {
            int rest = word.length() - borne.getKey().length();
            if (rest >= SHORTEST && word.endsWith(borne.getKey())) {
                return consonants(word.substring(0, rest)) + borne.getValue();
            }
        }
        return "";
    }

    private static void add(String latin, List<String> written) {
        if (!latin.isEmpty()) {
            written.add(latin);
        }
    }

    private String consonants(String word) {
        StringBuilder consonants = new StringBuilder();
        // A heh at the end is a vowel in Persian, and nobody hears it in Arabic.
        int end = word.length() > 2 && "هہ".indexOf(word.charAt(word.length() - 1)) >= 0
                ? word.length() - 1
                : word.length();
        for (int i = 0; i < end; i++) {
            String latin = letters.getOrDefault(word.substring(i, i + 1), "");
            // Not to be read as the second letter of sh, kh and their like.
            boolean silent = latin.equals("h")
                    && !consonants.isEmpty()
                    && BEFORE_H.indexOf(consonants.charAt(consonants.length() - 1)) >= 0;
            consonants.append(silent ? "" : latin);
        }
        return consonants.toString();
    }
}
