package dev.portcullis.benchmarks;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.Particulars;
import dev.portcullis.screening.match.Asked;
import dev.portcullis.screening.match.KeptNames;
import dev.portcullis.screening.match.Match;
import dev.portcullis.screening.match.Matcher;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.match.WordCounts;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.quality.Distortion;
import dev.portcullis.screening.quality.NameStock;
import dev.portcullis.screening.quality.OfacLegacy;
import dev.portcullis.screening.screening.ListChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long it takes to screen a million kept parties again where five hundred entries of a list have changed, from the parties' names as they
 * are written to the hits of all whom the change can touch. Every party is then screened anew in full, and the hits must be the same. With
 * {@code --list DIR} over OFAC's list in its legacy layout, else over a generated one of the same shape; {@code --parties N} for another number;
 * {@code --known} with countries, births, addresses and documents on both sides, some of them the same.
 */
final class RescreenBenchmark {
    private static final int OFAC_ENTRIES = 17_944;
    private static final int PAGE = 5_000;
    private static final long SEED = 20261129;
    private static final List<String> COUNTRIES =
            Stream.of(Locale.getISOCountries()).limit(40).toList();

    private final Random random = new Random(SEED);
    private final NameNormalizer normalizer = new NameNormalizer(Lexicon.shipped());
    private final List<ListedParty> before;
    private final List<ListedParty> after;
    private final List<Asked> parties;

    private RescreenBenchmark(List<ListedParty> list, int parties, boolean known) {
        List<ListedParty> next = changed(list);
        List<String> names = parties(next, parties);
        Random of = new Random(SEED);
        this.before = known ? list.stream().map(RescreenBenchmark::known).toList() : list;
        this.after = known ? next.stream().map(RescreenBenchmark::known).toList() : next;
        this.parties = names.stream()
                .map(name -> known ? Asked.of(name).with(clues(of)) : Asked.of(name))
                .toList();
    }

    /** What is known of an entry follows from what it says, so that one that is not changed stays the same. */
    private static ListedParty known(ListedParty entry) {
        Random of = new Random(SEED ^ entry.aliases().hashCode() ^ entry.id().hashCode());
        Asked.Clues clues = clues(of);
        return new ListedParty(
                entry.id(),
                entry.list(),
                entry.type(),
                entry.name(),
                entry.aliases(),
                clues.addresses(),
                clues.countries(),
                entry.programs(),
                entry.reference(),
                entry.licenseRequirement(),
                entry.licensePolicy(),
                entry.remarks(),
                entry.source(),
                new Particulars(clues.births(), List.of(), List.of(), clues.identifiers()));
    }

    /** A country of forty, for two in five an address of two thousand, for one in five a birth, for one in five a number of a million. */
    private static Asked.Clues clues(Random of) {
        String country = COUNTRIES.get(of.nextInt(COUNTRIES.size()));
        List<String> addresses = of.nextInt(5) < 2
                ? List.of(of.nextInt(20) + " Harbor Road, District " + of.nextInt(100) + ", " + country)
                : List.of();
        List<String> births = of.nextInt(5) == 0
                ? List.of(String.format("%d-%02d-%02d", 1940 + of.nextInt(60), 1 + of.nextInt(12), 1 + of.nextInt(28)))
                : List.of();
        List<Identifier> identifiers = of.nextInt(5) == 0
                ? List.of(new Identifier("Passport", String.valueOf(1_000_000 + of.nextInt(1_000_000)), null))
                : List.of();
        return new Asked.Clues(List.of(country), births, addresses, identifiers);
    }

    static RescreenBenchmark of(List<String> options) throws IOException {
        int list = options.indexOf("--list");
        int parties = options.indexOf("--parties");
        return new RescreenBenchmark(
                list >= 0
                        ? OfacLegacy.read(java.nio.file.Path.of(options.get(list + 1)))
                        : OfacLegacy.generated(OFAC_ENTRIES, SEED),
                parties >= 0 ? Integer.parseInt(options.get(parties + 1)) : 1_000_000,
                options.contains("--known"));
    }

    /** A hundred entries leave, two hundred get another name or lose one, two hundred come. */
    private List<ListedParty> changed(List<ListedParty> list) {
        List<ListedParty> next = new ArrayList<>(list);
        Collections.shuffle(next, random);
        next = new ArrayList<>(next.subList(100, next.size()));
        for (int i = 0; i < 200; i++) {
            ListedParty entry = next.get(i);
            List<String> aliases =
                    new ArrayList<>(entry.aliases().stream().map(Alias::name).toList());
            if (aliases.isEmpty() || i % 2 == 0) {
                aliases.add(next.get(next.size() - 1 - i).name());
            } else {
                aliases.remove(0);
            }
            next.set(i, OfacLegacy.entry(entry.id(), entry.type(), entry.name(), aliases));
        }
        for (ListedParty entry : OfacLegacy.generated(200, SEED + 1)) {
            next.add(OfacLegacy.entry(
                    "new-" + entry.id(),
                    entry.type(),
                    entry.name(),
                    entry.aliases().stream().map(Alias::name).toList()));
        }
        return next;
    }

