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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Screens subjects against one edition of each list. Immutable and safe for any number of threads: whoever holds a screener gets answers
 * from these editions only, whatever is imported meanwhile.
 */
public final class Screener {
    private static final Comparator<Finding.Hit> BEST_FIRST = Comparator.comparingDouble(Finding.Hit::score)
            .reversed()
            .thenComparing(Finding.Hit::list)
            .thenComparing(Finding.Hit::entryId);

    private static final int ID_BYTES = 16;

    private final List<LoadedEdition> editions;
    private final String id;
    private final Matcher matcher;
    private final List<PartyState.ListEdition> lists;
    private final NameNormalizer normalizer;

    private Screener(List<LoadedEdition> editions, Matcher matcher, NameNormalizer normalizer) {
        this.editions = editions;
        this.normalizer = normalizer;
        this.id = idOf(editions.stream().map(loaded -> loaded.edition().id()).toList());
        this.matcher = matcher;
        this.lists = editions.stream()
                .map(LoadedEdition::edition)
                .flatMap(edition -> edition.counts().keySet().stream()
                        .map(list -> new PartyState.ListEdition(list, edition.id(), edition.loadedAt())))
                .sorted(Comparator.comparing(PartyState.ListEdition::list)
                        .thenComparing(PartyState.ListEdition::edition))
                .toList();
    }

    /** Indexes editions, one of each source; takes about a second of one processor for the whole Consolidated Screening List. */
    public static Screener of(List<LoadedEdition> editions) {
        List<LoadedEdition> ordered = editions.stream()
                .sorted(Comparator.comparing(loaded -> loaded.edition().source()))
                .toList();
        NameNormalizer normalizer = new NameNormalizer(Lexicon.shipped());
        return new Screener(ordered, Matcher.of(Twins.merged(ordered), normalizer, Profile.shipped()), normalizer);
    }

    /** What stands for a set of editions: of one, its id; of several, a digest of theirs. */
    public static String idOf(Collection<String> editions) {
        if (editions.size() == 1) {
            return editions.iterator().next();
        }
        String ids = String.join(" ", new TreeSet<>(editions));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
            return "les-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What stands for the editions that are searched: the same on every replica. */
    public String id() {
        return id;
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

    /** An entry of the editions that are searched. */
    public Optional<ListedParty> entry(String list, String id) {
        return editions.stream()
                .flatMap(loaded -> loaded.entries().stream())
                .filter(entry -> entry.id().equals(id) && entry.list().equals(list))
                .findFirst();
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
        if (!(threshold >= threshold() && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold lies between the profile's and 1");
        }
        Predicate<ListedParty> leftOut = entry -> subject.isOfAnotherTypeThan(entry) || cleared.test(entry);
        Map<String, Finding.Hit> best = new LinkedHashMap<>();
        for (Asked asked : asked(subject)) {
            for (Match match : matcher.search(asked, leftOut)) {
                if (match.score() >= threshold) {
                    Finding.Hit hit = hit(match, asked.name(), subject.clues().countries());
                    best.merge(hit.list() + " " + hit.entryId(), hit, (a, b) -> b.score() > a.score() ? b : a);
                }
            }
        }
        List<Finding.Hit> hits = best.values().stream()
                .sorted(BEST_FIRST)
                .limit(matcher.profile().hits())
                .toList();
        return new Finding(status(hits), profile(), hits, lists, now);
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
        return hits.get(0).score() == 1 ? PartyState.Status.LISTED : PartyState.Status.POSSIBLE_MATCH;
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
                match.evidence());
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
