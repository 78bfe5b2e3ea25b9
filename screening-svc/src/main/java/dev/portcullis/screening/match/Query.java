package dev.portcullis.screening.match;

import dev.portcullis.screening.name.NormalizedName;
import dev.portcullis.screening.name.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name that is asked for, as the index reads it. Words are ordered by their texts, so that the order in which they came has no say;
 * sets of words are bits.
 *
 * @param words all words, those of a legal form included
 * @param roles see {@link Role}
 * @param core the words of the name proper
 * @param plain all words: as the name of a person or a vessel is read
 * @param letters single letters
 * @param weights the words' weights
 * @param form the class of the legal form
 * @param joined pairs of words that are one word of the index
 */
record Query(
        Term[] words,
        byte[] roles,
        long core,
        long plain,
        long letters,
        double[] weights,
        @Nullable String form,
        List<Joined> joined) {

    /**
     * Two words of the query that are one word of the index.
     *
     * @param words their bits
     * @param term the word's number
     * @param weight their weights together
     */
    record Joined(long words, int term, double weight) {}

    private record Part(Term term, byte role, boolean core) {}

    static Query of(NormalizedName name, byte[] roles, Terms terms) {
        List<Word> read = name.words();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(NameTable.MOST_WORDS, read.size()); i++) {
            Word word = read.get(i);
            byte role = i < roles.length ? roles[i] : Role.UNKNOWN;
            parts.add(new Part(terms.of(Term.cut(word.text())), role, !word.isLegalForm()));
        }
        parts.sort(Comparator.comparing((Part part) -> part.term.text())
                .thenComparing(Part::role)
                .thenComparing(Part::core));
        Term[] words = parts.stream().map(Part::term).toArray(Term[]::new);
        byte[] sorted = new byte[words.length];
        double[] weights = new double[words.length];
        long core = 0;
        long letters = 0;
        for (int i = 0; i < words.length; i++) {
            sorted[i] = parts.get(i).role;
            weights[i] = words[i].weight();
            core |= parts.get(i).core ? 1L << i : 0;
            letters |= words[i].isLetter() ? 1L << i : 0;
        }
        long plain = (1L << words.length) - 1;
        return new Query(words, sorted, core, plain, letters, weights, name.legalForm(), joined(words, core, terms));
    }

    /** As many words of the name proper are looked through as of a listed name, whatever its legal form adds. */
    private static List<Joined> joined(Term[] words, long core, Terms terms) {
        if (Long.bitCount(core) > NameTable.MOST_JOINED || words.length > 2 * NameTable.MOST_JOINED) {
            return List.of();
        }
        List<Joined> joined = new ArrayList<>(0);
        for (int i = 0; i < words.length; i++) {
            for (int j = i + 1; j < words.length; j++) {
                addJoined(words, i, j, terms, joined);
                addJoined(words, j, i, terms, joined);
            }
        }
        return joined;
    }

    private static void addJoined(Term[] words, int first, int second, Terms terms, List<Joined> joined) {
        int length = words[first].text().length() + words[second].text().length();
        int term = length < NameTable.SHORTEST_JOINED ? -1 : terms.id(words[first].text() + words[second].text());
        if (term >= 0) {
            joined.add(new Joined(1L << first | 1L << second, term, words[first].weight() + words[second].weight()));
        }
    }

    /** The weight of a set of words. */
    double weight(long set) {
        double weight = 0;
        for (long left = set; left != 0; left &= left - 1) {
            weight += weights[Long.numberOfTrailingZeros(left)];
        }
        return weight;
    }

    /** The places of a set's words, the most telling first, single letters last. */
    int[] telling(long set) {
        Integer[] places = new Integer[Long.bitCount(set)];
        int size = 0;
        for (long left = set; left != 0; left &= left - 1) {
            places[size++] = Long.numberOfTrailingZeros(left);
        }
        Arrays.sort(
                places,
                Comparator.comparing((Integer i) -> words[i].isLetter()).thenComparing(i -> -words[i].weight()));
        return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
    }
}
