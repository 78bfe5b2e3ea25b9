package dev.portcullis.screening.match;

import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names as numbers of words in flat arrays, and for each word the names that hold it. Whose names they are is for others to know. Immutable and
 * shared between threads.
 */
final class NameTable {
    /** Words of a name that are looked at. */
    static final int MOST_WORDS = 60;

    /** Names with more words are not looked through for two words that are one elsewhere. */
    static final int MOST_JOINED = 12;

    /** Letters of the shortest word that may be two words elsewhere: al is not a and l. */
    static final int SHORTEST_JOINED = 5;

    private final Terms terms;
    private final boolean[] respelled;
    /** Where each name begins in {@link #words}. */
    private final int[] starts;

    /**
     * For each name a head, and then its words. The head is what the words weigh together, as the bits of a float whose lowest bit says instead whether
     * one of them is a single letter: a look at a name is a look at one place in memory.
     */
    private final int[] words;

    private final byte[] roles;
    private final int[] postingStarts;
    private final int[] postings;
    private final Buckets joins;

    private NameTable(Builder builder, WordCounts counts, Lexicon lexicon, Profile profile) {
        this.respelled = Arrays.copyOf(builder.respelled, builder.names);
        this.terms = new Terms(builder.numbered, new TermWeights(lexicon, profile, counts), profile);
        this.starts = new int[builder.names + 1];
        this.words = new int[builder.names + builder.size];
        this.roles = new byte[builder.names + builder.size];
        layOut(builder);
        this.postingStarts = new int[terms.size() + 1];
        this.postings = post();
        this.joins = join();
    }

    /** Numbers words in the order of their texts, and orders each name's words so: in which order it was written has no say. */
    private void layOut(Builder builder) {
        int[] renumbered = new int[builder.numbers.size()];
        builder.numbers.forEach((text, number) -> renumbered[number] = terms.id(text));
        int end = 0;
        for (int name = 0; name < size(); name++) {
            int head = end++;
            boolean hasLetters = false;
            for (int at = builder.starts[name]; at < builder.starts[name + 1]; at++) {
                int word = renumbered[builder.words[at]];
                hasLetters |= terms.get(word).isLetter();
                int to = end++;
                while (to > head + 1 && words[to - 1] > word) {
                    words[to] = words[to - 1];
                    roles[to] = roles[to - 1];
                    to--;
                }
                words[to] = word;
                roles[to] = builder.roles[at];
            }
            double weight = 0;
            for (int at = head + 1; at < end; at++) {
                weight += terms.weight(words[at]);
            }
            words[head] = head(weight, hasLetters);
            starts[name + 1] = end;
        }
    }

    /** Rounds the weight down: a name that is taken for lighter than it is is looked at once too often, never once too rarely. */
    private static int head(double weight, boolean hasLetters) {
        return Float.floatToRawIntBits(Math.nextDown((float) weight)) & ~1 | (hasLetters ? 1 : 0);
    }

    private int[] post() {
        for (int name = 0; name < size(); name++) {
            for (int at = from(name); at < to(name); at++) {
                if (at == from(name) || words[at] != words[at - 1]) {
                    postingStarts[words[at] + 1]++;
                }
            }
        }
        for (int id = 0; id < terms.size(); id++) {
            postingStarts[id + 1] += postingStarts[id];
        }
        int[] next = Arrays.copyOf(postingStarts, terms.size());
        int[] posted = new int[postingStarts[terms.size()]];
        for (int name = 0; name < size(); name++) {
            for (int at = from(name); at < to(name); at++) {
                if (at == from(name) || words[at] != words[at - 1]) {
                    posted[next[words[at]]++] = name;
                }
            }
        }
        return posted;
    }

