package dev.portcullis.benchmarks;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.licensing.determination.IsInformedHold;
import dev.portcullis.licensing.determination.LicenseDetermination;
import dev.portcullis.licensing.determination.Ruling;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.facts.KnownFact;
import dev.portcullis.licensing.regulation.Law;
import java.lang.ref.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whole determinations on one thread, in process, with every step told: 25,000 parties of which one in fifty stands on a list or is like
 * one who does, 100,000 persons, and 2,000 items of all entries of the control list; transactions are drawn by a seed. Facts are taken
 * from maps as the service takes them from its feeds. A license is drawn upon elsewhere ({@code ./bench draws}): none is asked for here.
 */
final class DeterminationBenchmark {
    private static final int PARTIES = 25_000;
    private static final int PERSONS = 100_000;
    private static final int ITEMS = 2_000;
    private static final int QUESTIONS = 100_000;
    private static final int ROUNDS = 5;
    /** The most that a determination may take. */
    private static final double P99_LIMIT_MICROS = 50;

    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final List<String> LISTS = List.of("DPL", "EL", "MEU", "SDN", "UVL");
    private static final double MIB = 1 << 20;

    private final Random random = new Random(20261129);
    private final Law law = Law.shipped();
    private final List<CountryCode> countries = law.asOf(DAY).chart().countries().stream()
            .sorted((a, b) -> a.value().compareTo(b.value()))
            .toList();
    private final Map<String, ItemState> items = new HashMap<>();
    private final Map<String, PartyState> parties = new HashMap<>();
    private final Map<String, PersonState> persons = new HashMap<>();
    private final List<IsInformedHold> holds = holds();

