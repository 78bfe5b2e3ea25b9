package dev.portcullis.screening.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Asked.Clues;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.quality.Distortion;
import dev.portcullis.screening.quality.NameStock;
import dev.portcullis.screening.quality.OfacLegacy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptNamesTest {
    private static final NameNormalizer NORMALIZER = new NameNormalizer(Lexicon.shipped());
    private static final Profile PROFILE = Profile.shipped();
    private static final int PARTIES = 6_000;

    private final Random random = new Random(20261129);

    @Test
    void who_is_not_touched_by_a_change_of_the_list_is_answered_as_before() throws IOException {
        List<ListedParty> base = OfacLegacy.excerpt();
        List<ListedParty> next = changed(base);
        WordCounts counts = Matcher.of(base, NORMALIZER, PROFILE).ownCounts();
        Matcher before = Matcher.of(base, NORMALIZER, PROFILE, counts);
        Matcher after = Matcher.of(next, NORMALIZER, PROFILE, counts);
        Set<ListedParty> unchanged = new HashSet<>(base);
        unchanged.retainAll(new HashSet<>(next));
        List<ListedParty> entered =
                next.stream().filter(entry -> !unchanged.contains(entry)).toList();

        List<Asked> parties = parties(base, next);
        KeptNames.Builder builder = new KeptNames.Builder(NORMALIZER, PROFILE);
        parties.forEach(party -> builder.add(KeptNames.read(NORMALIZER, List.of(party.name())), party.clues()));
        BitSet reached = builder.build(counts).reachedBy(entered);

        int different = 0;
        int touched = 0;
        for (int i = 0; i < parties.size(); i++) {
            List<Match> then = before.search(parties.get(i), cleared -> false);
            List<Match> now = after.search(parties.get(i), cleared -> false);
            boolean isTouched = reached.get(i) || then.stream().anyMatch(match -> !unchanged.contains(match.entry()));
            touched += isTouched ? 1 : 0;
            if (!told(then).equals(told(now))) {
                different++;
                assertThat(isTouched)
                        .as("%s: %s, then %s", parties.get(i).name(), told(then), told(now))
                        .isTrue();
            }
        }
        assertThat(different).isGreaterThan(300);
        assertThat(touched).isBetween(different, PARTIES / 5);
    }

    @Test
    void a_company_is_reached_by_a_person_whose_name_holds_what_looks_like_a_legal_form() {
        ListedParty person = entry("1", ListedParty.Type.INDIVIDUAL, "LTD, Karim");
        KeptNames.Builder builder = new KeptNames.Builder(NORMALIZER, PROFILE);
        builder.add(KeptNames.read(NORMALIZER, List.of("Karim Ltd")), Clues.NONE);
        builder.add(KeptNames.read(NORMALIZER, List.of("Siemens AG")), Clues.NONE);

        assertThat(builder.build(WordCounts.of(0, Map.of())).reachedBy(List.of(person)).stream())
                .containsExactly(0);
    }

    @Test
    void a_party_is_reached_through_any_of_its_names_and_nobody_through_none() {
        KeptNames.Builder builder = new KeptNames.Builder(NORMALIZER, PROFILE);
        builder.add(List.of(), Clues.NONE);
        builder.add(KeptNames.read(NORMALIZER, List.of("Brightwell Trading", "Хуавей Технолоджис")), Clues.NONE);
        KeptNames names = builder.build(WordCounts.of(0, Map.of()));

        assertThat(
                        names
                                .reachedBy(
                                        List.of(entry("1", ListedParty.Type.ENTITY, "HUAWEI TECHNOLOGIES CO., LTD.")))
                                .stream())
                .containsExactly(1);
        assertThat(names.reachedBy(List.of())).isEqualTo(new BitSet());
        assertThat(new KeptNames.Builder(NORMALIZER, PROFILE)
                        .build(WordCounts.of(0, Map.of()))
                        .reachedBy(List.of(entry("1", ListedParty.Type.ENTITY, "Any"))))
                .isEqualTo(new BitSet());
    }

    private static ListedParty entry(String id, ListedParty.Type type, String name) {
        return new ListedParty(
                id, "SDN", type, name, List.of(), List.of(), List.of(), List.of(), null, null, null, null, null, null);
    }

    /** Some entries leave, some get another name, some come. */
    private List<ListedParty> changed(List<ListedParty> base) {
        List<ListedParty> next = new ArrayList<>(base);
        Collections.shuffle(next, random);
        next = new ArrayList<>(next.subList(60, next.size()));
        for (int i = 0; i < 60; i++) {
            ListedParty entry = next.get(i);
            List<Alias> aliases = new ArrayList<>(entry.aliases());
            if (!aliases.isEmpty() && random.nextBoolean()) {
                aliases.remove(0);
            } else {
                aliases.add(Alias.strong(entry.name() + " Brightwell"));
            }
            next.set(i, with(entry, entry.id(), entry.name(), aliases));
        }
        List<ListedParty> generated = OfacLegacy.generated(100, 7);
        for (ListedParty entry : generated) {
            next.add(with(entry, "new-" + entry.id(), entry.name(), entry.aliases()));
        }
        return next;
    }

    private static ListedParty with(ListedParty entry, String id, String name, List<Alias> aliases) {
        return new ListedParty(
                id,
                entry.list(),
                entry.type(),
                name,
                aliases,
                entry.addresses(),
                entry.countries(),
                entry.programs(),
                entry.reference(),
                entry.licenseRequirement(),
                entry.licensePolicy(),
                entry.remarks(),
                entry.source(),
                entry.particulars());
    }

    /** Half of them ordinary people and companies, half somebody's name of either edition, distorted. */
    private List<Asked> parties(List<ListedParty> base, List<ListedParty> next) {
        NameStock stock = new NameStock();
        List<Asked> parties = new ArrayList<>();
        Distortion[] distortions = Distortion.values();
        List<ListedParty> changed = new ArrayList<>(base);
        changed.removeAll(new HashSet<>(next));
        List<ListedParty> arrived = new ArrayList<>(next);
        arrived.removeAll(new HashSet<>(base));
        changed.addAll(arrived);
        while (parties.size() < PARTIES) {
            Clues clues = random.nextBoolean() ? Clues.NONE : Clues.in(List.of(random.nextBoolean() ? "IR" : "DE"));
            List<ListedParty> of = parties.size() % 10 == 0 ? changed : parties.size() % 10 < 5 ? base : List.of();
            String name = of.isEmpty() ? ordinary(stock) : distorted(of.get(random.nextInt(of.size())), distortions);
            if (name != null) {
                parties.add(new Asked(name, null, clues));
            }
        }
        return parties;
    }

    private String ordinary(NameStock stock) {
        String language = NameStock.LANGUAGES.get(random.nextInt(NameStock.LANGUAGES.size()));
        return random.nextBoolean()
                ? stock.company(random)
                : stock.person(language, random).name();
    }

    private String distorted(ListedParty entry, Distortion[] distortions) {
        List<String> names = new ArrayList<>();
        names.add(entry.name());
        entry.aliases().forEach(alias -> names.add(alias.name()));
        return distortions[random.nextInt(distortions.length)].of(
                names.get(random.nextInt(names.size())), entry.type(), random);
    }

    private static Map<String, Double> told(List<Match> matches) {
        Map<String, Double> told = new HashMap<>();
        matches.forEach(match -> told.put(match.entry().id() + " " + match.matchedName(), match.score()));
        return told;
    }
}
