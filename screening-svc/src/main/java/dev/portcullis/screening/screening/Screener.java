package dev.portcullis.screening.screening;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Asked;
import dev.portcullis.screening.match.Match;
import dev.portcullis.screening.match.Matcher;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
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

    private Screener(List<LoadedEdition> editions, List<ListedParty> entries, Weights weights, Matcher matcher) {
        this.editions = editions;
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
                return new Screener(ordered, entries, weights, matcher);
            }
        }
        Matcher matcher = Matcher.of(entries, normalizer, Profile.shipped());
        return new Screener(ordered, entries, Weights.of(matcher.ownCounts()), matcher);
    }

    /** The same editions, searched with another profile: another index of the same size. */
    public Screener with(Profile profile) {
        NameNormalizer normalizer = new NameNormalizer(Lexicon.shipped());
        return new Screener(editions, entries, weights, Matcher.of(entries, normalizer, profile, weights.counts()));
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
        List<Finding.Hit> hits = hits(subject, cleared);
        return new Finding(status(hits), profile(), hits, List.of(), lists, now);
    }

    /**
     * Screens a subject of whom people have decided something. What they have cleared counts for nothing and is told apart, each part of the
     * answer up to the profile's number of hits; what they have confirmed is a hit whatever the names say.
     */
    public Finding screen(Subject subject, Decided decided, Instant now) {
        Map<String, Clearance> met = new HashMap<>();
        List<Finding.Hit> hits = decided.confirm(hits(subject, entry -> {
            Clearance clearance = decided.clearance(entry);
            if (clearance != null) {
                met.put(key(entry.list(), entry.id()), clearance);
            }
            return clearance != null;
        }));
        List<Finding.Cleared> cleared = met.isEmpty()
                ? List.of()
                : hits(subject, entry -> !met.containsKey(key(entry.list(), entry.id()))).stream()
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

    private List<Finding.Hit> hits(Subject subject, Predicate<ListedParty> cleared) {
        List<String> names = new ArrayList<>();
        names.add(subject.name());
        names.addAll(subject.aliases());
        Map<String, Finding.Hit> best = new LinkedHashMap<>();
        for (String name : names) {
            for (Match match : matcher.search(new Asked(name, null, subject.clues()), cleared)) {
                Finding.Hit hit = hit(match, name, subject.country());
                best.merge(key(hit.list(), hit.entryId()), hit, (a, b) -> b.score() > a.score() ? b : a);
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

    private static PartyState.Status status(List<Finding.Hit> hits) {
        if (hits.isEmpty()) {
            return PartyState.Status.CLEAR;
        }
        boolean listed = hits.stream().anyMatch(hit -> hit.score() == 1 || hit.confirmedBy() != null);
        return listed ? PartyState.Status.LISTED : PartyState.Status.POSSIBLE_MATCH;
    }

    private static Finding.Hit hit(Match match, String queried, @Nullable CountryCode country) {
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
                evidence(entry.countries(), country),
                match.legalForm(),
                match.parts(),
                match.evidence(),
                null);
    }

    private static Finding.CountryEvidence evidence(List<String> listed, @Nullable CountryCode country) {
        if (country == null || listed.isEmpty()) {
            return Finding.CountryEvidence.UNKNOWN;
        }
        return listed.contains(country.value()) ? Finding.CountryEvidence.SAME : Finding.CountryEvidence.DIFFERENT;
    }
}