    List<Figure> measure() {
        fill();
        Transaction[] asked = new Transaction[QUESTIONS];
        Arrays.setAll(asked, i -> transaction());
        double[] perSecond = new double[ROUNDS];
        double[] p99 = new double[ROUNDS];
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        long[] nanos = new long[QUESTIONS];
        for (int round = -2; round < ROUNDS; round++) {
            outcomes.clear();
            long start = System.nanoTime();
            for (int i = 0; i < QUESTIONS; i++) {
                long before = System.nanoTime();
                Ruling answer = determine(asked[i]);
                nanos[i] = System.nanoTime() - before;
                outcomes.merge(answer.outcome(), 1, Integer::sum);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (round >= 0) {
                Arrays.sort(nanos);
                perSecond[round] = QUESTIONS / seconds;
                p99[round] = nanos[QUESTIONS * 99 / 100] / 1e3;
            }
        }
        outcomes.forEach((outcome, count) -> System.out.printf(Locale.ROOT, "%-36s %10d%n", outcome, count));
        return List.of(
                new Figure(
                        "determination", median(perSecond), "1/s", 1e6 / P99_LIMIT_MICROS, "one-in-the-limit-of-p99"),
                new Figure("determination-p99", median(p99), "us", P99_LIMIT_MICROS, "limit"),
                new Figure(
                        "determination-heap-in-use",
                        heap(),
                        "MiB",
                        Runtime.getRuntime().maxMemory() / MIB,
                        "max-heap"));
    }

    private Ruling determine(Transaction asked) {
        FactSnapshot facts = new FactSnapshot(
                fact(items, asked.itemId()),
                asked.partyIds().stream().map(id -> fact(parties, id)).toList(),
                asked.personId() == null ? null : fact(persons, asked.personId()),
                NOW);
        return LicenseDetermination.determine(asked, facts, holds, List.of(), law.asOf(DAY));
    }

    private static <T> KnownFact<T> fact(Map<String, T> known, String id) {
        return new KnownFact<>(id, 1, known.get(id), NOW, true);
    }

    private void fill() {
        List<Eccn> entries = new ArrayList<>(law.asOf(DAY).entries());
        for (int i = 0; i < ITEMS; i++) {
            String id = "itm-" + i;
            // One item in three is of the kinds that this suite is for, one in ten is on no list.
            Eccn eccn = i % 10 == 0
                    ? Eccn.of("EAR99")
                    : i % 3 == 0 ? Eccn.of(advanced(i)) : entries.get(random.nextInt(entries.size()));
            items.put(id, item(id, eccn, i));
        }
        for (int i = 0; i < PARTIES; i++) {
            String id = "pty-" + i;
            parties.put(id, party(id, i));
        }
        for (int i = 0; i < PERSONS; i++) {
            String id = "per-" + i;
            CountryCode country = countries.get(random.nextInt(countries.size()));
            persons.put(
                    id,
                    new PersonState(
                            id,
                            1,
                            PersonState.Status.ACTIVE,
                            PersonState.Standing.FOREIGN_PERSON,
                            country,
                            List.of(country),
                            null,
                            NOW));
        }
    }

    private static String advanced(int i) {
        return List.of("3A090", "4A090", "5A992", "3E001", "5D002", "4E091").get(i / 3 % 6);
    }

    private static ItemState item(String id, Eccn eccn, int i) {
        char group = eccn.isEar99() ? 'A' : eccn.value().charAt(1);
        ItemState.Form form = group == 'D'
                ? ItemState.Form.SOURCE_CODE
                : group == 'E' ? ItemState.Form.TECHNOLOGY : ItemState.Form.COMMODITY;
        String paragraph = switch (eccn.value()) {
            case "3A090" -> "a.1";
            case "4A090" -> "a";
            case "5A992" -> "c";
            case "5D002" -> "c.1";
            default -> null;
        };
        List<String> related = eccn.value().equals("3E001") ? List.of(i % 2 == 0 ? "3A090.a" : "3A001.c") : List.of();
        return new ItemState(
                id,
                1,
                "item " + i,
                null,
                form,
                new ItemState.Classification(
                        ItemState.Status.CLASSIFIED,
                        eccn,
                        paragraph,
                        related,
                        "2026-07-23",
                        1,
                        ItemState.Publication.NOT_PUBLISHED,
                        15824.0,
                        null,
                        3350.0,
                        i % 2 == 0,
                        List.of()),
                null,
                NOW);
    }

    private PartyState party(String id, int i) {
        CountryCode country = countries.get(random.nextInt(countries.size()));
        List<PartyState.Hit> hits = i % 50 == 0
                ? List.of(new PartyState.Hit(
                        LISTS.get(i / 50 % LISTS.size()), "e-" + i, "NAME", "NAME", i % 100 == 0 ? 1.0 : 0.93, null))
                : List.of();
        PartyState.Status status = hits.isEmpty()
                ? PartyState.Status.CLEAR
                : i % 100 == 0 ? PartyState.Status.LISTED : PartyState.Status.POSSIBLE_MATCH;
        return new PartyState(
                id,
                1,
                "party " + i,
                country,
                country,
                i % 20 == 0 ? CountryCode.of("CN") : country,
                true,
                new PartyState.Screening(
                        status,
                        hits,
                        List.of(),
                        LISTS.stream()
                                .map(list -> new PartyState.ListEdition(list, "2026-07-31", NOW))
                                .toList(),
                        NOW),
                null,
                NOW);
    }

    private Transaction transaction() {
        boolean toPerson = random.nextInt(4) == 0;
        String item = "itm-" + random.nextInt(ITEMS);
        Map<String, String> stated = random.nextInt(3) == 0
                ? Map.of("NAC.confirmationNumber", "N1", "NAC.purchaseOrder", "P1", "TSR.writtenAssurance", "D1")
                : Map.of();
        if (toPerson) {
            return new Transaction(
                    Activity.DEEMED_EXPORT,
                    item,
                    List.of(),
                    "per-" + random.nextInt(PERSONS),
                    null,
                    null,
                    List.of("CIVIL"),
                    stated);
        }
        List<Transaction.PartyRole> roles = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        String last = "";
        for (int i = 0; i < count; i++) {
            last = "pty-" + random.nextInt(PARTIES);
            roles.add(new Transaction.PartyRole(last, Transaction.Role.values()[i]));
        }
        PartyState party = parties.get(last);
        return new Transaction(
                Activity.EXPORT,
                item,
                roles,
                null,
                party == null ? countries.get(0) : party.country(),
                "OTHER",
                List.of("CIVIL"),
                stated);
    }

    private static List<IsInformedHold> holds() {
        List<IsInformedHold> holds = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            holds.add(new IsInformedHold(
                    "hld-" + i,
                    "letter " + i,
                    LocalDate.of(2025, 4, 9),
                    null,
                    new TreeSet<>(List.of("itm-" + i * 7)),
                    Set.of(),
                    Set.of(CountryCode.of("MO")),
                    Set.of("D:5"),
                    Set.of(CountryCode.of("CN")),
                    Set.of(),
                    Outcome.LICENSE_REQUIRED,
                    "15 CFR 744.23(b)"));
        }
        return holds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** What is in use while all facts are still reachable. */
    private double heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
        Reference.reachabilityFence(this);
        return used;
    }
}
