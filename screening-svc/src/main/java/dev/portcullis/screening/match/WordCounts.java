package dev.portcullis.screening.match;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many names there are and how many of them hold each word: what the weights of words are taken from. An edition may be searched with the
 * counts of an earlier one, so that a score of two names stays what it was while the list around them changes; only then is it known whom a
 * change of some entries can touch. Immutable.
 *
 * @param names how many names were counted
 * @param words how many hold a word; words of one name are left out and count like unknown ones
 */
public record WordCounts(int names, Map<String, Integer> words) {
    public WordCounts {
        if (names < 0 || words.values().stream().anyMatch(count -> count < 2 || count > names)) {
            throw new IllegalArgumentException(
                    "a word is counted where two names hold it, and not more than there are");
        }
        words = Map.copyOf(words);
    }

    /** Leaves out the words of one name. */
    static WordCounts of(int names, Map<String, Integer> all) {
        Map<String, Integer> words = new TreeMap<>();
        all.forEach((word, count) -> {
            if (count > 1) {
                words.put(word, count);
            }
        });
        return new WordCounts(names, words);
    }

    /** A line for the number of names, and one for each word, in the order of the words. */
    public String text() {
        StringBuilder text = new StringBuilder().append(names).append('\n');
        new TreeMap<>(words)
                .forEach((word, count) ->
                        text.append(word).append(' ').append(count).append('\n'));
        return text.toString();
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    public static WordCounts parse(String text) {
        String[] lines = text.split("\n");
        Map<String, Integer> words = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int space = lines[i].indexOf(' ');
            if (space < 1) {
                throw new IllegalArgumentException("a word and its count stand on a line");
            }
            words.put(lines[i].substring(0, space), Integer.parseInt(lines[i].substring(space + 1)));
        }
        return new WordCounts(Integer.parseInt(lines[0]), words);
    }

    /** How many names hold a word; 0 also where only one does. */
    int count(String word) {
        return words.getOrDefault(word, 0);
    }

    /**
     * How much other counts differ: 0 where they are the same, and about the share of names that came or went.
     *
     * @return 0 or more
     */
    public double distance(WordCounts other) {
        long difference = Math.abs(names - other.names);
        long all = Math.max(1, names);
        for (Map.Entry<String, Integer> word : words.entrySet()) {
            difference += Math.abs(word.getValue() - other.count(word.getKey()));
            all += word.getValue();
        }
        for (Map.Entry<String, Integer> word : other.words.entrySet()) {
            difference += words.containsKey(word.getKey()) ? 0 : word.getValue();
        }
        return (double) difference / all;
    }
}
