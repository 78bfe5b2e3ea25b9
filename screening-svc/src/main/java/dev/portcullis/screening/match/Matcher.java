package dev.portcullis.screening.match;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Match.LegalFormEvidence;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.NormalizedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * Finds the entries of one edition that a name is like. Immutable and safe for any number of threads; the same question gives
 * the same answer for as long as edition and profile are the same.
 */
public final class Matcher {
    /** Characters of a name that are looked at; what stands behind them is not read. */
    public static final int LONGEST_NAME = 4_096;

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparing(match -> match.entry().list())
            .thenComparing(match -> match.entry().id());

    private final NameNormalizer normalizer;
    private final Profile profile;
    private final NameIndex index;
    private final NameTable table;
    private final IdentifierIndex identifiers;
    private final EvidenceRules rules;
    private final Queue<Scratch> scratches = new ConcurrentLinkedQueue<>();

    private Matcher(NameNormalizer normalizer, Profile profile, NameIndex index) {
        this.normalizer = normalizer;
        this.profile = profile;
        this.index = index;
        this.table = index.table();
        this.identifiers = IdentifierIndex.of(index);
        this.rules = new EvidenceRules(profile.effects());
    }

    /** Indexes the entries of an edition, whose own names say how telling a word is. */
    public static Matcher of(List<ListedParty> entries, NameNormalizer normalizer, Profile profile) {
        return new Matcher(normalizer, profile, NameIndex.of(entries, normalizer, Lexicon.shipped(), profile, null));
    }

    /** Indexes the entries of an edition, with weights of words from the counts of another one. */
    public static Matcher of(List<ListedParty> entries, NameNormalizer normalizer, Profile profile, WordCounts counts) {
        return new Matcher(normalizer, profile, NameIndex.of(entries, normalizer, Lexicon.shipped(), profile, counts));
    }

    /** In how many of the edition's own names each word stands, whatever the weights are taken from. */
    public WordCounts ownCounts() {
        return index.ownCounts();
    }

    /** The profile that names are scored with. */
    public Profile profile() {
        return profile;
    }

    /** How many names and aliases are searched. */
    public int names() {
        return index.size();
    }

    /**
     * The entries that score at or above the profile's review threshold, best first, at most the profile's number of hits.
     *
     * @param name any text; one without letters and digits is like nothing
     */
    public List<Match> search(String name) {
        return search(Asked.of(name), cleared -> false);
    }

    /**
     * The entries that score at or above the profile's review threshold, best first, at most the profile's number of hits.
     *
     * @param asked who is looked for
     * @param cleared entries that are known to be somebody else; they are left out before the answer is cut to its length, so that they
     *     never crowd out another
     */
    public List<Match> search(Asked asked, Predicate<ListedParty> cleared) {
        return answer(asked, cleared, true, false);
    }

    /** The answer of {@link #search} without its parts, which is what the explanation costs. */
    public List<Match> unexplained(Asked asked) {
        return answer(asked, cleared -> false, false, false);
    }

    /** What {@link #search} gives, by comparing the name with each name of the edition: slow, and the measure of the index. */
    public List<Match> scan(Asked asked) {
        return answer(asked, cleared -> false, true, true);
    }

    private List<Match> answer(Asked asked, Predicate<ListedParty> cleared, boolean explain, boolean scan) {
        Query query = query(asked);
        Scratch scratch = take();
        List<Found> found = new ArrayList<>();
        try {
            double threshold = profile.reviewThreshold() - rules.most(asked.clues());
            Candidates candidates = new Candidates(table, profile, threshold, scratch);
            scratch.begin();
            if (scan) {
                candidates.scan(query);
            } else {
                candidates.gather(query);
            }
            score(query, threshold, scratch, found);
            identified(query, asked.clues().identifiers(), scratch, found);
            List<Match> matches = new ArrayList<>();
            for (Found one : found) {
                ListedParty entry = index.entry(one.entry);
                if (!cleared.test(entry)) {
                    judge(asked, query, one, entry, explain, scratch, matches);
                }
            }
            matches.sort(BEST_FIRST);
            return List.copyOf(matches.subList(0, Math.min(profile.hits(), matches.size())));
        } finally {
            found.forEach(one -> scratch.place(one.entry, -1));
            scratch.clear();
            scratches.add(scratch);
        }
    }

    private Query query(Asked asked) {
        Asked.PersonName parts = asked.parts();
        if (parts == null) {
            return Query.of(normalizer.normalize(cut(asked.name())), Role.NONE, table.terms());
        }
        NormalizedName name = read(normalizer, parts);
        return Query.of(name, roles(normalizer, parts, name), table.terms());
    }

    /** A name that was told apart. The comma keeps letters at the end of one part and the beginning of the other from being read as one abbreviation. */
    static NormalizedName read(NameNormalizer normalizer, Asked.PersonName parts) {
        return normalizer
                .normalize(cut(parts.family()) + ", " + cut(parts.given()))
                .asPlainName();
    }

    /** Which of its words are of which part. */
    static byte[] roles(NameNormalizer normalizer, Asked.PersonName parts, NormalizedName name) {
        int family = normalizer.normalize(cut(parts.family())).words().size();
        return Role.of(family, name.words().size() - family, name.words().size());
    }

    static String cut(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }

    /** An entry and the best of its names, and the best of its weak aliases. */
    private static final class Found {
        private final int entry;
        private int name = -1;
        private double score;
        private int weakName = -1;
        private double weakScore;