    private Buckets join() {
        Buckets.Builder joined = new Buckets.Builder();
        for (int name = 0; name < size(); name++) {
            int to = to(name);
            if (to - from(name) <= MOST_JOINED) {
                for (int i = from(name); i < to; i++) {
                    int first = Hashes.letters(terms.get(words[i]).text());
                    for (int j = i + 1; j < to; j++) {
                        if (terms.length(words[i]) + terms.length(words[j]) >= SHORTEST_JOINED) {
                            joined.put(
                                    Hashes.mix(first
                                            + Hashes.letters(terms.get(words[j]).text())),
                                    name);
                        }
                    }
                }
            }
        }
        return joined.build();
    }

    /** How many names there are. */
    int size() {
        return starts.length - 1;
    }

    Terms terms() {
        return terms;
    }

    /** Whether the name is indexed in another romanization than the list's. */
    boolean isRespelled(int name) {
        return respelled[name];
    }

    /** Whether one of the name's words is a single letter. */
    boolean hasLetters(int name) {
        return (words[starts[name]] & 1) != 0;
    }

    /** What the name's words weigh together, in bits, or a little less. */
    double weight(int name) {
        return Float.intBitsToFloat(words[starts[name]] & ~1);
    }

    /** Where the name's words begin, for {@link #word} and {@link #role}. */
    int from(int name) {
        return starts[name] + 1;
    }

    int to(int name) {
        return starts[name + 1];
    }

    /** The number of a word; those of a name ascend. */
    int word(int at) {
        return words[at];
    }

    /** See {@link Role}. */
    byte role(int at) {
        return roles[at];
    }

    /** Where the names that hold a word begin, for {@link #posting}. */
    int postingsFrom(int term) {
        return postingStarts[term];
    }

    int postingsTo(int term) {
        return postingStarts[term + 1];
    }

    int posting(int at) {
        return postings[at];
    }

    /** Names in which two words might be one word with the same letters. */
    Buckets joins() {
        return joins;
    }

    /** Gathers names. Used by one thread. */
    static final class Builder {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> numbered = new ArrayList<>();
        private int[] holding = new int[1 << 10];
        private int[] lastHolder = new int[1 << 10];
        private boolean[] respelled = new boolean[1 << 10];
        private int[] starts = new int[1 << 10];
        private int names;
        private int[] words = new int[1 << 12];
        private byte[] roles = new byte[1 << 12];
        private int size;

        /**
         * Adds a name.
         *
         * @param core the words that count, at least one
         * @param nameRoles see {@link Role}
         * @param isRespelled whether it is written in another romanization than its own
         */
        void add(List<Word> core, byte[] nameRoles, boolean isRespelled) {
            if (names + 2 > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                respelled = Arrays.copyOf(respelled, respelled.length * 2);
            }
            respelled[names] = isRespelled;
            int most = Math.min(MOST_WORDS, core.size());
            for (int i = 0; i < most; i++) {
                int number = numbers.computeIfAbsent(Term.cut(core.get(i).text()), this::number);
                if (lastHolder[number] != names + 1) {
                    lastHolder[number] = names + 1;
                    holding[number]++;
                }
                if (size == words.length) {
                    words = Arrays.copyOf(words, size * 2);
                    roles = Arrays.copyOf(roles, size * 2);
                }
                words[size] = number;
                roles[size++] = i < nameRoles.length ? nameRoles[i] : Role.UNKNOWN;
            }
            starts[++names] = size;
        }

        private int number(String word) {
            int number = numbered.size();
            numbered.add(word);
            if (number == holding.length) {
                holding = Arrays.copyOf(holding, number * 2);
                lastHolder = Arrays.copyOf(lastHolder, number * 2);
            }
            return number;
        }

        /** How many names were added. */
        int names() {
            return names;
        }

        /** In how many of the names each word stands. */
        WordCounts counts() {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i < numbered.size(); i++) {
                counts.put(numbered.get(i), holding[i]);
            }
            return WordCounts.of(names, counts);
        }

        /** The names with the weights that the counts give their words. */
        NameTable build(WordCounts counts, Lexicon lexicon, Profile profile) {
            return new NameTable(this, counts, lexicon, profile);
        }
    }
}
