package dev.portcullis.screening.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.ListedParty.Type;
import dev.portcullis.screening.list.Particulars;
import dev.portcullis.screening.match.Asked.Clues;
import dev.portcullis.screening.match.KeptNames;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.quality.Distortion;
import dev.portcullis.screening.quality.NameStock;
import dev.portcullis.screening.quality.OfacLegacy;
import dev.portcullis.screening.screening.Identity;
import dev.portcullis.screening.screening.ListChange;
import dev.portcullis.screening.screening.LoadedEdition;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import dev.portcullis.screening.screening.SubjectRequest.Document;
import dev.portcullis.screening.screening.SubjectRequest.NameParts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Whoever is not reached by a change of the lists is answered as before, whatever is known of either side: against screening everybody anew. */
class ReachPropertiesTest {
    private static final NameNormalizer NORMALIZER = new NameNormalizer(Lexicon.shipped());
    private static final NameStock STOCK = new NameStock();
    private static final Distortion[] DISTORTIONS = Distortion.values();
    private static final int ENTRIES = 500;
    private static final int PARTIES = 1_500;
    private static final List<String> COUNTRIES = List.of("IR", "RU", "CN", "DE");
    private static final List<String> BIRTHS =
            List.of("1960", "1960-05", "1960-05-12", "1958/1962", "1961", "1971-01-02", "1985");
    private static final List<String> ADDRESSES = List.of(
            "12 Valiasr Street, Tehran, Iran",
            "Valiasr Street 12, Tehran",
            "7 Zhichun Road, Haidian, Beijing",
            "Ulitsa Lenina 5, Moscow, Russia",
            "Hafenstrasse 9, Hamburg");
    private static final List<String> KINDS = List.of("Passport", "Tax ID", Identifier.IMO, Identifier.LEI);

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void who_is_not_reached_is_answered_as_before(@ForAll long seed) throws IOException {
        World world = new World(new Random(seed));
        Screener before = Screener.of(List.of(edition("led-1", world.before)), null, 0);
        Screener after = Screener.of(List.of(edition("led-2", world.after)), before.weights(), Double.MAX_VALUE);
        ListChange change = ListChange.between(before.entries(), after.entries());
        BitSet reached = reached(world.parties, change, before, true);
        BitSet byNameAlone = reached(world.parties, change, before, false);

        int different = 0;
        int byNameNotFound = 0;
        for (int i = 0; i < world.parties.size(); i++) {
            Subject party = world.parties.get(i);
            var then = before.screen(party, Instant.EPOCH).hits();
            var now = after.screen(party, Instant.EPOCH).hits();
            if (!then.equals(now)) {
                different++;
                byNameNotFound += byNameAlone.get(i) ? 0 : 1;
                assertThat(reached.get(i))
                        .as("%s: %s, then %s", party, then, now)
                        .isTrue();
            }
        }
        assertThat(different).isGreaterThan(50);
        assertThat(byNameNotFound)
                .as("reached through what is known beside the names")
                .isPositive();
        assertThat(reached.cardinality()).isBetween(different, PARTIES * 3 / 5);
    }

    private static BitSet reached(List<Subject> parties, ListChange change, Screener screener, boolean clues) {
        KeptNames.Builder builder = new KeptNames.Builder(NORMALIZER, Profile.shipped());
        parties.forEach(party -> builder.add(
                KeptNames.read(NORMALIZER, party.names(), party.parts()), clues ? party.clues() : Clues.NONE));
        return builder.build(screener.weights().counts())
                .reachedBy(Stream.concat(change.come().stream(), change.left().stream())
                        .toList());
    }

    private static LoadedEdition edition(String id, List<ListedParty> entries) {
        return new LoadedEdition(
                new Edition(
                        id,
                        "ofac-sdn",
                        "X",
                        "00",
                        1,
                        Map.of("SDN", entries.size()),
                        0,
                        List.of(),
                        null,
                        0,
                        Instant.EPOCH,
                        "t"),
                entries);
    }

    /** Two editions and kept parties, of all of which much or little is known. */
    private static final class World {
        private final Random random;
        private final List<ListedParty> before = new ArrayList<>();
        private final List<ListedParty> after = new ArrayList<>();
        private final List<Subject> parties = new ArrayList<>();

