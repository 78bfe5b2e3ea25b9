package dev.portcullis.screening.search;

import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.Word;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words of names as numbers. Two words have one in common where they are equal, a letter apart, or have the same consonants in the same order: a
 * word gives itself, itself without each of its letters, and its consonants.
 */
final class NameKeys {
    /** Words of a name, and names of a party, that count. */
    private static final int MOST_WORDS = 12;

    private static final int MOST_NAMES = 20;
    private static final int LONGEST_WORD = 20;
    private static final int SHORTEST_WITH_A_SLIP = 4;
    private static final int FEWEST_CONSONANTS = 3;

    private final NameNormalizer normalizer = new NameNormalizer(Lexicon.shipped());

    /** The numbers of all words of some names; those of legal forms say nothing. */
    Set<Integer> of(Collection<String> names) {
        Set<Integer> keys = new TreeSet<>();
        names.stream()
                .limit(MOST_NAMES)
                .forEach(name -> normalizer.normalize(name).words().stream()
                        .filter(word -> !word.isLegalForm())
                        .map(Word::text)
                        .limit(MOST_WORDS)
                        .forEach(word -> add(word, keys)));
        return keys;
    }

    private static void add(String text, Set<Integer> keys) {
        String word = text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) : text;
        keys.add(word.hashCode());
        if (word.length() >= SHORTEST_WITH_A_SLIP) {
            for (int i = 0; i < word.length(); i++) {
                keys.add((word.substring(0, i) + word.substring(i + 1)).hashCode());
            }
        }
        String consonants = word.replaceAll("[aeiouyhw]+|(.)(?=\\1)", "");
        if (consonants.length() >= FEWEST_CONSONANTS) {
            keys.add(("#" + consonants).hashCode());
        }
    }
}
