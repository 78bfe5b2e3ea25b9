package dev.portcullis.screening.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Gathers the names that can reach the threshold. The most telling words are looked up first; once what is left of a name
 * could not reach the threshold alone, a name that has met none of them so far is not taken up any more, so that a common
 * word does not bring in its thousands of names.
 */
final class Candidates {
    private final NameIndex index;
    private final TermSimilarity similarity;
    private final Scratch scratch;

    private Candidates(NameIndex index, Profile profile, Scratch scratch) {
        this.index = index;
        this.similarity = new TermSimilarity(profile);
        this.scratch = scratch;
    }

    static void gather(Term[] query, NameIndex index, Profile profile, Scratch scratch) {
        Candidates candidates = new Candidates(index, profile, scratch);
        Term[] telling = query.clone();
        Arrays.sort(telling, Comparator.comparingDouble(Term::weight).reversed());
        double left = Arrays.stream(telling).mapToDouble(Term::weight).sum();
        double enough = left * enough(profile);
        candidates.addJoined(query);
        for (Term term : telling) {
            candidates.addAlike(term, left >= enough);
            left -= term.weight();
        }
    }

    /**
     * The share of a query's weight that alone can still reach the threshold t: with a share s met in full and the rest
     * missing, the score is at most 2s / (2s + omission (1 - s)), which is t at s = t omission / (2 (1 - t) + t omission).
     */
    private static double enough(Profile profile) {
        double most = profile.reviewThreshold() * profile.omission();
        return most / (2 * (1 - profile.reviewThreshold()) + most) - 1e-9;
    }

    /** Words of the query that stand apart and are one in a listed name, and the reverse. */
    private void addJoined(Term[] query) {
        for (int i = 0; i < query.length; i++) {
            Term word = query[i];
            index.findApart(word.text(), name -> {
                // The two listed words' weights are not known here; the bound takes the whole name for met.
                double weight = word.weight();
                scratch.add(name, weight, weight, Double.MAX_VALUE / 4);
            });
            if (i > 0) {
                int id = index.termId(query[i - 1].text() + word.text());
                if (id >= 0) {
                    double weight = query[i - 1].weight() + word.weight();
                    double listed = index.term(id).weight();
                    for (int name : index.postings(id)) {
                        scratch.add(name, Math.min(weight, listed), weight, listed);
                    }
                }
            }
        }
    }

    private void addAlike(Term term, boolean takeUp) {
        int[] like = likeIds(term);
        for (int i = 0; i < like.length; i++) {
            if (i > 0 && like[i] == like[i - 1]) {
                continue;
            }
            Term other = index.term(like[i]);
            double value = similarity.of(term, other).value();
            if (value > 0) {
                double gain = value * Math.min(term.weight(), other.weight());
                for (int name : index.postings(like[i])) {
                    if (takeUp || scratch.isTouched(name)) {
                        scratch.add(name, gain, term.weight(), other.weight());
                    }
                }
            }
        }
    }

    /** Numbers of terms that may be like the word, ascending, some more than once. */
    private int[] likeIds(Term term) {
        IntStream.Builder found = IntStream.builder();
        int own = index.termId(term.text());
        if (own >= 0) {
            found.add(own);
        }
        if (!term.isLetter() && !term.hasDigit()) {
            index.findLike(term, found::add);
        }
        return found.build().sorted().toArray();
    }
}