        World(Random random) throws IOException {
            this.random = random;
            List<ListedParty> real = new ArrayList<>(OfacLegacy.excerpt());
            Collections.shuffle(real, random);
            for (ListedParty entry : real.subList(0, ENTRIES)) {
                before.add(known(entry, "e-" + entry.id()));
            }
            for (ListedParty entry : before) {
                int chance = random.nextInt(100);
                if (chance < 85) {
                    after.add(entry);
                } else if (chance < 97) {
                    after.add(changed(entry));
                }
            }
            for (ListedParty entry : real.subList(ENTRIES, ENTRIES + 30)) {
                after.add(known(entry, "n-" + entry.id()));
            }
            while (parties.size() < PARTIES) {
                parties.add(party());
            }
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private <T> List<T> perhaps(List<T> all) {
            return random.nextInt(3) == 0 ? List.of(any(all)) : List.of();
        }

        private String number() {
            // A few short ones name nobody.
            return random.nextInt(10) == 0 ? "12" + random.nextInt(10) : "A-" + (100_000 + random.nextInt(60));
        }

        private List<Identifier> identifiers() {
            return random.nextInt(4) > 0
                    ? List.of()
                    : List.of(new Identifier(any(KINDS), number(), random.nextBoolean() ? null : any(COUNTRIES)));
        }

        private ListedParty known(ListedParty entry, String id) {
            List<Alias> aliases = new ArrayList<>(entry.aliases());
            if (random.nextInt(5) == 0) {
                aliases.add(
                        new Alias(STOCK.person(any(NameStock.LANGUAGES), random).name(), Alias.Kind.WEAK));
            }
            return entry(
                    id,
                    entry.type(),
                    entry.name(),
                    aliases,
                    perhaps(ADDRESSES),
                    perhaps(COUNTRIES),
                    new Particulars(perhaps(BIRTHS), List.of(), perhaps(COUNTRIES), identifiers()));
        }

        private ListedParty changed(ListedParty entry) {
            Particulars known = entry.particulars();
            List<Alias> aliases = new ArrayList<>(entry.aliases());
            Type type = entry.type();
            switch (random.nextInt(7)) {
                case 0 ->
                    aliases.add(Alias.strong(
                            STOCK.person(any(NameStock.LANGUAGES), random).name()));
                case 1 -> aliases.clear();
                case 2 ->
                    known = new Particulars(
                            List.of(any(BIRTHS)), List.of(), known.nationalities(), known.identifiers());
                case 3 -> known = new Particulars(known.births(), List.of(), List.of(any(COUNTRIES)), identifiers());
                case 4 -> type = any(List.of(Type.INDIVIDUAL, Type.ENTITY, Type.VESSEL, Type.UNKNOWN));
                default ->
                    known = new Particulars(
                            known.births(),
                            List.of(),
                            known.nationalities(),
                            List.of(new Identifier(any(KINDS), number(), null)));
            }
            List<String> addresses = random.nextInt(4) == 0 ? List.of(any(ADDRESSES)) : entry.addresses();
            return entry(entry.id(), type, entry.name(), aliases, addresses, entry.countries(), known);
        }

        private static ListedParty entry(
                String id,
                Type type,
                String name,
                List<Alias> aliases,
                List<String> addresses,
                List<String> countries,
                Particulars known) {
            return new ListedParty(
                    id, "SDN", type, name, aliases, addresses, countries, List.of(), null, null, null, null, null,
                    known);
        }

        /** Half of them bear a name of either edition, distorted once or twice; a third of all people are told apart, some the wrong way round. */
        private Subject party() {
            ListedParty entry = any(random.nextBoolean() ? before : after);
            boolean listed = random.nextBoolean();
            String name = listed
                    ? distorted(entry)
                    : random.nextBoolean()
                            ? STOCK.company(random)
                            : STOCK.person(any(NameStock.LANGUAGES), random).name();
            List<String> aliases = random.nextInt(10) == 0 ? List.of(distorted(any(after))) : List.of();
            Identity identity = new Identity(
                    random.nextInt(4) == 0 ? entry.type() : null,
                    listed ? parts(entry) : null,
                    perhaps(COUNTRIES).stream().map(CountryCode::of).toList(),
                    random.nextInt(3) == 0 ? any(BIRTHS) : null,
                    random.nextInt(3) > 0 ? List.of() : List.of(new Document(any(KINDS), number(), null)));
            return identity.subject(name, aliases, CountryCode.of(any(COUNTRIES)), perhaps(ADDRESSES));
        }

        private @Nullable NameParts parts(ListedParty entry) {
            int comma = entry.name().indexOf(',');
            if (comma < 0 || entry.type() != Type.INDIVIDUAL || random.nextInt(3) > 0) {
                return null;
            }
            String family = entry.name().substring(0, comma);
            String given = entry.name().substring(comma + 1);
            return random.nextBoolean() ? new NameParts(family, given, null) : new NameParts(given, family, null);
        }

        private String distorted(ListedParty entry) {
            String name = entry.name();
            for (int i = 0; i <= random.nextInt(2); i++) {
                String next = DISTORTIONS[random.nextInt(DISTORTIONS.length)].of(name, entry.type(), random);
                name = next == null || Subject.fault(next) != null ? name : next;
            }
            return name;
        }
    }
}
