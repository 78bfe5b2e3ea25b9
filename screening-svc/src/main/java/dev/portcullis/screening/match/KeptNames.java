package dev.portcullis.screening.match;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.NormalizedName;
import dev.portcullis.screening.name.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of kept parties by their words: the list's index turned round, so that a changed entry finds the parties whom it can touch, and
 * nobody else is screened again. A party that no entry of a set reaches is not hit by any of them, whatever else is known of it: names score the same
 * from either side, and what evidence can add is taken off the threshold. Holds with the same {@link WordCounts} on both sides only. Immutable;
 * for any number of threads.
 */
public final class KeptNames {
    /** Sums of the same weights in another order differ by less. */
    private static final double ROUNDING = 1e-6;

    private final NameTable names;
    private final int[] owners;
    private final int parties;
    private final ListedNames listed;
    private final Profile profile;
    private final double threshold;

    private KeptNames(Builder builder, WordCounts counts, Lexicon lexicon) {
        this.profile = builder.profile;
        this.names = builder.names.build(counts, lexicon, profile);
        this.owners = Arrays.copyOf(builder.owners, names.size());
        this.parties = builder.parties;
        this.listed = new ListedNames(builder.normalizer, lexicon);
        this.threshold = profile.reviewThreshold() - builder.evidence - ROUNDING;
    }

    /** The names of a party as they are compared; most of the work of adding it, and for any number of threads. */
    public static List<NormalizedName> read(NameNormalizer normalizer, List<String> names) {
        List<NormalizedName> read = new ArrayList<>(names.size());
        for (String name : names) {
            read.add(normalizer.normalize(Matcher.cut(name)));
        }
        return read;
    }

    /**
     * The parties that any of the entries may touch, by the numbers under which they were added; more than it touches, and none that it does
     * is missing.
     */
    public BitSet reachedBy(List<ListedParty> entries) {
        BitSet reached = new BitSet(parties);
        if (parties > 0) {
            Scratch scratch = new Scratch(names, parties, profile);
            Set<List<Word>> searched = new HashSet<>();
            for (ListedParty entry : entries) {
                listed.forEach(entry, reading -> {
                    List<Word> core = reading.name().core();
                    if (searched.add(core)) {
                        reach(core, scratch, reached);
                    }
                });
            }
        }
        return reached;
    }

    private void reach(List<Word> core, Scratch scratch, BitSet reached) {
        Query query = Query.of(new NormalizedName("", core), Role.NONE, names.terms());
        Candidates candidates = new Candidates(names, profile, threshold, scratch);
        scratch.begin();
        candidates.gather(query);
        for (int i = 0; i < scratch.size(); i++) {
            int name = scratch.candidateAt(i);
            if (!reached.get(owners[name]) && scratch.alignment.score(query, query.plain(), name) >= threshold) {
                reached.set(owners[name]);
            }
        }
        scratch.clear();
    }

    /** Gathers parties. Used by one thread. */
    public static final class Builder {
        private final NameNormalizer normalizer;
        private final Profile profile;
        private final EvidenceRules rules;
        private final NameTable.Builder names = new NameTable.Builder();
        private int[] owners = new int[1 << 10];
        private int parties;

        /** The most that what is known of any of them can add to a score. */
        private double evidence;

        public Builder(NameNormalizer normalizer, Profile profile) {
            this.normalizer = normalizer;
            this.profile = profile;
            this.rules = new EvidenceRules(profile.effects());
        }

        /**
         * Adds a party.
         *
         * @param read its names as they are read by {@link KeptNames#read}
         * @param clues what else is known of it
         * @return its number: they rise by one from 0
         */
        public int add(List<NormalizedName> read, Asked.Clues clues) {
            evidence = Math.max(evidence, rules.most(clues));
            for (NormalizedName name : read) {
                List<Word> core = name.core();
                if (!core.isEmpty()) {
                    addWords(core);
                }
                // Held against a person or a vessel, the words of a legal form are words like others.
                if (core.size() < name.words().size()) {
                    addWords(name.words());
                }
            }
            return parties++;
        }

        private void addWords(List<Word> words) {
            int name = names.names();
            if (name == owners.length) {
                owners = Arrays.copyOf(owners, name * 2);
            }
            owners[name] = parties;
            names.add(words, Role.NONE, false);
        }

        /** Indexes the names. */
        public KeptNames build(WordCounts counts) {
            return new KeptNames(this, counts, Lexicon.shipped());
        }
    }
}
