package dev.portcullis.screening.match;

import dev.portcullis.screening.match.PartMatch.How;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The different words of an edition, numbered in the order of their texts, and where to find those that are like a word: by their
 * neighbors under deletion and by their consonants. The same question always has the same answer.
 */
final class Terms {
    private final Term[] terms;
    /** For each word {@link Term#letters()} and {@link Term#soundLetters()}, side by side. */
    private final long[] letters;

    private final double[] weights;
    private final int[] slots;
    private final Buckets neighbors;
    private final Buckets consonants;
    private final AtomicReferenceArray<@Nullable Likes> known;
    private final TermWeights termWeights;
    private final Profile profile;

    Terms(Collection<String> words, TermWeights termWeights, Profile profile) {
        this.termWeights = termWeights;
        this.profile = profile;
        String[] texts = words.toArray(String[]::new);
        Arrays.sort(texts);
        terms = new Term[texts.length];
        letters = new long[texts.length * 2];
        weights = new double[texts.length];
        slots = new int[Integer.highestOneBit(Math.max(8, texts.length)) * 4];
        Arrays.fill(slots, -1);
        Buckets.Builder near = new Buckets.Builder();
        Buckets.Builder sounding = new Buckets.Builder();
        int[] hashes = new int[Deletions.MOST];
        for (int id = 0; id < texts.length; id++) {
            Term term = termWeights.term(id, texts[id]);
            terms[id] = term;
            letters[2 * id] = term.letters();
            letters[2 * id + 1] = term.soundLetters();
            weights[id] = term.weight();
            int slot = texts[id].hashCode() * 0x9E3779B1 >>> 1 & slots.length - 1;
            while (slots[slot] >= 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = id;
            if (!term.isLetter() && !term.hasDigit()) {
                putNeighbors(near, term.text(), id, hashes);
                if (!term.sound().equals(term.text())) {
                    putNeighbors(near, term.sound(), id, hashes);
                }
                if (term.consonants().length() >= 3) {
                    sounding.put(Hashes.of(term.consonants()), id);
                }
                if (!term.skeleton().isEmpty()) {
                    sounding.put(skeletonHash(term, false), id);
                    if (term.isConsonantal()) {
                        sounding.put(skeletonHash(term, true), id);
                    }
                }
                for (int group : term.groups()) {
                    sounding.put(Hashes.mix(group), id);
                }
            }
        }
        neighbors = near.build();
        consonants = sounding.build();
        known = new AtomicReferenceArray<>(texts.length);
    }

    private void putNeighbors(Buckets.Builder near, String word, int id, int[] hashes) {
        int count = Deletions.of(word, Deletions.depth(word, profile), hashes);
        for (int i = 0; i < count; i++) {
            near.put(hashes[i], id);
        }
    }

    int size() {
        return terms.length;
    }

    Term get(int id) {
        return terms[id];
    }

    /** How many letters the word has. */
    int length(int id) {
        return (int) (letters[2 * id] >>> 58);
    }

    double weight(int id) {
        return weights[id];
    }

    /** The number of the word with this text, or -1. */
    int id(String text) {
        int slot = text.hashCode() * 0x9E3779B1 >>> 1 & slots.length - 1;
        while (slots[slot] >= 0) {
            if (terms[slots[slot]].text().equals(text)) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    /** The shared term where the edition has the word, else a new one. */
    Term of(String text) {
        int id = id(text);
        return id < 0 ? termWeights.term(-1, text) : terms[id];
    }

    /**
     * All words that are like one, itself included. What a word of the edition is like is worked out once, when it is first asked for;
     * what others are like is good until the scratch is used for the next.
     */
    Likes like(Term term, Scratch scratch) {
        if (term.id() < 0) {
            scratch.likes.clear();
            find(term, scratch);
            return scratch.likes;
        }
        Likes likes = known.get(term.id());
        if (likes == null) {
            scratch.likes.clear();
            scratch.likes.add(term.id(), 1, How.EQUAL);
            find(term, scratch);
            likes = scratch.likes.copy();
            known.set(term.id(), likes);
        }
        return likes;
    }

    private void find(Term term, Scratch scratch) {
        if (term.isLetter() || term.hasDigit()) {
            return;
        }
        TermSimilarity similarity = scratch.similarity;
        similarity.set(term);
        scratch.nextTerm(term.id());
        findNeighbors(term.text(), similarity, scratch);
        if (!term.sound().equals(term.text())) {
            findNeighbors(term.sound(), similarity, scratch);
        }
        if (term.consonants().length() >= 3) {
            compareAll(Hashes.of(term.consonants()), similarity, scratch);
        }
        if (!term.skeleton().isEmpty()) {
            // A word without vowels meets all of its skeleton, another one only those without.
            compareAll(skeletonHash(term, !term.isConsonantal()), similarity, scratch);
        }
        for (int group : term.groups()) {
            compareAll(Hashes.mix(group), similarity, scratch);
        }
    }

    private static int skeletonHash(Term term, boolean consonantalOnly) {
        return Hashes.mix(Hashes.of(term.skeleton()) + (consonantalOnly ? 1 : 2));
    }

    private void compareAll(int hash, TermSimilarity similarity, Scratch scratch) {
        int to = consonants.to(hash);
        for (int at = consonants.from(hash); at < to; at++) {
            int id = consonants.number(at, hash);
            if (id >= 0) {
                compare(id, similarity, scratch);
            }
        }
    }

    private void findNeighbors(String word, TermSimilarity similarity, Scratch scratch) {
        int count = Deletions.of(word, Deletions.depth(word, profile), scratch.hashes);
        for (int i = 0; i < count; i++) {
            int hash = scratch.hashes[i];
            int to = neighbors.to(hash);
            for (int at = neighbors.from(hash); at < to; at++) {
                int id = neighbors.number(at, hash);
                if (id >= 0 && similarity.mayBeAlike(letters[2 * id], letters[2 * id + 1])) {
                    compare(id, similarity, scratch);
                }
            }
        }
    }

    private void compare(int id, TermSimilarity similarity, Scratch scratch) {
        if (scratch.firstTime(id)) {
            double value = similarity.of(terms[id]);
            if (value > 0) {
                scratch.likes.add(id, value, similarity.how());
            }
        }
    }

    /** What {@link #like} finds, by comparing the word with each: slow, and the measure of the index. */
    Likes scan(Term term, Scratch scratch) {
        scratch.likes.clear();
        scratch.similarity.set(term);
        for (Term other : terms) {
            boolean initial = other.id() != term.id() && (term.isLetter() || other.isLetter());
            double value = initial ? 0 : scratch.similarity.of(other);
            if (value > 0) {
                scratch.likes.add(other.id(), value, scratch.similarity.how());
            }
        }
        return scratch.likes;
    }
}
