package dev.portcullis.screening.match;

/**
 * How a word sounds, roughly, whatever the romanization: Khuavey and Huawei, Yusuf and Jusuf, Tschaikowski and Chaykovskiy.
 * It supports a spelling's similarity and never stands alone for one.
 */
final class Sound {
    /** Pairs of a spelling and its sound; the first that fits at a place is taken, so the longer come first. */
    private static final String[] FOLDS = {
        "shch", "s", "tsch", "c", "dzh", "j", "sch", "s", "tch", "c", "tsu", "tu", "chi", "ti", "syo", "su", "syu",
        "su", "sya", "sa", "woo", "u", "kh", "h", "gh", "g", "ph", "f", "th", "t", "dh", "d", "zh", "j", "sh", "s",
        "ch", "c", "ts", "c", "tz", "c", "dj", "j", "ck", "k", "qu", "k", "fu", "hu", "ou", "u", "oo", "u", "eo", "u",
        "eu", "u", "ee", "i", "ey", "i", "ei", "i", "ay", "ai", "aw", "au", "iy", "i", "yi", "i", "ij", "i", "ii", "i",
        "iu", "iu", "ye", "i", "x", "ks", "q", "k", "w", "v", "y", "i", "z", "s", "e", "i", "o", "u"
    };

    private Sound() {}

    /** The sound of a lower-case ASCII word; digits stay as they are. */
    static String of(String word) {
        StringBuilder sound = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            at += fold(word, at, sound);
        }
        return dropSilent(sound);
    }

    /** The consonants of a sound, with a mark for a vowel that begins it; ng at the end is one. */
    static String consonants(String sound) {
        StringBuilder kept = new StringBuilder(sound.length());
        int end = sound.endsWith("ng") ? sound.length() - 1 : sound.length();
        for (int i = 0; i < end; i++) {
            char c = sound.charAt(i);
            if (!isVowel(c)) {
                kept.append(c);
            } else if (i == 0) {
                kept.append('a');
            }
        }
        return kept.toString();
    }

    static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }

    private static int fold(String word, int at, StringBuilder sound) {
        if (word.charAt(at) == 'z' && (word.endsWith("zi") || word.endsWith("zy")) && at == word.length() - 2) {
            sound.append("ji");
            return 2;
        }
        for (int i = 0; i < FOLDS.length; i += 2) {
            if (word.startsWith(FOLDS[i], at)) {
                sound.append(FOLDS[i + 1]);
                return FOLDS[i].length();
            }
        }
        char c = word.charAt(at);
        if (c == 'c') {
            boolean soft = at + 1 < word.length() && "eiy".indexOf(word.charAt(at + 1)) >= 0;
            c = soft ? 's' : 'k';
        }
        sound.append(c);
        return 1;
    }

    /** Romanoff is Romanov. */
    private static void hardenEnd(StringBuilder sound) {
        int end = sound.length();
        while (end > 0 && sound.charAt(end - 1) == 'f') {
            end--;
        }
        if (end > 0 && end < sound.length() && isVowel(sound.charAt(end - 1))) {
            sound.setLength(end);
            sound.append('v');
        }
    }

    /** Drops doubles, and an h that nobody hears: after a vowel at the end or before a consonant, as in John. */
    private static String dropSilent(StringBuilder sound) {
        hardenEnd(sound);
        StringBuilder kept = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char c = sound.charAt(i);
            boolean doubled = !kept.isEmpty() && kept.charAt(kept.length() - 1) == c && !Character.isDigit(c);
            boolean silent = c == 'h'
                    && i > 0
                    && isVowel(sound.charAt(i - 1))
                    && (i + 1 == sound.length() || !isVowel(sound.charAt(i + 1)));
            if (!doubled && !silent) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
