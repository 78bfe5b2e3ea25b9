package dev.portcullis.screening.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of Arabic names that are written apart by some and as one by others, read in one way: a servant of God, in whatever name of God, in two
 * words; what is God's, or of the faith, in one. In Arabic script they have no vowels, and none is put in.
 */
final class ArabicNames {
    private static final Set<String> ARTICLES = Set.of("al", "el", "ul", "ur", "ud", "us", "ad", "ed");
    private static final Set<String> GOD = Set.of("allah", "ullah", "ollah");
    private static final Set<String> FAITH = Set.of("din", "deen", "dine", "dyn");
    private static final Set<String> THE_FAITH =
            Set.of("uddin", "eddin", "eddine", "aldin", "eldin", "uddeen", "oddin");

    /** Abdulaziz, Abdelkader, Abdurrahman; not Abdullah, nor Abdullayev. */
    private static final Pattern SERVANT =
            Pattern.compile("abd(?:[aeiou]{1,2}l|[aeou]r(?=r)|[aeou]s(?=s)|[aeou]n(?=n))(?!l*la|a[iy]?ev)(\\w{3,})");

    private ArabicNames() {}

    static List<String> read(List<String> words) {
        List<String> read = new ArrayList<>(words.size() + 1);
        int at = 0;
        while (at < words.size()) {
            at += step(words, at, read);
        }
        return read;
    }

    /** Reads on from a place; how many words were taken. */
    private static int step(List<String> words, int at, List<String> read) {
        String word = words.get(at);
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        String afterNext = at + 2 < words.size() ? words.get(at + 2) : "";
        boolean mayBear = (word.length() > 2 || !hasVowel(word))
                && !ARTICLES.contains(word)
                && !word.equals("abu")
                && !word.equals("bin");
        if (word.equals("abd")) {
            if (GOD.contains(next)) {
                read.add("abdullah");
                return 2;
            }
            if (ARTICLES.contains(next) && !afterNext.isEmpty()) {
                read.add("abdul");
                return 2;
            }
        } else if (mayBear && GOD.contains(next)) {
            read.add(word + (hasVowel(word) ? "ullah" : "lh"));
            return 2;
        } else if (mayBear && THE_FAITH.contains(next)) {
            read.add(ofTheFaith(word));
            return 2;
        } else if (mayBear && ARTICLES.contains(next) && FAITH.contains(afterNext)) {
            read.add(ofTheFaith(word));
            return 3;
        } else if (word.startsWith("abd")) {
            Matcher servant = SERVANT.matcher(word);
            if (servant.matches()) {
                read.add("abdul");
                read.add(servant.group(1));
                return 1;
            }
        }
        read.add(
                word.endsWith("aldin") || word.endsWith("eldin") || word.endsWith("aldeen") || word.endsWith("eldeen")
                        ? word.replaceFirst("(?:[ae]ldin|[ae]ldeen)$", "uddin")
                        : word);
        return 1;
    }

    private static String ofTheFaith(String word) {
        return word + (hasVowel(word) ? "uddin" : "dyn");
    }

    private static boolean hasVowel(String word) {
        return word.chars().anyMatch(c -> "aeiou".indexOf(c) >= 0);
    }
}
