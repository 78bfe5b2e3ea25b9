package dev.portcullis.screening.match;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.NormalizedName;
import dev.portcullis.screening.name.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All names of an edition, indexed by word, by the words' neighbors under deletion, by their consonants and by pairs of
 * words written as one. Immutable and shared between threads; a new edition is a new index.
 */
final class NameIndex {
    private final List<Name> names;
    private final List<Term> terms;
    private final List<int[]> postings;
    private final Map<String, Integer> termIds;
    private final HashPostings neighbors;
    private final HashPostings consonants;
    private final HashPostings joins;
    private final TermWeights weights;
    private final Profile profile;

    /**
     * A name of an entry.
     *
     * @param entry the entry
     * @param text the name as it is listed
     * @param legalForm the class of its legal form
     * @param terms its words in order
     * @param weight the sum of their weights
     * @param letterWeight the part of it that single letters have
     */
    record Name(
            ListedParty entry,
            String text,
            @Nullable String legalForm,
            Term[] terms,
            double weight,
            double letterWeight) {}

    private NameIndex(Builder builder, TermWeights weights, Profile profile) {
        this.names = List.copyOf(builder.names);
        this.terms = List.copyOf(builder.terms);
        this.postings = builder.postings.stream().map(Numbers::toArray).toList();
        this.termIds = Map.copyOf(builder.termIds);
        this.neighbors = builder.neighbors.build();
        this.consonants = builder.consonants.build();
        this.joins = builder.joins.build();
        this.weights = weights;
        this.profile = profile;
    }

    /** Builds the index of an edition; takes about a second for the whole Consolidated Screening List. */
    static NameIndex of(List<ListedParty> entries, NameNormalizer normalizer, Lexicon lexicon, Profile profile) {
        List<Read> reads = new ArrayList<>(entries.size() * 2);
        Map<String, Integer> counts = new HashMap<>();
        for (ListedParty entry : entries) {
            Set<String> texts = new LinkedHashSet<>();
            texts.add(entry.name());
            entry.aliases().forEach(alias -> texts.add(alias.name()));
            for (String text : texts) {
                for (String variant : ListedNames.of(text)) {
                    NormalizedName name = normalizer.normalize(variant);
                    Read read = new Read(entry, text, entry.type().mayHaveLegalForm() ? name : name.asPlainName());
                    if (!read.name().core().isEmpty()) {
                        reads.add(read);
                        new LinkedHashSet<>(read.name().core())
                                .forEach(word -> counts.merge(word.text(), 1, Integer::sum));
                    }
                }
            }
        }
        TermWeights weights = new TermWeights(lexicon, profile, Map.copyOf(counts), reads.size());
        Builder builder = new Builder(weights, profile);
        reads.forEach(builder::add);
        return new NameIndex(builder, weights, profile);
    }

    /** A name as it is read, and the text of the list that it comes from. */
    private record Read(ListedParty entry, String listed, NormalizedName name) {}

    int size() {
        return names.size();
    }

    Name name(int id) {
        return names.get(id);
    }

    Term term(int id) {
        return terms.get(id);
    }

    /** The names that hold a term, by number, ascending. */
    int[] postings(int term) {
        return postings.get(term);
    }

    /** The number of the term with this text, or -1. */
    int termId(String text) {
        return termIds.getOrDefault(text, -1);
    }

    /** The shared term where the index has the word, else a new one. */
    Term termOf(String text) {
        int id = termId(text);
        return id < 0 ? weights.term(text) : terms.get(id);
    }

    /** Calls back with terms that might be like the word, some more than once. */
    void findLike(Term term, IntConsumer found) {
        Deletions.of(term.text(), Deletions.depth(term.text(), profile), key -> neighbors.find(key, found));
        if (!term.sound().equals(term.text())) {
            Deletions.of(term.sound(), Deletions.depth(term.sound(), profile), key -> neighbors.find(key, found));
        }
        if (term.consonants().length() >= 3) {
            consonants.find(term.consonants(), found);
        }
    }

    /** Calls back with names that might hold the word's letters as two neighboring words. */
    void findApart(String word, IntConsumer found) {
        joins.find(word, found);
    }

    private static final class Builder {
        private final TermWeights weights;
        private final Profile profile;
        private final List<Name> names = new ArrayList<>();
        private final List<Term> terms = new ArrayList<>();
        private final List<Numbers> postings = new ArrayList<>();
        private final Map<String, Integer> termIds = new HashMap<>();
        private final HashPostings.Builder neighbors = new HashPostings.Builder();
        private final HashPostings.Builder consonants = new HashPostings.Builder();
        private final HashPostings.Builder joins = new HashPostings.Builder();

        Builder(TermWeights weights, Profile profile) {
            this.weights = weights;
            this.profile = profile;
        }

        void add(Read read) {
            List<Word> words = read.name().core();
            Term[] held = new Term[words.size()];
            double weight = 0;
            double letterWeight = 0;
            for (int i = 0; i < held.length; i++) {
                int id = termIds.computeIfAbsent(words.get(i).text(), this::addTerm);
                held[i] = terms.get(id);
                weight += held[i].weight();
                letterWeight += held[i].isLetter() ? held[i].weight() : 0;
                postings.get(id).add(names.size());
                if (i > 0) {
                    joins.put(held[i - 1].text() + held[i].text(), names.size());
                }
            }
            names.add(new Name(read.entry(), read.listed(), read.name().legalForm(), held, weight, letterWeight));
        }

        private int addTerm(String text) {
            int id = terms.size();
            Term term = weights.term(text);
            terms.add(term);
            postings.add(new Numbers());
            if (!term.isLetter() && !term.hasDigit()) {
                Deletions.of(text, Deletions.depth(text, profile), key -> neighbors.put(key, id));
                if (!term.sound().equals(text)) {
                    Deletions.of(term.sound(), Deletions.depth(term.sound(), profile), key -> neighbors.put(key, id));
                }
                if (term.consonants().length() >= 3) {
                    consonants.put(term.consonants(), id);
                }
            }
            return id;
        }
    }

    /** A growing list of rising numbers, each kept once. */
    private static final class Numbers {
        private int[] values = new int[2];
        private int size;

        void add(int value) {
            if (size > 0 && values[size - 1] == value) {
                return;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
