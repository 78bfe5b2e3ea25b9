package dev.portcullis.screening.screening;

import dev.portcullis.contracts.PartyState;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Asked;
import dev.portcullis.screening.match.Match;
import dev.portcullis.screening.match.Matcher;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Screens subjects against one edition of each list. Immutable and safe for any number of threads: whoever holds a screener gets answers
 * from these editions only, whatever is imported meanwhile.
 */
public final class Screener {
    private static final Comparator<Finding.Hit> BEST_FIRST = Comparator.comparingDouble(Finding.Hit::score)
            .reversed()
            .thenComparing(Finding.Hit::list)
            .thenComparing(Finding.Hit::entryId);

    private final List<LoadedEdition> editions;
    private final List<ListedParty> entries;
    private final Weights weights;
    private final String id;
    private final Matcher matcher;
    private final List<PartyState.ListEdition> lists;
    private final NameNormalizer normalizer;

    private Screener(
            List<LoadedEdition> editions,
            List<ListedParty> entries,
            Weights weights,
            Matcher matcher,
            NameNormalizer normalizer) {
        this.editions = editions;
        this.normalizer = normalizer;
        this.entries = List.copyOf(entries);
        this.weights = weights;
        this.id = new Searched(
                        editions.stream().map(loaded -> loaded.edition().id()).toList(), weights.id())
                .id();
        this.matcher = matcher;
        this.lists = editions.stream()
                .map(LoadedEdition::edition)
                .flatMap(edition -> edition.counts().keySet().stream()
                        .map(list -> new PartyState.ListEdition(list, edition.id(), edition.loadedAt())))
                .sorted(Comparator.comparing(PartyState.ListEdition::list)
                        .thenComparing(PartyState.ListEdition::edition))
                .toList();
    }

    /**
     * Indexes editions, one of each source; takes about a second of one processor for the whole Consolidated Screening List.
     *
     * @param weights what the words' weights are taken from; the editions' own where absent, or where they have come too far from it
     * @param farthest how far is too far, see {@link dev.portcullis.screening.match.WordCounts#distance}
     */
    public static Screener of(List<LoadedEdition> editions, @Nullable Weights weights, double farthest) {
        List<LoadedEdition> ordered = editions.stream()
                .sorted(Comparator.comparing(loaded -> loaded.edition().source()))
                .toList();
        List<ListedParty> entries = Twins.merged(ordered);
        NameNormalizer normalizer = new NameNormalizer(Lexicon.shipped());
        if (weights != null) {
            Matcher matcher = Matcher.of(entries, normalizer, Profile.shipped(), weights.counts());
            if (weights.counts().distance(matcher.ownCounts()) <= farthest) {
                return new Screener(ordered, entries, weights, matcher, normalizer);
            }
        }
        Matcher matcher = Matcher.of(entries, normalizer, Profile.shipped());
        return new Screener(ordered, entries, Weights.of(matcher.ownCounts()), matcher, normalizer);
    }

    /** The same editions, searched with another profile: another index of the same size. */
    public Screener with(Profile profile) {
        return new Screener(
                editions, entries, weights, Matcher.of(entries, normalizer, profile, weights.counts()), normalizer);
    }

    /** What stands for the editions that are searched: the same on every replica. */
    public String id() {
        return id;
    }

    /** What the words' weights are taken from. */
    public Weights weights() {
        return weights;
    }

    /** All entries that are searched, those that stand on two lists once. */
    public List<ListedParty> entries() {
        return entries;
    }

    /** The editions that are searched, one of each source. */
    public List<LoadedEdition> editions() {
        return editions;
    }

    /** The edition of a source, where one is searched. */
    public Optional<Edition> edition(String source) {
        return editions.stream()
                .map(LoadedEdition::edition)
                .filter(edition -> edition.source().equals(source))
                .findFirst();
    }

    /** The version of the matching profile. */
    public String profile() {
        return matcher.profile().version();
    }

    /** The score from which the profile has a person look, 0 to 1; no screening goes below it. */
    public double threshold() {
        return matcher.profile().reviewThreshold();
    }

    /** The lists that are searched, each with its edition. */
    public List<PartyState.ListEdition> lists() {
        return lists;
    }

    /** Screens a subject by its name and each of its aliases; an entry is found by the best of them. */
    public Finding screen(Subject subject, Instant now) {
        return screen(subject, cleared -> false, now);
    }

    /**
     * Screens a subject of which some entries are known not to be it.
     *
     * @param cleared those entries; they are left out before the answer is cut to its length, so that they never crowd out another
     */
    public Finding screen(Subject subject, Predicate<ListedParty> cleared, Instant now) {
        return screen(subject, cleared, threshold(), now);
    }

    /**
     * Screens a subject and leaves out what scores below a threshold of the caller's.
     *
     * @param cleared entries that are known not to be the subject; left out before the answer is cut to its length
     * @param threshold at least {@link #threshold}, at most 1
     */
    public Finding screen(Subject subject, Predicate<ListedParty> cleared, double threshold, Instant now) {
        List<Finding.Hit> hits = hits(subject, cleared, threshold);
        return new Finding(status(hits), profile(), hits, List.of(), lists, now);
    }

