package dev.portcullis.screening.match;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Match.LegalFormEvidence;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.NormalizedName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of one edition that a name is like. Immutable and safe for any number of threads; the same name gives
 * the same answer for as long as edition and profile are the same.
 */
public final class Matcher {
    private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparing(match -> match.entry().list())
            .thenComparing(match -> match.entry().id());

    private final NameNormalizer normalizer;
    private final Profile profile;
    private final NameIndex index;
    private final Alignment alignment;
    private final Queue<Scratch> scratches = new ConcurrentLinkedQueue<>();

    private Matcher(NameNormalizer normalizer, Profile profile, NameIndex index) {
        this.normalizer = normalizer;
        this.profile = profile;
        this.index = index;
        this.alignment = new Alignment(profile);
    }

    /** Indexes the entries of an edition. */
    public static Matcher of(List<ListedParty> entries, NameNormalizer normalizer, Profile profile) {
        return new Matcher(normalizer, profile, NameIndex.of(entries, normalizer, Lexicon.shipped(), profile));
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
        Query query = query(normalizer.normalize(name));
        Scratch scratch = take();
        try {
            Candidates.gather(query.core, index, profile, scratch);
            return explain(query, best(query, scratch));
        } finally {
            scratch.clear();
            scratches.add(scratch);
        }
    }

    /** What {@link #search} gives, by comparing the name with each name of the edition: slow, and the measure of the index. */
    List<Match> scan(String name) {
        Query query = query(normalizer.normalize(name));
        Map<ListedParty, Scored> best = new HashMap<>();
        for (int id = 0; id < index.size(); id++) {
            keep(query, index.name(id), best);
        }
        return explain(query, best);
    }

    /** The name's words, as an organization reads them and as a person's name is read. */
    private record Query(
            Term[] core, Term[] plain, @Nullable String legalForm) {}

    private record Scored(NameIndex.Name name, double score, boolean plain, LegalFormEvidence legalForm) {}

    private Query query(NormalizedName name) {
        Term[] core = terms(name);
        NormalizedName plain = name.asPlainName();
        return new Query(core, plain.words().size() == core.length ? core : terms(plain), name.legalForm());
    }

    private Term[] terms(NormalizedName name) {
        return name.core().stream().map(word -> index.termOf(word.text())).toArray(Term[]::new);
    }

    private Map<ListedParty, Scored> best(Query query, Scratch scratch) {
        Map<ListedParty, Scored> best = new HashMap<>();
        double letters = 0;
        for (Term term : query.core) {
            letters += term.isLetter() ? term.weight() : 0;
        }
        double weight = weight(query.core);
        double formWeight = weight(query.plain) - weight;
        for (int i = 0; i < scratch.size(); i++) {
            int id = scratch.touched(i);
            NameIndex.Name name = index.name(id);
            // Initials were not looked up, nor a legal form that is read as a word of a person's name.
            boolean person = !name.entry().type().mayHaveLegalForm();
            double unseen = letters + name.letterWeight() + (person ? formWeight : 0);
            double asked = weight + (person ? formWeight : 0);
            if (scratch.bound(id, asked, name.weight(), unseen, profile.omission()) >= profile.reviewThreshold()) {
                keep(query, name, best);
            }
        }
        return best;
    }

    private static double weight(Term[] terms) {
        double weight = 0;
        for (Term term : terms) {
            weight += term.weight();
        }
        return weight;
    }

    private void keep(Query query, NameIndex.Name name, Map<ListedParty, Scored> best) {
        Scored scored = score(query, name);
        if (scored.score >= profile.reviewThreshold()) {
            best.merge(name.entry(), scored, (a, b) -> b.score > a.score ? b : a);
        }
    }

    private Scored score(Query query, NameIndex.Name name) {
        LegalFormEvidence evidence = legalForm(query, name);
        double score = alignment.of(query.core, name.terms(), false).score();
        if (evidence == LegalFormEvidence.CONTRADICTS) {
            score = Math.max(0, Math.min(score, profile.inexactCeiling()) - profile.legalFormContradiction());
        }
        Scored asWritten = new Scored(name, score, false, evidence);
        if (query.plain == query.core || name.entry().type().mayHaveLegalForm()) {
            return asWritten;
        }
        double plain = alignment.of(query.plain, name.terms(), false).score();
        return plain > score ? new Scored(name, plain, true, LegalFormEvidence.AGREES) : asWritten;
    }

    private static LegalFormEvidence legalForm(Query query, NameIndex.Name name) {
        String asked = query.legalForm;
        String listed = name.legalForm();
        if (asked != null && !name.entry().type().mayHaveLegalForm()) {
            return LegalFormEvidence.CONTRADICTS;
        }
        if (asked == null || listed == null) {
            return asked == listed ? LegalFormEvidence.AGREES : LegalFormEvidence.ONE_SIDED;
        }
        boolean generic = asked.equals(Lexicon.GENERIC_FORM) || listed.equals(Lexicon.GENERIC_FORM);
        return generic || asked.equals(listed) ? LegalFormEvidence.AGREES : LegalFormEvidence.CONTRADICTS;
    }

    private List<Match> explain(Query query, Map<ListedParty, Scored> best) {
        return best.entrySet().stream()
                .map(found -> explain(query, found.getKey(), found.getValue()))
                .sorted(BEST_FIRST)
                .limit(profile.hits())
                .toList();
    }

    private Match explain(Query query, ListedParty entry, Scored scored) {
        Term[] asked = scored.plain ? query.plain : query.core;
        return new Match(
                entry,
                scored.name.text(),
                !scored.name.text().equals(entry.name()),
                round(scored.score),
                alignment.of(asked, scored.name.terms(), true).parts(),
                scored.legalForm);
    }

    /** To four places, and never up to 1, which is kept for equal names. */
    private double round(double score) {
        return score == 1 ? 1 : Math.min(profile.inexactCeiling(), Math.round(score * 10_000) / 10_000.0);
    }

    private Scratch take() {
        Scratch free = scratches.poll();
        return free == null ? new Scratch(index.size()) : free;
    }
}
