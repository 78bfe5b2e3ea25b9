package dev.portcullis.screening.match;

import dev.portcullis.screening.match.PartMatch.How;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best pairing of the words of two names, in any order, and its score. With M the weight of the paired words, A the sum
 * of weight times similarity over the pairs, and U and V the weight of the words that are left over on either side, the
 * score is {@code 2A / (2M + 2 min(U, V) + omission |U - V|)}: what contradicts counts in full, what is only missing counts
 * less, and more where no second word bears the one out that is met. It is the same whichever of the names is asked for, and whatever the order of their words. Used by one thread at a time.
 *
 * <p>Equal words pair first; then the pair that adds most, ties broken by the words' texts.
 */
final class Alignment {
    /** As many consonants tell a name alone. */
    private static final int TELLING_CONSONANTS = 4;

    private final NameTable index;
    private final Terms terms;
    private final Profile profile;
    private final Scratch scratch;

    private long[] queryWords = new long[64];
    private long[] listedWords = new long[64];
    private double[] values = new double[64];
    private double[] weights = new double[64];
    private How[] hows = new How[64];
    private int size;
    private final int[] chosen = new int[NameTable.MOST_WORDS];
    private int choices;
    private long queryLeft;
    private long listedLeft;

    Alignment(NameTable index, Profile profile, Scratch scratch) {
        this.index = index;
        this.terms = index.terms();
        this.profile = profile;
        this.scratch = scratch;
    }

    /**
     * The score of a name, 0 to 1; 1 only where each word has its equal. The scratch holds what the query's words are like.
     *
     * @param set the query's words that count
     */
    double score(Query query, long set, int name) {
        int from = index.from(name);
        int count = index.to(name) - from;
        queryLeft = set;
        listedLeft = (1L << count) - 1;
        size = 0;
        choices = 0;
        double paired = pairEqual(query, from, count);
        double alike = paired;
        double queryUnsaid = 0;
        double listedUnsaid = 0;
        boolean exact = true;
        // Letters alone name nobody, unless they are all there is of both names.
        boolean named = (set & ~queryLeft & ~query.letters()) != 0;
        if (queryLeft != 0 && listedLeft != 0) {
            offer(query, from, count, name);
            for (int best = best(query, from); best >= 0; best = best(query, from)) {
                choose(best);
                exact = false;
                alike += values[best] * weights[best];
                paired += weights[best];
                if (hows[best] == How.INITIAL) {
                    // What an initial leaves unsaid of the word that it stands for.
                    queryUnsaid += query.weight(queryWords[best]) - weights[best];
                    listedUnsaid += listedWeight(listedWords[best], from) - weights[best];
                } else {
                    named = true;
                }
            }
        }
        if (exact && queryLeft == 0 && listedLeft == 0) {
            return index.isRespelled(name) ? profile.otherRomanization() : 1;
        }
        if (!named) {
            return 0;
        }
        if (choices == 1 && !exact && isByConsonants(query, from, chosen[0])) {
            return 0;
        }
        double missing = query.weight(queryLeft) + queryUnsaid;
        double more = listedWeight(listedLeft, from) + listedUnsaid;
        double omission = choices == 1 ? profile.omissionAlone() : profile.omission();
        double against = 2 * Math.min(missing, more) + omission * Math.abs(missing - more);
        return Math.min(profile.inexactCeiling(), 2 * alike / (2 * paired + against));
    }

    /** Whether a word without vowels is met by its consonants only: alone that is no name, for SPP is not SAP. */
    private boolean isByConsonants(Query query, int from, int option) {
        if (hows[option] != How.CONSONANTS) {
            return false;
        }
        Term word = query.words()[Long.numberOfTrailingZeros(queryWords[option])];
        Term other = terms.get(index.word(from + Long.numberOfTrailingZeros(listedWords[option])));
        boolean unvowelled = word.isConsonantal() || other.isConsonantal();
        return unvowelled && word.skeleton().length() < TELLING_CONSONANTS;
    }

    private double pairEqual(Query query, int from, int count) {
        double paired = 0;
        for (int n = 0; n < count; n++) {
            int term = index.word(from + n);
            if (scratch.firstPair(term) == 0) {
                continue;
            }
            for (long left = queryLeft; left != 0; left &= left - 1) {
                int q = Long.numberOfTrailingZeros(left);
                if (query.words()[q].id() == term && !Role.contradict(query.roles()[q], index.role(from + n))) {
                    int option = option(1L << q, 1L << n, 1, query.weights()[q], How.EQUAL);
                    choose(option);
                    paired += query.weights()[q];
                    break;
                }
            }
        }
        return paired;
    }

    private void choose(int option) {
        queryLeft &= ~queryWords[option];
        listedLeft &= ~listedWords[option];
        chosen[choices++] = option;
    }