    /** The same of whom people have decided something, from the profile's threshold on. */
    public Finding screen(Subject subject, Decided decided, Instant now) {
        return screen(subject, decided, threshold(), now);
    }

    /**
     * Screens a subject of whom people have decided something. What they have cleared counts for nothing and is told apart, each part of the
     * answer up to the profile's number of hits; what they have confirmed is a hit whatever the names say.
     *
     * @param threshold at least {@link #threshold}, at most 1
     */
    public Finding screen(Subject subject, Decided decided, double threshold, Instant now) {
        return screen(subject, decided, entry -> false, threshold, now);
    }

    /**
     * The same, of which entries are left out that the caller does not want: they are told nowhere.
     *
     * @param leftOut those entries
     */
    public Finding screen(
            Subject subject, Decided decided, Predicate<ListedParty> leftOut, double threshold, Instant now) {
        Map<String, Clearance> met = new HashMap<>();
        List<Finding.Hit> hits = decided.confirm(hits(
                subject,
                entry -> {
                    if (leftOut.test(entry)) {
                        return true;
                    }
                    Clearance clearance = decided.clearance(entry);
                    if (clearance != null) {
                        met.put(key(entry.list(), entry.id()), clearance);
                    }
                    return clearance != null;
                },
                threshold));
        List<Finding.Cleared> cleared = met.isEmpty()
                ? List.of()
                : hits(subject, entry -> !met.containsKey(key(entry.list(), entry.id())), threshold).stream()
                        .map(hit -> new Finding.Cleared(
                                hit, Objects.requireNonNull(met.get(key(hit.list(), hit.entryId())))))
                        .toList();
        return new Finding(status(hits), profile(), hits, cleared, lists, now);
    }

    /** The most hits that an answer holds; where it holds as many, there may be more. */
    public int mostHits() {
        return matcher.profile().hits();
    }

    /** An entry as it is searched, with the names of its twin; looks through all of them. */
    public Optional<ListedParty> entry(String list, String entryId) {
        return entries.stream()
                .filter(entry -> entry.id().equals(entryId) && entry.list().equals(list))
                .findFirst();
    }

    private List<Finding.Hit> hits(Subject subject, Predicate<ListedParty> cleared, double threshold) {
        if (!(threshold >= threshold() && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold lies between the profile's and 1");
        }
        Predicate<ListedParty> leftOut = entry -> subject.isOfAnotherTypeThan(entry) || cleared.test(entry);
        Map<String, Finding.Hit> best = new LinkedHashMap<>();
        for (Asked asked : asked(subject)) {
            for (Match match : matcher.search(asked, leftOut)) {
                if (match.score() >= threshold) {
                    Finding.Hit hit = hit(match, asked.name(), subject.clues().countries());
                    best.merge(key(hit.list(), hit.entryId()), hit, (a, b) -> b.score() > a.score() ? b : a);
                }
            }
        }
        return best.values().stream()
                .sorted(BEST_FIRST)
                .limit(matcher.profile().hits())
                .toList();
    }

    private static String key(String list, String entryId) {
        return list + " " + entryId;
    }

    /**
     * The names to look for. A name that was told apart is looked for in its parts; as it is written only where that has other words, as in
     * another script: else the parts, which say more, would say nothing.
     */
    private List<Asked> asked(Subject subject) {
        List<Asked> asked = new ArrayList<>();
        Asked.PersonName parts = subject.parts();
        if (parts != null) {
            asked.add(Asked.of(parts).with(subject.clues()));
        }
        if (parts == null || !words(subject.name()).equals(words(parts.family() + " " + parts.given()))) {
            asked.add(new Asked(subject.name(), null, subject.clues()));
        }
        for (String alias : subject.aliases()) {
            asked.add(new Asked(alias, null, subject.clues()));
        }
        return asked;
    }

    private List<String> words(String name) {
        return normalizer.normalize(name).words().stream()
                .map(Word::text)
                .sorted()
                .toList();
    }

    private static PartyState.Status status(List<Finding.Hit> hits) {
        if (hits.isEmpty()) {
            return PartyState.Status.CLEAR;
        }
        boolean listed = hits.stream().anyMatch(hit -> hit.score() == 1 || hit.confirmedBy() != null);
        return listed ? PartyState.Status.LISTED : PartyState.Status.POSSIBLE_MATCH;
    }

    private static Finding.Hit hit(Match match, String queried, List<String> countries) {
        ListedParty entry = match.entry();
        return new Finding.Hit(
                entry.list(),
                entry.id(),
                entry.name(),
                match.matchedName(),
                queried,
                match.kind(),
                match.score(),
                match.nameScore(),
                entry.reference(),
                entry.programs(),
                entry.countries(),
                evidence(entry.countries(), countries),
                match.legalForm(),
                match.parts(),
                match.evidence(),
                null);
    }

    private static Finding.CountryEvidence evidence(List<String> listed, List<String> asked) {
        if (asked.isEmpty() || listed.isEmpty()) {
            return Finding.CountryEvidence.UNKNOWN;
        }
        return asked.stream().anyMatch(listed::contains)
                ? Finding.CountryEvidence.SAME
                : Finding.CountryEvidence.DIFFERENT;
    }
}
