package dev.portcullis.screening.match;

import dev.portcullis.screening.match.PartMatch.How;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The best pairing of the words of two names, in any order, and its score. With M the weight of the paired words, A the sum
 * of weight times similarity over the pairs, and U and V the weight of the words that are left over on either side, the
 * score is {@code 2A / (2M + 2 min(U, V) + omission |U - V|)}: what contradicts counts in full, what is only missing counts
 * less. It is the same whichever of the names is asked for.
 */
final class Alignment {
    private final Profile profile;
    private final TermSimilarity similarity;

    Alignment(Profile profile) {
        this.profile = profile;
        this.similarity = new TermSimilarity(profile);
    }

    /**
     * A score and how it came about.
     *
     * @param score 0 to 1; 1 only where each word has its equal
     * @param parts the pairs, and the words without a counterpart
     */
    record Result(double score, List<PartMatch> parts) {}

    /** Pairs and scores; the parts are left empty unless asked for, for they cost more than the score. */
    Result of(Term[] query, Term[] listed, boolean explain) {
        boolean[] queryUsed = new boolean[query.length];
        boolean[] listedUsed = new boolean[listed.length];
        List<PartMatch> parts = explain ? new ArrayList<>() : List.of();
        Sum sum = new Sum();
        pairEqual(query, listed, queryUsed, listedUsed, sum, parts, explain);
        pairJoined(query, listed, queryUsed, listedUsed, sum, parts, explain, false);
        pairJoined(listed, query, listedUsed, queryUsed, sum, parts, explain, true);
        pairAlike(query, listed, queryUsed, listedUsed, sum, parts, explain);
        double queryLeft = sum.queryLeft + left(query, queryUsed, parts, explain, false);
        double listedLeft = sum.listedLeft + left(listed, listedUsed, parts, explain, true);
        double against = 2 * Math.min(queryLeft, listedLeft) + profile.omission() * Math.abs(queryLeft - listedLeft);
        double all = 2 * sum.paired + against;
        double score = all == 0 || !sum.named ? 0 : 2 * sum.alike / all;
        boolean exact = sum.exact && queryLeft == 0 && listedLeft == 0;
        return new Result(exact ? 1 : Math.min(score, profile.inexactCeiling()), parts);
    }

    private static final class Sum {
        private double alike;
        private double paired;
        private boolean exact = true;
        /** What an initial leaves unsaid of the word that it stands for. */
        private double queryLeft;

        private double listedLeft;
        /** Whether more than an initial was paired. */
        private boolean named;

        void add(double value, double weight, How how) {
            alike += value * weight;
            paired += weight;
            exact &= how == How.EQUAL;
            named |= how != How.INITIAL;
        }
    }

    private static void pairEqual(
            Term[] query,
            Term[] listed,
            boolean[] queryUsed,
            boolean[] listedUsed,
            Sum sum,
            List<PartMatch> parts,
            boolean explain) {
        for (int q = 0; q < query.length; q++) {
            for (int n = 0; n < listed.length; n++) {
                if (!listedUsed[n] && query[q].text().equals(listed[n].text())) {
                    queryUsed[q] = true;
                    listedUsed[n] = true;
                    double weight = Math.min(query[q].weight(), listed[n].weight());
                    sum.add(1, weight, How.EQUAL);
                    if (explain) {
                        parts.add(new PartMatch(query[q].text(), listed[n].text(), 1, weight, How.EQUAL));
                    }
                    break;
                }
            }
        }
    }

    /** Pairs one word of {@code whole} with two neighbors of {@code split} that make it up. */
    private void pairJoined(
            Term[] split,
            Term[] whole,
            boolean[] splitUsed,
            boolean[] wholeUsed,
            Sum sum,
            List<PartMatch> parts,
            boolean explain,
            boolean listedIsSplit) {
        for (int s = 0; s + 1 < split.length; s++) {
            if (splitUsed[s] || splitUsed[s + 1]) {
                continue;
            }
            String first = split[s].text();
            String second = split[s + 1].text();
            for (int w = 0; w < whole.length; w++) {
                String text = whole[w].text();
                if (!wholeUsed[w]
                        && text.length() == first.length() + second.length()
                        && text.startsWith(first)
                        && text.endsWith(second)) {
                    splitUsed[s] = true;
                    splitUsed[s + 1] = true;
                    wholeUsed[w] = true;
                    double weight = Math.min(split[s].weight() + split[s + 1].weight(), whole[w].weight());
                    sum.add(profile.joined(), weight, How.JOINED);
                    if (explain) {
                        String apart = first + " " + second;
                        parts.add(new PartMatch(
                                listedIsSplit ? text : apart,
                                listedIsSplit ? apart : text,
                                profile.joined(),
                                weight,
                                How.JOINED));
                    }
                    break;
                }
            }
            if (splitUsed[s]) {
                s++;
            }
        }
    }

    /** Pairs what is left, the pair that adds most first; ties are broken by the words, not by their places. */
    private void pairAlike(
            Term[] query,
            Term[] listed,
            boolean[] queryUsed,
            boolean[] listedUsed,
            Sum sum,
            List<PartMatch> parts,
            boolean explain) {
        List<Pair> pairs = new ArrayList<>();
        for (int q = 0; q < query.length; q++) {
            for (int n = 0; n < listed.length && !queryUsed[q]; n++) {
                TermSimilarity.Result alike =
                        listedUsed[n] ? TermSimilarity.Result.NONE : similarity.of(query[q], listed[n]);
                if (alike.value() > 0) {
                    pairs.add(new Pair(q, n, alike, Math.min(query[q].weight(), listed[n].weight())));
                }
            }
        }
        if (pairs.size() > 1) {
            pairs.sort(Comparator.comparingDouble(Pair::gain)
                    .reversed()
                    .thenComparing(pair -> least(query[pair.query].text(), listed[pair.listed].text()))
                    .thenComparing(pair -> greatest(query[pair.query].text(), listed[pair.listed].text())));
        }
        for (Pair pair : pairs) {
            if (!queryUsed[pair.query] && !listedUsed[pair.listed]) {
                queryUsed[pair.query] = true;
                listedUsed[pair.listed] = true;
                sum.add(pair.alike.value(), pair.weight, pair.alike.how());
                if (pair.alike.how() == How.INITIAL) {
                    sum.queryLeft += query[pair.query].weight() - pair.weight;
                    sum.listedLeft += listed[pair.listed].weight() - pair.weight;
                }
                if (explain) {
                    parts.add(new PartMatch(
                            query[pair.query].text(),
                            listed[pair.listed].text(),
                            pair.alike.value(),
                            pair.weight,
                            pair.alike.how()));
                }
            }
        }
    }

    private record Pair(int query, int listed, TermSimilarity.Result alike, double weight) {
        double gain() {
            return alike.value() * weight;
        }
    }

    private static String least(String a, String b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static String greatest(String a, String b) {
        return a.compareTo(b) <= 0 ? b : a;
    }

    private static double left(Term[] terms, boolean[] used, List<PartMatch> parts, boolean explain, boolean isListed) {
        double left = 0;
        for (int i = 0; i < terms.length; i++) {
            if (!used[i]) {
                left += terms[i].weight();
                if (explain) {
                    String text = terms[i].text();
                    parts.add(new PartMatch(
                            isListed ? null : text, isListed ? text : null, 0, terms[i].weight(), How.MISSING));
                }
            }
        }
        return left;
    }
}
