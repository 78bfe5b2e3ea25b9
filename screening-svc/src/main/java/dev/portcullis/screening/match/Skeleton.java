package dev.portcullis.screening.match;

/**
 * What all romanizations of a word that is written in Arabic script have in common: its consonants, in classes. Vowels are not written, long ones
 * are written as anything, and w, v and y with them. Languages disagree on the emphatic letters: what is Reza in Tehran is Rida in Cairo. An h is
 * told apart from the second letter of sh, kh and their like only by who knows the word.
 */
final class Skeleton {
    /** Spellings and the consonant's class; the first that fits at a place is taken, so the longer come first. */
    private static final String[] CLASSES = {
        "tsch", "s", "tch", "s", "sch", "s", "dsch", "g", "dzh", "g", "kh", "X", "gh", "g", "sh", "s", "ch", "s", "th",
        "s", "dh", "d", "zh", "g", "dj", "g", "ph", "f", "ck", "k", "ce", "s", "ci", "s", "b", "b", "p", "p", "t", "t",
        "d", "d", "z", "d", "s", "s", "x", "ks", "j", "g", "g", "g", "k", "k", "q", "k", "c", "k", "f", "f", "l", "l",
        "m", "m", "n", "n", "r", "r", "h", "h"
    };

    /** Consonants behind which an h may be their second letter. */
    private static final String BEFORE_H = "Xgstdk";

    private Skeleton() {}

    /** The skeleton of a lower-case ASCII word; empty where it has no consonant but w, v and y. */
    static String of(String word) {
        StringBuilder skeleton = new StringBuilder(word.length());
        // In Arabic script a doubled consonant is written once, and two in a row have a vowel between them.
        boolean doubled = word.chars().anyMatch(c -> Sound.isVowel((char) c));
        int at = 0;
        while (at < word.length()) {
            at += step(word, at, doubled, skeleton);
        }
        int end = skeleton.length();
        // Nobody hears it, and Persian writes a vowel so.
        if (end > 1 && skeleton.charAt(end - 1) == 'h') {
            skeleton.setLength(end - 1);
        }
        return skeleton.toString();
    }

    private static int step(String word, int at, boolean doubled, StringBuilder skeleton) {
        char letter = word.charAt(at);
        if (doubled && at > 0 && letter == word.charAt(at - 1)) {
            return 1;
        }
        for (int i = 0; i < CLASSES.length; i += 2) {
            if (word.startsWith(CLASSES[i], at)) {
                boolean silent = CLASSES[i].equals("h")
                        && !skeleton.isEmpty()
                        && BEFORE_H.indexOf(skeleton.charAt(skeleton.length() - 1)) >= 0;
                if (!silent) {
                    skeleton.append(CLASSES[i + 1]);
                }
                return CLASSES[i].length();
            }
        }
        return 1;
    }
}
