package dev.portcullis.screening.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.ListedParty.Type;
import dev.portcullis.screening.list.Particulars;
import dev.portcullis.screening.match.Asked.Clues;
import dev.portcullis.screening.match.Asked.PersonName;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What screening engines are known to get wrong, and what evidence beside the names is worth. */
class KnownFaultsTest {
    private static final Profile PROFILE = Profile.shipped();
    private static final Particulars BORN_1960 = new Particulars(
            List.of("1960-05-12"), List.of(), List.of("RU"), List.of(new Identifier("Passport", "AB 123456", "RU")));

    private static ListedParty listed(String id, Type type, String name, Particulars particulars, Alias... aliases) {
        return new ListedParty(
                id,
                "SDN",
                type,
                name,
                List.of(aliases),
                List.of("12 Lesnaya Street, Tver, 170100, RU"),
                List.of("RU"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                particulars);
    }

    private static ListedParty person(String name, Alias... aliases) {
        return listed(name, Type.INDIVIDUAL, name, BORN_1960, aliases);
    }

    private static Matcher matcher(ListedParty... entries) {
        return Matcher.of(List.of(entries), new NameNormalizer(Lexicon.shipped()), PROFILE);
    }

    private static double score(Matcher matcher, Asked asked) {
        return matcher.search(asked, cleared -> false).stream()
                .mapToDouble(Match::score)
                .findFirst()
                .orElse(0);
    }

    private static double score(Matcher matcher, String name) {
        return score(matcher, Asked.of(name));
    }

    private static Clues born(String date) {
        return new Clues(List.of(), List.of(date), List.of(), List.of());
    }

    @Test
    void given_and_family_name_told_as_such_and_swapped_score_low() {
        Matcher matcher = matcher(person("MARTIN, Thomas"));
        assertThat(score(matcher, "Thomas Martin")).isEqualTo(1);
        assertThat(score(matcher, Asked.of(new PersonName("Martin", "Thomas")))).isEqualTo(1);
        assertThat(score(matcher, Asked.of(new PersonName("Thomas", "Martin")))).isZero();
    }

    @Test
    void initials_alone_never_match_a_company() {
        Matcher matcher = matcher(listed("1", Type.ENTITY, "Alpha Beta Corporation", Particulars.NONE));
        assertThat(matcher.search("A B")).isEmpty();
        assertThat(matcher.search("A. B. Corporation")).isEmpty();
    }

    @Test
    void a_weak_alias_never_alerts_alone() {
        Matcher matcher = matcher(person("KALASHNIKOV, Aleksandr", new Alias("Sasha Medved", Alias.Kind.WEAK)));
        assertThat(matcher.search("Sasha Medved")).isEmpty();
    }

    @Test
    void a_weak_alias_counts_beside_other_evidence() {
        Matcher matcher = matcher(person("KALASHNIKOV, Aleksandr", new Alias("Sasha Medved", Alias.Kind.WEAK)));
        Asked bornThatDay = Asked.of("Sasha Medved").with(born("1960-05-12"));
        assertThat(matcher.search(bornThatDay, cleared -> false))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.kind()).isEqualTo(Alias.Kind.WEAK);
                    assertThat(match.nameScore()).isEqualTo(PROFILE.weakCeiling());
                    assertThat(match.evidence()).extracting(Evidence::kind).containsExactly(Evidence.Kind.BIRTH);
                });
    }

    @Test
    void a_weak_alias_counts_beside_another_name() {
        Alias weak = new Alias("Kalashnikoff Aleksandre", Alias.Kind.WEAK);
        String name = "Kalashnikow Aleksandre";
        double without = score(matcher(person("KALASHNIKOV, Aleksandr")), name);
        assertThat(without).isBetween(PROFILE.reviewThreshold(), 0.97);
        assertThat(score(matcher(person("KALASHNIKOV, Aleksandr", weak)), name)).isGreaterThan(without);
    }

    @Test
    void an_exact_name_scores_1_wherever_its_bearer_is() {
        Matcher matcher = matcher(person("KALASHNIKOV, Aleksandr"));
        Asked abroad = Asked.of("Aleksandr Kalashnikov").with(Clues.in(List.of("US")));
        assertThat(score(matcher, abroad)).isEqualTo(1);
    }

    @Test
    void a_cleared_hit_never_crowds_out_a_new_one() {
        List<ListedParty> entries = new ArrayList<>();
        for (int i = 0; i < PROFILE.hits(); i++) {
            entries.add(listed("a" + i, Type.INDIVIDUAL, "IVANOV, Pavel", Particulars.NONE));
        }
        entries.add(listed("z-new", Type.INDIVIDUAL, "IVANOV, Pavel", Particulars.NONE));
        Matcher matcher = matcher(entries.toArray(ListedParty[]::new));
        assertThat(matcher.search(Asked.of("Pavel Ivanov"), entry -> entry.id().startsWith("a")))
                .singleElement()
                .satisfies(match -> assertThat(match.entry().id()).isEqualTo("z-new"));
    }

    @Test
    void a_name_that_stands_only_in_remarks_is_found_as_such() {
        Matcher matcher = matcher(person("KALASHNIKOV, Aleksandr", new Alias("Viktor Grozny", Alias.Kind.REMARKS)));
        assertThat(matcher.search("Viktor Grozny"))
                .singleElement()
                .satisfies(match -> assertThat(match.kind()).isEqualTo(Alias.Kind.REMARKS));
    }

    @Test
    void another_birth_lowers_a_score_and_the_same_raises_it() {
        Matcher matcher = matcher(person("KALASHNIKOV, Aleksandr"));
        Asked near = Asked.of("Aleksandr Kalashnikow Petrovich");
        double unknown = score(matcher, near);
        assertThat(unknown).isGreaterThanOrEqualTo(PROFILE.reviewThreshold());
        assertThat(score(matcher, near.with(born("1960")))).isGreaterThan(unknown);
        assertThat(score(matcher, near.with(born("1960-05-12"))))
                .isGreaterThan(score(matcher, near.with(born("1960"))));
        assertThat(score(matcher, near.with(born("1985-01-01")))).isZero();
        assertThat(score(matcher, Asked.of("Aleksandr Kalashnikov").with(born("1985-01-01"))))
                .isBetween(PROFILE.reviewThreshold(), 0.9);
    }

    @Test
    void the_same_address_raises_a_score() {
        Matcher matcher = matcher(person("KALASHNIKOV, Aleksandr"));
        Asked near = Asked.of("Aleksandr Kalashnikow Petrovich");
        Clues there = new Clues(List.of(), List.of(), List.of("Lesnaya street 12, 170100 Tver"), List.of());
        assertThat(score(matcher, near.with(there))).isGreaterThan(score(matcher, near));
    }

    @Test
    void the_same_document_is_found_under_another_name() {
        Matcher matcher = matcher(person("KALASHNIKOV, Aleksandr"));
        Clues passport =
                new Clues(List.of(), List.of(), List.of(), List.of(new Identifier("Passport no.", "ab123456", null)));
        assertThat(score(matcher, Asked.of("John Doe").with(passport)))
                .isEqualTo(PROFILE.effects().identifierFloor());
    }

    @Test
    void a_ship_is_found_by_its_imo_number_and_told_from_another_of_its_name() {
        Particulars numbered = new Particulars(
                List.of(), List.of(), List.of(), List.of(new Identifier(Identifier.IMO, "9187629", null)));
        Matcher matcher = matcher(listed("v", Type.VESSEL, "FORTUNE", numbered));
        Clues same = new Clues(
                List.of(), List.of(), List.of(), List.of(new Identifier(Identifier.IMO, "IMO 9187629", null)));
        Clues other =
                new Clues(List.of(), List.of(), List.of(), List.of(new Identifier(Identifier.IMO, "9000000", null)));
        assertThat(score(matcher, Asked.of("Happy Sailor").with(same))).isGreaterThanOrEqualTo(0.95);
        assertThat(score(matcher, Asked.of("Fortune"))).isEqualTo(1);
        assertThat(score(matcher, Asked.of("Fortune").with(other))).isLessThan(0.9);
    }

    @Test
    void a_hostile_name_has_a_bounded_answer() {
        Matcher matcher = matcher(person("KALASHNIKOV, Aleksandr"));
        assertThat(matcher.search("x".repeat(100_000_000))).isEmpty();
        assertThat(matcher.search("\ud800\udc00\ud800 \udfff")).isEmpty();
        assertThat(score(matcher, "\u202eAleksandr\u200b Kalash\u200dnikov\u202c"))
                .isEqualTo(1);
        assertThat(matcher.search("a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(1_000)))
                .isEmpty();
    }

    @Test
    void an_answer_replays_to_itself() {
        Asked asked = Asked.of("Aleksandr Kalashnikow Petrovich").with(born("1960"));
        List<Match> first = matcher(person("KALASHNIKOV, Aleksandr")).search(asked, cleared -> false);
        assertThat(first).isNotEmpty();
        assertThat(matcher(person("KALASHNIKOV, Aleksandr")).search(asked, cleared -> false))
                .isEqualTo(first);
    }
}
