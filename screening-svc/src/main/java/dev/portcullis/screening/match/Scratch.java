package dev.portcullis.screening.match;

import dev.portcullis.screening.match.PartMatch.How;
import java.util.Arrays;

/** What one query needs room for, kept for the next. Used by one thread at a time and cleared by what it touched. */
final class Scratch {
    private static final How[] HOWS = How.values();

    final int[] hashes = new int[Deletions.MOST];
    final Likes likes = new Likes();
    final TermSimilarity similarity;
    final Alignment alignment;

    /** Which words were compared with the query's present word: a stamp each. */
    private final int[] compared;

    private int comparison;

    /** Which names are candidates: a stamp each, one more where two words may be one. */
    private final int[] seen;

    private int stamp;
    private int[] candidates = new int[1 << 10];
    private int size;

    /** For each word the first of its {@link #pairs}, less one; 0 where it is like no word of the query. */
    private final int[] pairs;

    /** A bit for each word that has a pair: small enough to stay close to the processor where the words of a great list do not. */
    private final long[] pairedBits;

    private final double[] bestGain;
    private final double[] bestWeight;
    private int[] paired = new int[1 << 8];
    private int pairedSize;
    private int[] pairQuery = new int[1 << 8];
    private int[] pairNext = new int[1 << 8];
    private double[] pairValue = new double[1 << 8];
    private byte[] pairHow = new byte[1 << 8];
    private int pairsSize;

    /** For each owner of names its place in the answer, less one; 0 where it has none. */
    private final int[] places;

    /** @param owners how many there are whose names they are */
    Scratch(NameTable names, int owners, Profile profile) {
        similarity = new TermSimilarity(profile);
        alignment = new Alignment(names, profile, this);
        compared = new int[names.terms().size()];
        pairs = new int[names.terms().size()];
        pairedBits = new long[names.terms().size() + 63 >>> 6];
        bestGain = new double[names.terms().size()];
        bestWeight = new double[names.terms().size()];
        seen = new int[names.size()];
        places = new int[owners];
    }

    /** Begins the comparison of a word with others; its own number counts as compared. */
    void nextTerm(int own) {
        if (++comparison == Integer.MAX_VALUE) {
            Arrays.fill(compared, 0);
            comparison = 1;
        }
        if (own >= 0) {
            compared[own] = comparison;
        }
    }

    boolean firstTime(int term) {
        boolean first = compared[term] != comparison;
        compared[term] = comparison;
        return first;
    }

    /** Begins a query. */
    void begin() {
        stamp += 2;
        if (stamp > Integer.MAX_VALUE - 4) {
            Arrays.fill(seen, 0);
            stamp = 2;
        }
        size = 0;
    }

    void candidate(int name) {
        if (seen[name] < stamp) {
            if (size == candidates.length) {
                candidates = Arrays.copyOf(candidates, size * 2);
            }
            candidates[size++] = name;
            seen[name] = stamp;
        }
    }

    /** A candidate in which two words may be one of the other name. */
    void joinedCandidate(int name) {
        candidate(name);
        seen[name] = stamp + 1;
    }

    boolean isJoined(int name) {
        return seen[name] == stamp + 1;
    }

    int size() {
        return size;
    }

    int candidateAt(int i) {
        return candidates[i];
    }

    /** Notes that a word of the index is like one of the query. */
    void pair(int term, int query, double value, byte how, double queryWeight, double gain) {
        if (pairsSize == pairQuery.length) {
            pairQuery = Arrays.copyOf(pairQuery, pairsSize * 2);
            pairNext = Arrays.copyOf(pairNext, pairsSize * 2);
            pairValue = Arrays.copyOf(pairValue, pairsSize * 2);
            pairHow = Arrays.copyOf(pairHow, pairsSize * 2);
        }
        if (pairs[term] == 0) {
            if (pairedSize == paired.length) {
                paired = Arrays.copyOf(paired, pairedSize * 2);
            }
            paired[pairedSize++] = term;
            pairedBits[term >>> 6] |= 1L << term;
            bestGain[term] = 0;
            bestWeight[term] = 0;
        }
        pairQuery[pairsSize] = query;
        pairValue[pairsSize] = value;
        pairHow[pairsSize] = how;
        pairNext[pairsSize] = pairs[term];
        pairs[term] = ++pairsSize;
        bestGain[term] = Math.max(bestGain[term], gain);
        bestWeight[term] = Math.max(bestWeight[term], queryWeight);
    }

    /** Takes a word of the index and how much it is like a word of the query. */
    interface Sink {
        void like(int term, double value);
    }

    /** Calls back with each word that is like a word of the query. */
    void pairedWith(int query, Sink sink) {
        for (int i = 0; i < pairedSize; i++) {
            for (int pair = pairs[paired[i]]; pair != 0; pair = pairNext[pair - 1]) {
                if (pairQuery[pair - 1] == query) {
                    sink.like(paired[i], pairValue[pair - 1]);
                    break;
                }
            }
        }
    }

    /** Whether the word is like one of the query. */
    boolean isPaired(int term) {
        return (pairedBits[term >>> 6] & 1L << term) != 0;
    }

    /** The first pair of a word, 0 where there is none. */
    int firstPair(int term) {
        return pairs[term];
    }

    int nextPair(int pair) {
        return pairNext[pair - 1];
    }

    int queryOf(int pair) {
        return pairQuery[pair - 1];
    }

    double valueOf(int pair) {
        return pairValue[pair - 1];
    }

    How howOf(int pair) {
        return HOWS[pairHow[pair - 1]];
    }

    /** The most that the word can add to a score. */
    double bestGain(int term) {
        return bestGain[term];
    }

    /** The greatest weight of the query's words that it is like. */
    double bestWeight(int term) {
        return bestWeight[term];
    }

    /** The owner's place in the answer, or -1. */
    int place(int owner) {
        return places[owner] - 1;
    }

    void place(int owner, int place) {
        places[owner] = place + 1;
    }

    void clear() {
        for (int i = 0; i < pairedSize; i++) {
            pairs[paired[i]] = 0;
            pairedBits[paired[i] >>> 6] = 0;
        }
        pairedSize = 0;
        pairsSize = 0;
    }
}