    private int option(long queried, long listed, double value, double weight, How how) {
        if (size == values.length) {
            queryWords = Arrays.copyOf(queryWords, size * 2);
            listedWords = Arrays.copyOf(listedWords, size * 2);
            values = Arrays.copyOf(values, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
            hows = Arrays.copyOf(hows, size * 2);
        }
        queryWords[size] = queried;
        listedWords[size] = listed;
        values[size] = value;
        weights[size] = weight;
        hows[size] = how;
        return size++;
    }

    /** Gathers the ways in which what is left may pair. */
    private void offer(Query query, int from, int count, int name) {
        for (long left = listedLeft; left != 0; left &= left - 1) {
            int n = Long.numberOfTrailingZeros(left);
            int term = index.word(from + n);
            for (int pair = scratch.firstPair(term); pair != 0; pair = scratch.nextPair(pair)) {
                int q = scratch.queryOf(pair);
                if ((queryLeft & 1L << q) != 0) {
                    double value = scratch.valueOf(pair);
                    boolean swapped = Role.contradict(query.roles()[q], index.role(from + n));
                    option(
                            1L << q,
                            1L << n,
                            swapped ? value * profile.swappedParts() : value,
                            Math.min(query.weights()[q], terms.weight(term)),
                            swapped ? How.SWAPPED : scratch.howOf(pair));
                }
            }
        }
        if ((query.letters() & queryLeft) != 0 || index.hasLetters(name)) {
            offerInitials(query, from);
        }
        if (scratch.isJoined(name)) {
            offerJoined(query, from, count);
        }
    }

    private void offerInitials(Query query, int from) {
        for (long queried = queryLeft; queried != 0; queried &= queried - 1) {
            int q = Long.numberOfTrailingZeros(queried);
            Term word = query.words()[q];
            for (long listed = listedLeft; listed != 0; listed &= listed - 1) {
                int n = Long.numberOfTrailingZeros(listed);
                Term other = terms.get(index.word(from + n));
                if (word.isLetter() != other.isLetter()
                        && word.text().charAt(0) == other.text().charAt(0)
                        && !Role.contradict(query.roles()[q], index.role(from + n))) {
                    option(1L << q, 1L << n, profile.initial(), Math.min(word.weight(), other.weight()), How.INITIAL);
                }
            }
        }
    }

    private void offerJoined(Query query, int from, int count) {
        for (Query.Joined joined : query.joined()) {
            for (long listed = listedLeft; listed != 0 && (joined.words() & ~queryLeft) == 0; listed &= listed - 1) {
                int n = Long.numberOfTrailingZeros(listed);
                if (index.word(from + n) == joined.term()) {
                    double weight = Math.min(joined.weight(), terms.weight(joined.term()));
                    option(joined.words(), 1L << n, profile.joined(), weight, How.JOINED);
                }
            }
        }
        for (int i = 0; i < count && count <= NameTable.MOST_JOINED; i++) {
            for (int j = 0; j < count; j++) {
                long both = 1L << i | 1L << j;
                if (i != j && (both & ~listedLeft) == 0) {
                    offerApart(query, index.word(from + i), index.word(from + j), both);
                }
            }
        }
    }

    private void offerApart(Query query, int first, int second, long both) {
        int length = terms.length(first) + terms.length(second);
        if (length < NameTable.SHORTEST_JOINED) {
            return;
        }
        for (long queried = queryLeft; queried != 0; queried &= queried - 1) {
            int q = Long.numberOfTrailingZeros(queried);
            String word = query.words()[q].text();
            if (word.length() == length
                    && word.startsWith(terms.get(first).text())
                    && word.endsWith(terms.get(second).text())) {
                double weight = Math.min(terms.weight(first) + terms.weight(second), query.weights()[q]);
                option(1L << q, both, profile.joined(), weight, How.JOINED);
            }
        }
    }

    /** The way that adds most of those that are still open, or -1. */
    private int best(Query query, int from) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < size; i++) {
            if ((queryWords[i] & ~queryLeft) == 0 && (listedWords[i] & ~listedLeft) == 0) {
                double gain = values[i] * weights[i];
                if (gain > most || best >= 0 && gain == most && comesFirst(i, best, query, from)) {
                    best = i;
                    most = gain;
                }
            }
        }
        return best;
    }

    /** The order of equal gains is that of the texts, and the same whichever of the names is asked for. */
    private boolean comesFirst(int a, int b, Query query, int from) {
        String queriedA = queried(query, queryWords[a]);
        String listedA = listed(listedWords[a], from);
        String queriedB = queried(query, queryWords[b]);
        String listedB = listed(listedWords[b], from);
        int least = least(queriedA, listedA).compareTo(least(queriedB, listedB));
        return least < 0 || least == 0 && greatest(queriedA, listedA).compareTo(greatest(queriedB, listedB)) < 0;
    }

    private static String least(String a, String b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static String greatest(String a, String b) {
        return a.compareTo(b) <= 0 ? b : a;
    }

    private double listedWeight(long set, int from) {
        double weight = 0;
        for (long left = set; left != 0; left &= left - 1) {
            weight += terms.weight(index.word(from + Long.numberOfTrailingZeros(left)));
        }
        return weight;
    }

    /** The parts of the score that was asked for last. */
    List<PartMatch> parts(Query query, int name) {
        int from = index.from(name);
        List<PartMatch> parts = new ArrayList<>();
        for (int i = 0; i < choices; i++) {
            int option = chosen[i];
            parts.add(new PartMatch(
                    queried(query, queryWords[option]),
                    listed(listedWords[option], from),
                    values[option],
                    weights[option],
                    hows[option]));
        }
        for (long left = queryLeft; left != 0; left &= left - 1) {
            Term term = query.words()[Long.numberOfTrailingZeros(left)];
            parts.add(new PartMatch(term.text(), null, 0, term.weight(), How.MISSING));
        }
        for (long left = listedLeft; left != 0; left &= left - 1) {
            Term term = terms.get(index.word(from + Long.numberOfTrailingZeros(left)));
            parts.add(new PartMatch(null, term.text(), 0, term.weight(), How.MISSING));
        }
        return parts;
    }

    private static String queried(Query query, long set) {
        String first = query.words()[Long.numberOfTrailingZeros(set)].text();
        long rest = set & set - 1;
        return rest == 0 ? first : first + " " + query.words()[Long.numberOfTrailingZeros(rest)].text();
    }

    private String listed(long set, int from) {
        String first =
                terms.get(index.word(from + Long.numberOfTrailingZeros(set))).text();
        long rest = set & set - 1;
        return rest == 0
                ? first
                : first + " "
                        + terms.get(index.word(from + Long.numberOfTrailingZeros(rest)))
                                .text();
    }
}
