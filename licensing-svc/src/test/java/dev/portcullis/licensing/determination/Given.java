package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.facts.KnownFact;
import dev.portcullis.licensing.regulation.Law;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in the making, told in the short form of the case table:
 *
 * <ul>
 *   <li>item: {@code 3A090.a.1 tpp=15824 dram=3350 dc}, {@code 3E001 TECHNOLOGY for=3A090.a}, {@code EAR99 published};
 *   <li>way: {@code EXPORT DE use=CIVIL}, {@code EXPORT UA region=OTHER}, {@code DEEMED_EXPORT CN}, with
 *       {@code fact:TSR.writtenAssurance} for a document and {@code hold} for a letter;
 *   <li>parties: {@code =} for a clean one at home in the destination, {@code SG parent=CN}, {@code CN list=EL},
 *       {@code TR near=SDN}, {@code TR confirmed=SDN}, {@code TR cleared=SDN:2026-11-23} with its last day, {@code TR owned=OFAC-50:CERTAIN:SDN}, several with {@code +}.
 * </ul>
 */
final class Given {
    static final Law LAW = Law.shipped();
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final String ITEM = "itm-1";
    private static final List<String> ALL_LISTS = List.of("DPL", "EL", "MEU", "SDN", "UVL");

    Activity activity = Activity.EXPORT;
    KnownFact<ItemState> item = item("EAR99");
    List<KnownFact<PartyState>> parties = new ArrayList<>();

    @Nullable
    KnownFact<PersonState> person;

    @Nullable
    CountryCode destination;

    @Nullable
    String region;

    @Nullable
    Route route;

    @Nullable
    Origin origin;

    final SortedSet<String> endUses = new TreeSet<>();
    final SortedMap<String, String> facts = new TreeMap<>();
    final List<IsInformedHold> holds = new ArrayList<>();
    final List<RedFlag> flags = new ArrayList<>();
    LocalDate day = LocalDate.of(2026, 11, 23);

    static Given of(String item, String way, String parties) {
        Given given = new Given();
        given.item = item(item);
        given.way(way);
        given.parties(parties);
        return given;
    }

    Given on(LocalDate day) {
        this.day = day;
        return this;
    }

    Ruling determine() {
        return determine(transaction(), snapshot());
    }

    Ruling determine(Transaction transaction, FactSnapshot snapshot) {
        return LicenseDetermination.determine(transaction, snapshot, holds, flags, LAW.asOf(day));
    }

    Transaction transaction() {
        return new Transaction(
                activity,
                ITEM,
                List.of(),
                person == null ? null : person.id(),
                destination,
                region,
                List.copyOf(endUses),
                facts,
                route,
                origin,
                null);
    }

    FactSnapshot snapshot() {
        return new FactSnapshot(item, parties, person, NOW);
    }