        Found(int entry) {
            this.entry = entry;
        }

        /** Of names that score the same the one that the list names first stays. */
        void offer(int offered, double value, boolean weak) {
            if (weak) {
                if (weakName < 0 || value > weakScore || value == weakScore && offered < weakName) {
                    weakName = offered;
                    weakScore = value;
                }
            } else if (name < 0 || value > score || value == score && offered < name) {
                name = offered;
                score = value;
            }
        }
    }

    private void score(Query query, double threshold, Scratch scratch, List<Found> found) {
        for (int i = 0; i < scratch.size(); i++) {
            int name = scratch.candidateAt(i);
            double score = score(query, name, scratch);
            if (score >= threshold) {
                found(index.entryOf(name), scratch, found).offer(name, score, index.isWeak(name));
            }
        }
    }

    private static Found found(int entry, Scratch scratch, List<Found> found) {
        int place = scratch.place(entry);
        if (place >= 0) {
            return found.get(place);
        }
        Found first = new Found(entry);
        scratch.place(entry, found.size());
        found.add(first);
        return first;
    }

    /** Takes up who has the same document or number, whatever the name. */
    private void identified(Query query, List<Identifier> asked, Scratch scratch, List<Found> found) {
        for (Identifier identifier : asked) {
            for (int name : identifiers.find(identifier)) {
                int entry = index.entryOf(name);
                Found one = found(entry, scratch, found);
                for (int each = name; each < index.size() && index.entryOf(each) == entry; each++) {
                    one.offer(each, score(query, each, scratch), index.isWeak(each));
                }
            }
        }
    }

    private double score(Query query, int name, Scratch scratch) {
        double score = scratch.alignment.score(query, query.core(), name);
        if (score > 0 && legalForm(query, name) == LegalFormEvidence.CONTRADICTS) {
            score = Math.max(0, Math.min(score, profile.inexactCeiling()) - profile.legalFormContradiction());
        }
        boolean alsoPlain = query.core() != query.plain() && index.isPlain(name);
        return alsoPlain ? Math.max(score, scratch.alignment.score(query, query.plain(), name)) : score;
    }

    private LegalFormEvidence legalForm(Query query, int name) {
        String asked = query.form();
        String listed = index.form(name);
        if (asked != null && index.isPlain(name)) {
            return LegalFormEvidence.CONTRADICTS;
        }
        if (asked == null || listed == null) {
            return asked == listed ? LegalFormEvidence.AGREES : LegalFormEvidence.ONE_SIDED;
        }
        boolean generic = asked.equals(Lexicon.GENERIC_FORM) || listed.equals(Lexicon.GENERIC_FORM);
        return generic || asked.equals(listed) ? LegalFormEvidence.AGREES : LegalFormEvidence.CONTRADICTS;
    }

    private void judge(
            Asked asked,
            Query query,
            Found found,
            ListedParty entry,
            boolean explain,
            Scratch scratch,
            List<Match> matches) {
        double weak = Math.min(profile.weakCeiling(), found.weakScore);
        boolean byWeak = found.name < 0 || weak > found.score;
        double nameScore = byWeak ? weak : found.score;
        int name = byWeak ? found.weakName : found.name;
        List<Evidence> evidence = rules.of(asked.clues(), entry);
        if (!byWeak && found.weakScore >= profile.reviewThreshold()) {
            evidence.add(new Evidence(
                    Evidence.Kind.WEAK_ALIAS,
                    Evidence.Verdict.AGREES,
                    asked.name(),
                    index.text(found.weakName),
                    profile.effects().weakSupport()));
        }
        double score = round(rules.total(nameScore, profile.inexactCeiling(), evidence));
        if (score >= profile.reviewThreshold()) {
            matches.add(match(query, entry, name, nameScore, score, evidence, explain, scratch));
        }
    }

    private Match match(
            Query query,
            ListedParty entry,
            int name,
            double nameScore,
            double score,
            List<Evidence> evidence,
            boolean explain,
            Scratch scratch) {
        String text = index.text(name);
        Alias.Kind kind = index.kind(name);
        boolean alias = !text.equals(entry.name());
        LegalFormEvidence legalForm = legalForm(query, name);
        if (!explain) {
            return new Match(entry, text, alias, kind, score, round(nameScore), List.of(), legalForm, evidence);
        }
        double core = scratch.alignment.score(query, query.core(), name);
        List<PartMatch> parts = scratch.alignment.parts(query, name);
        if (query.core() != query.plain() && index.isPlain(name)) {
            double less = Math.max(0, Math.min(core, profile.inexactCeiling()) - profile.legalFormContradiction());
            if (scratch.alignment.score(query, query.plain(), name) > less) {
                parts = scratch.alignment.parts(query, name);
                legalForm = LegalFormEvidence.AGREES;
            }
        }
        return new Match(entry, text, alias, kind, score, round(nameScore), parts, legalForm, evidence);
    }

    /** To four places, and never up to 1, which is kept for equal names. */
    private double round(double score) {
        return score == 1 ? 1 : Math.min(profile.inexactCeiling(), Math.round(score * 10_000) / 10_000.0);
    }

    private Scratch take() {
        Scratch free = scratches.poll();
        return free == null ? new Scratch(table, index.entries(), profile) : free;
    }
}
