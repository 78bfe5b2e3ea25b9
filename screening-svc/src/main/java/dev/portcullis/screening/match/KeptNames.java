package dev.portcullis.screening.match;

import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Asked.PersonName;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.NormalizedName;
import dev.portcullis.screening.name.Word;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of kept parties by their words, and their documents: the list's index turned round, so that a changed entry finds the parties whom it can
 * touch, and nobody else is screened again. A party that no entry of a set reaches is not hit by any of them, whatever else is known of it: names score
 * the same from either side, what evidence of the kinds that both have can add is taken off the threshold, and who has the same document is found by
 * it. Holds with the same {@link WordCounts} on both sides only. Immutable; for any number of threads.
 */
public final class KeptNames {
    /** Scores are rounded to four places before they are held against the threshold, and sums of the same weights differ by their order. */
    private static final double ROUNDING = 1e-4;

    private final NameTable names;
    private final int[] owners;
    private final byte[] kinds;
    private final int anyKinds;
    private final KeptNumbers numbers;
    private final int parties;
    private final ListedNames listed;
    private final Profile profile;

    /** From what name score on a party may be touched, by the kinds of evidence that it and the entry have. */
    private final double[] thresholds = new double[EvidenceRules.ALL_KINDS + 1];

    private KeptNames(Builder builder, WordCounts counts, Lexicon lexicon) {
        this.profile = builder.profile;
        this.names = builder.names.build(counts, lexicon, profile);
        this.owners = Arrays.copyOf(builder.owners, names.size());
        this.kinds = Arrays.copyOf(builder.kinds, builder.parties);
        this.anyKinds = builder.anyKinds;
        this.numbers = builder.numbers.build();
        this.parties = builder.parties;
        this.listed = new ListedNames(builder.normalizer, lexicon);
        EvidenceRules rules = new EvidenceRules(profile.effects());
        for (int common = 0; common < thresholds.length; common++) {
            thresholds[common] = profile.reviewThreshold() - rules.most(common) - ROUNDING;
        }
    }

    /**
     * A name of a party as it is compared.
     *
     * @param roles see {@link Role}
     */
    public record Read(NormalizedName name, byte[] roles) {}

    /** The names of a party as they are compared; most of the work of adding it, and for any number of threads. */
    public static List<Read> read(NameNormalizer normalizer, List<String> names) {
        return read(normalizer, names, null);
    }

    /** The same where somebody told a name apart. */
    public static List<Read> read(NameNormalizer normalizer, List<String> names, @Nullable PersonName parts) {
        List<Read> read = new ArrayList<>(names.size() + 1);
        if (parts != null) {
            NormalizedName name = Matcher.read(normalizer, parts);
            read.add(new Read(name, Matcher.roles(normalizer, parts, name)));
        }
        for (String name : names) {
            read.add(new Read(normalizer.normalize(Matcher.cut(name)), Role.NONE));
        }
        return read;
    }

    /** What is asked of the index, once however many entries ask it. */
    private record Question(List<Word> words, ByteBuffer roles, int kinds) {}

    /**
     * The parties that any of the entries may touch, by the numbers under which they were added; more than it touches, and none that it does
     * is missing.
     */
    public BitSet reachedBy(List<ListedParty> entries) {
        BitSet reached = new BitSet(parties);
        if (parties > 0) {
            Scratch scratch = new Scratch(names, parties, profile);
            Set<Question> searched = new HashSet<>();
            for (ListedParty entry : entries) {
                for (Identifier identifier : entry.particulars().identifiers()) {
                    numbers.find(identifier.number(), reached);
                }
                int entryKinds = EvidenceRules.kinds(entry) & anyKinds;
                listed.forEach(entry, reading -> {
                    List<Word> core = reading.name().core();
                    byte[] roles = core.size() == reading.name().words().size() ? reading.roles() : Role.NONE;
                    if (searched.add(new Question(core, ByteBuffer.wrap(roles), entryKinds))) {
                        reach(
                                Query.of(new NormalizedName("", core), roles, names.terms()),
                                entryKinds,
                                scratch,
                                reached);
                    }
                });
            }
        }
        return reached;
    }

    private void reach(Query query, int entryKinds, Scratch scratch, BitSet reached) {
        Candidates candidates = new Candidates(names, profile, thresholds[entryKinds], scratch);
        scratch.begin();
        candidates.gather(query);
        for (int i = 0; i < scratch.size(); i++) {
            int name = scratch.candidateAt(i);
            if (!reached.get(owners[name])
                    && scratch.alignment.score(query, query.plain(), name)
                            >= thresholds[entryKinds & kinds[owners[name]]]) {
                reached.set(owners[name]);
            }
        }
        scratch.clear();
    }

    /** Gathers parties. Used by one thread. */
    public static final class Builder {
        private final NameNormalizer normalizer;
        private final Profile profile;
        private final NameTable.Builder names = new NameTable.Builder();
        private final KeptNumbers.Builder numbers = new KeptNumbers.Builder();
        private int[] owners = new int[1 << 10];
        private byte[] kinds = new byte[1 << 10];
        private int anyKinds;
        private int parties;

        public Builder(NameNormalizer normalizer, Profile profile) {
            this.normalizer = normalizer;
            this.profile = profile;
        }

        /**
         * Adds a party.
         *
         * @param read its names as they are read by {@link KeptNames#read}
         * @param clues what else is known of it
         * @return its number: they rise by one from 0
         */
        public int add(List<Read> read, Asked.Clues clues) {
            if (parties == kinds.length) {
                kinds = Arrays.copyOf(kinds, parties * 2);
            }
            kinds[parties] = (byte) EvidenceRules.kinds(clues);
            anyKinds |= kinds[parties];
            for (Identifier identifier : clues.identifiers()) {
                numbers.add(identifier.number(), parties);
            }
            for (Read one : read) {
                NormalizedName name = one.name();
                List<Word> core = name.core();
                if (core.size() == name.words().size()) {
                    addWords(core, one.roles());
                } else {
                    addWords(core, Role.NONE);
                    // Held against a person or a vessel, the words of a legal form are words like others.
                    addWords(name.words(), one.roles());
                }
            }
            return parties++;
        }

        private void addWords(List<Word> words, byte[] roles) {
            if (words.isEmpty()) {
                return;
            }
            int name = names.names();
            if (name == owners.length) {
                owners = Arrays.copyOf(owners, name * 2);
            }
            owners[name] = parties;
            names.add(words, roles, false);
        }

        /** Indexes the names. */
        public KeptNames build(WordCounts counts) {
            return new KeptNames(this, counts, Lexicon.shipped());
        }
    }
}