    static KnownFact<ItemState> item(String text) {
        String[] words = text.trim().split("\\s+");
        int dot = words[0].indexOf('.');
        Eccn eccn = Eccn.of(dot < 0 ? words[0] : words[0].substring(0, dot));
        String paragraph = dot < 0 ? null : words[0].substring(dot + 1);
        ItemState.Form form = ItemState.Form.COMMODITY;
        ItemState.Publication publication = ItemState.Publication.NOT_PUBLISHED;
        ItemState.Status status = ItemState.Status.CLASSIFIED;
        List<String> relatedTo = List.of();
        Double tpp = null;
        Double dram = null;
        Boolean dataCenter = null;
        boolean fresh = true;
        boolean known = true;
        boolean classified = true;
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            String value = word.substring(word.indexOf('=') + 1);
            if (word.startsWith("tpp=")) {
                tpp = Double.valueOf(value);
            } else if (word.startsWith("dram=")) {
                dram = Double.valueOf(value);
            } else if (word.startsWith("for=")) {
                relatedTo = List.of(value.split(","));
            } else {
                switch (word) {
                    case "dc" -> dataCenter = true;
                    case "consumer" -> dataCenter = false;
                    case "published" -> publication = ItemState.Publication.PUBLISHED;
                    case "publication?" -> publication = ItemState.Publication.UNKNOWN;
                    case "stale" -> fresh = false;
                    case "missing" -> known = false;
                    case "unclassified" -> classified = false;
                    case "insufficient" -> status = ItemState.Status.INSUFFICIENT_DATA;
                    default -> form = ItemState.Form.valueOf(word);
                }
            }
        }
        ItemState.Classification classification = new ItemState.Classification(
                status,
                eccn,
                paragraph,
                relatedTo,
                "2026-07-23",
                1,
                publication,
                tpp,
                null,
                dram,
                dataCenter,
                status == ItemState.Status.CLASSIFIED ? List.of() : List.of("What is the die area?"));
        ItemState state = new ItemState(ITEM, 3, "item", null, form, classified ? classification : null, null, NOW);
        return new KnownFact<>(ITEM, known ? 3 : 0, known ? state : null, NOW, fresh);
    }

    private void way(String text) {
        String[] words = text.trim().split("\\s+");
        activity = Activity.valueOf(words[0]);
        boolean toPerson = activity == Activity.DEEMED_EXPORT || activity == Activity.DEEMED_REEXPORT;
        if (toPerson) {
            person = person(words[1]);
        } else if (!words[1].equals("?")) {
            destination = CountryCode.of(words[1]);
        }
        if (!toPerson) {
            endUses.add("CIVIL");
        }
        for (int i = 2; i < words.length; i++) {
            String word = words[i];
            String value = word.substring(word.indexOf('=') + 1);
            if (word.startsWith("region=")) {
                region = value;
            } else if (word.startsWith("use=")) {
                endUses.clear();
                endUses.addAll(value.equals("none") ? Set.of() : Set.of(value.split(",")));
            } else if (word.startsWith("fdp=")) {
                LAW.asOf(day).jurisdiction().directProducts().forEach(rule -> facts.put(rule.fact(), value));
            } else if (word.startsWith("means=")) {
                route = new Route(Route.Means.valueOf(value), null, List.of());
            } else if (word.startsWith("from=")) {
                route = new Route(Route.Means.SHIPMENT, CountryCode.of(value), List.of());
            } else if (word.startsWith("via=")) {
                route = new Route(Route.Means.SHIPMENT, null, List.of(CountryCode.of(value)));
            } else if (word.startsWith("made=")) {
                String[] parts = value.split(":");
                origin = new Origin(
                        Origin.Made.valueOf(parts[0]),
                        parts.length > 1 ? new BigDecimal(parts[1]) : null,
                        parts.length > 2 ? List.of(Eccn.of(parts[2])) : List.of());
            } else if (word.startsWith("fact:")) {
                String fact = word.substring("fact:".length());
                int equals = fact.indexOf('=');
                facts.put(
                        equals < 0 ? fact : fact.substring(0, equals),
                        equals < 0 ? "YES DOC-1" : fact.substring(equals + 1));
            } else {
                holds.add(hold(word));
            }
        }
    }

    private static IsInformedHold hold(String word) {
        return new IsInformedHold(
                "hld-1",
                "letter",
                LocalDate.of(2025, 4, 9),
                word.equals("expired-hold") ? LocalDate.of(2026, 6, 30) : null,
                Set.of(ITEM),
                Set.of(),
                Set.of(CountryCode.of("MO")),
                Set.of("D:5"),
                Set.of(CountryCode.of("CN"), CountryCode.of("HK"), CountryCode.of("MO")),
                Set.of(),
                word.equals("review-hold") ? Outcome.REVIEW : Outcome.LICENSE_REQUIRED,
                "15 CFR 744.23(b)");
    }

    static KnownFact<PersonState> person(String word) {
        PersonState.Status status = word.equals("LEAVER") ? PersonState.Status.INACTIVE : PersonState.Status.ACTIVE;
        PersonState.Standing standing = switch (word) {
            case "US-PERSON" -> PersonState.Standing.US_PERSON;
            case "UNDETERMINED" -> PersonState.Standing.UNDETERMINED;
            default -> PersonState.Standing.FOREIGN_PERSON;
        };
        boolean foreign = standing == PersonState.Standing.FOREIGN_PERSON;
        CountryCode country =
                !foreign ? null : CountryCode.of(word.length() == 2 ? word : word.equals("EXPIRED-IN") ? "IN" : "DE");
        PersonState state = new PersonState(
                "per-1",
                2,
                status,
                standing,
                country,
                country == null ? List.of() : List.of(country),
                word.equals("EXPIRED-IN") ? LocalDate.of(2026, 11, 22) : null,
                NOW);
        boolean missing = word.equals("MISSING");
        return new KnownFact<>("per-1", missing ? 0 : 2, missing ? null : state, NOW, !word.equals("STALE"));
    }

    private void parties(String text) {
        if (text.isBlank() || text.equals("-")) {
            return;
        }
        int number = 0;
        for (String one : text.split("\\+")) {
            parties.add(party("pty-" + ++number, one.trim()));
        }
    }

    KnownFact<PartyState> party(String id, String text) {
        String[] words = text.split("\\s+");
        CountryCode country =
                words[0].equals("=") ? java.util.Objects.requireNonNull(destination) : CountryCode.of(words[0]);
        CountryCode headquarters = country;
        CountryCode parent = country;
        PartyState.Status status = PartyState.Status.CLEAR;
        List<PartyState.Hit> hits = new ArrayList<>();
        List<PartyState.Cleared> cleared = new ArrayList<>();
        List<String> lists = ALL_LISTS;
        List<PartyState.OwnershipFinding> owned = new ArrayList<>();
        boolean active = true;
        boolean fresh = true;
        boolean known = true;
        boolean screened = true;
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            String value = word.substring(word.indexOf('=') + 1);
            if (word.startsWith("hq=")) {
                headquarters = value.equals("?") ? null : CountryCode.of(value);
            } else if (word.startsWith("parent=")) {
                parent = value.equals("?") ? null : CountryCode.of(value);
            } else if (word.startsWith("list=")) {
                status = PartyState.Status.LISTED;
                hits.add(hit(value, 1.0));
            } else if (word.startsWith("owned=")) {
                owned.add(owned(value));
            } else if (word.startsWith("near=")) {
                status = status == PartyState.Status.LISTED ? status : PartyState.Status.POSSIBLE_MATCH;
                hits.add(hit(value, 0.93));
            } else if (word.startsWith("confirmed=")) {
                status = PartyState.Status.LISTED;
                PartyState.Hit hit = hit(value, 0.93);
                hits.add(new PartyState.Hit(
                        hit.list(), hit.entryId(), hit.listedName(), hit.matchedName(), hit.score(), null, "cas-1"));
            } else if (word.startsWith("cleared=")) {
                String[] parts = value.split(":");
                cleared.add(new PartyState.Cleared(hit(parts[0], 0.93), "cas-1", LocalDate.parse(parts[1])));
            } else {
                switch (word) {
                    case "unscreened" -> screened = false;
                    case "partly-screened" -> lists = List.of("EL");
                    case "closed" -> active = false;
                    case "stale" -> fresh = false;
                    case "missing" -> known = false;
                    default -> throw new IllegalArgumentException(word);
                }
            }
        }
        PartyState.Screening screening = new PartyState.Screening(
                status,
                hits,
                cleared,
                lists.stream()
                        .map(list -> new PartyState.ListEdition(list, "2026-07-31", NOW))
                        .toList(),
                NOW);
        PartyState state = new PartyState(
                id,
                5,
                "party",
                country,
                headquarters,
                parent,
                active,
                screened ? screening : null,
                owned.isEmpty() ? null : new PartyState.Ownership(owned, LocalDate.of(2026, 11, 23), NOW),
                NOW);
        return new KnownFact<>(id, known ? 5 : 0, known ? state : null, NOW, fresh);
    }

    /** A finding on ownership: rule, degree, lists with commas, percent at the most, red flags with commas. */
    private static PartyState.OwnershipFinding owned(String text) {
        String[] parts = text.split(":");
        PartyState.OwnershipDegree degree = PartyState.OwnershipDegree.valueOf(parts[1]);
        List<String> lists = parts.length > 2 && !parts[2].isEmpty() ? List.of(parts[2].split(",")) : List.of();
        BigDecimal high = new BigDecimal(parts.length > 3 ? parts[3] : "60");
        return new PartyState.OwnershipFinding(
                parts[0],
                degree,
                degree == PartyState.OwnershipDegree.CERTAIN ? high : BigDecimal.ZERO,
                high,
                lists,
                List.of("entry:X/1 owns " + high + " % of party:pty-1 (listed)"),
                parts.length > 4 ? List.of(parts[4].split(",")) : List.of());
    }

    static PartyState.Hit hit(String list, double score) {
        return new PartyState.Hit(list, list + "-1", "LISTED NAME", "LISTED NAME", score, null);
    }
}