    /** Ordinary people and companies, and one in fifty by the name of a listed party, distorted. */
    private List<String> parties(List<ListedParty> after, int count) {
        NameStock stock = new NameStock();
        Distortion[] distortions = Distortion.values();
        List<String> names = new ArrayList<>(count);
        while (names.size() < count) {
            if (names.size() % 50 == 0) {
                ListedParty entry = random.nextInt(20) == 0
                        ? after.get(after.size() - 1 - random.nextInt(200))
                        : after.get(random.nextInt(after.size()));
                String name = distortions[random.nextInt(distortions.length)].of(entry.name(), entry.type(), random);
                names.add(name == null ? entry.name() : name);
            } else {
                String language = NameStock.LANGUAGES.get(random.nextInt(NameStock.LANGUAGES.size()));
                names.add(
                        random.nextBoolean()
                                ? stock.company(random)
                                : stock.person(language, random).name());
            }
        }
        return names;
    }

    @SuppressWarnings("SystemOut") // a command-line program speaks through its standard streams
    List<Figure> measure() {
        WordCounts counts = Matcher.of(before, normalizer, Profile.shipped()).ownCounts();
        Matcher then = Matcher.of(before, normalizer, Profile.shipped(), counts);
        long fullStart = System.nanoTime();
        Map<Integer, Map<String, Double>> kept = screenAll(then);
        System.out.printf(
                "%d parties, %d of them with hits, screened against %d entries in %.1f s%n",
                parties.size(), kept.size(), before.size(), (System.nanoTime() - fullStart) / 1e9);

        Matcher now = Matcher.of(after, normalizer, Profile.shipped(), counts);
        long start = System.nanoTime();
        ListChange change = ListChange.between(before, after);
        KeptNames names = names(counts);
        double indexed = (System.nanoTime() - start) / 1e9;
        BitSet touched = reached(
                names,
                Stream.concat(change.come().stream(), change.left().stream()).toList());
        double reached = (System.nanoTime() - start) / 1e9;
        Map<Integer, Map<String, Double>> rescreened = new ConcurrentHashMap<>(kept);
        AtomicInteger different = new AtomicInteger();
        touched.stream().parallel().forEach(party -> {
            Map<String, Double> hits = hits(now, party);
            Map<String, Double> earlier = hits.isEmpty() ? rescreened.remove(party) : rescreened.put(party, hits);
            different.addAndGet(hits.equals(earlier == null ? Map.of() : earlier) ? 0 : 1);
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d entries came, %d left: %d parties touched, %d answered otherwise; names indexed in %.1f s, reached after"
                        + " %.1f s, screened after %.1f s%n",
                change.come().size(),
                change.left().size(),
                touched.cardinality(),
                different.get(),
                indexed,
                reached,
                seconds);

        long whole = System.nanoTime();
        Map<Integer, Map<String, Double>> all = screenAll(now);
        double full = (System.nanoTime() - whole) / 1e9;
        if (!all.equals(rescreened)) {
            throw new IllegalStateException("a full re-screening gives other hits");
        }
        System.out.printf("the hits are those of a full re-screening: %d parties%n", all.size());
        return List.of(
                new Figure("rescreen", seconds, "s", 10, "limit"),
                new Figure("rescreen-full", full, "s", seconds, "rescreen"));
    }

    private record Read(List<KeptNames.Read> names, Asked.Clues clues) {}

    private KeptNames names(WordCounts counts) {
        KeptNames.Builder builder = new KeptNames.Builder(normalizer, Profile.shipped());
        for (int from = 0; from < parties.size(); from += PAGE) {
            parties.subList(from, Math.min(parties.size(), from + PAGE)).parallelStream()
                    .map(party -> new Read(KeptNames.read(normalizer, List.of(party.name())), party.clues()))
                    .toList()
                    .forEach(read -> builder.add(read.names, read.clues));
        }
        return builder.build(counts);
    }

    /** On two threads, each with half of the entries. */
    private static BitSet reached(KeptNames names, List<ListedParty> entries) {
        int middle = entries.size() / 2;
        return List.of(entries.subList(0, middle), entries.subList(middle, entries.size())).parallelStream()
                .map(names::reachedBy)
                .reduce(new BitSet(), (a, b) -> {
                    BitSet both = (BitSet) a.clone();
                    both.or(b);
                    return both;
                });
    }

    private Map<Integer, Map<String, Double>> screenAll(Matcher matcher) {
        Map<Integer, Map<String, Double>> found = new ConcurrentHashMap<>();
        IntStream.range(0, parties.size()).parallel().forEach(party -> {
            Map<String, Double> hits = hits(matcher, party);
            if (!hits.isEmpty()) {
                found.put(party, hits);
            }
        });
        return found;
    }

    private Map<String, Double> hits(Matcher matcher, int party) {
        Map<String, Double> hits = new HashMap<>();
        for (Match match : matcher.search(parties.get(party), cleared -> false)) {
            hits.put(match.entry().id(), match.score());
        }
        return hits;
    }
}
