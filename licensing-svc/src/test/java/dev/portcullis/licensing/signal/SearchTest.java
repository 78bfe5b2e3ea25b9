package dev.portcullis.licensing.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.SignalState;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.licensing.Gate;
import dev.portcullis.licensing.regulation.Law;
import dev.portcullis.licensing.regulation.Regulations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which things signals touch, and what the law held here makes of their day. */
class SearchTest {
    @ParameterizedTest(name = "{0} names {1} {2} {3}: {4} of {5} to {6} has {7}")
    @CsvSource({
        "CONTROL_RULE,   3A090,,,        ITEM,          3A090,  ,   ENTRY",
        "CONTROL_RULE,   3A090,,,        ITEM,          EAR99,  ,   ''",
        "CONTROL_RULE,   3A090,,,        ITEM,          3A991,  ,   ''",
        "CONTROL_RULE,   ,     CN,,      ITEM,          3A991,  ,   EVERY_ENTRY",
        "CONTROL_RULE,   ,     CN,,      ITEM,          EAR99,  ,   ''",
        "CONTROL_RULE,   ,     ,,        ITEM,          3A090,  ,   ''",
        "CONTROL_RULE,   3A090,CN,,      RELEASE,       3A090,  CN, ENTRY COUNTRY PARTY_COUNTRY",
        "CONTROL_RULE,   3A090,CN,,      RELEASE,       3A090,  DE, ENTRY",
        "CONTROL_RULE,   3A090,CN,,      RELEASE,       EAR99,  CN, ''",
        "CONTROL_RULE,   3A090,,,        LICENSE,       3A090,  CN, ENTRY",
        "CONTROL_RULE,   3A090,,,        LICENSE,       4A090,  CN, ''",
        "COUNTRY_RULE,   3A090,CN,,      RELEASE,       EAR99,  CN, COUNTRY PARTY_COUNTRY",
        "COUNTRY_RULE,   ,     CN,,      ITEM,          3A090,  ,   ''",
        "COUNTRY_RULE,   ,     CN,,      PERSON,        ,       CN, NATIONALITY",
        "COUNTRY_RULE,   ,     CN,,      PERSON,        ,       DE, ''",
        "CONTROL_RULE,   ,     ,90 FR 1, DETERMINATION, EAR99,  DE, CITATION",
        "CONTROL_RULE,   ,     ,0 FR 1,  DETERMINATION, EAR99,  DE, ''",
        "CONTROL_RULE,   ,     ,90 FR,   DETERMINATION, EAR99,  DE, CITATION",
        "LIST_ADDITION,  ,     CN,,      RELEASE,       3A090,  CN, ''",
        "NOTICE,         3A090,CN,,      RELEASE,       3A090,  CN, ''",
    })
    void a_thing_is_touched_by_the_ties_of_the_table(
            Kind kind,
            @Nullable String eccn,
            @Nullable String country,
            @Nullable String citation,
            Thing.Kind thing,
            @Nullable String entry,
            @Nullable String destination,
            String ties) {
        Set<CountryCode> to = destination == null ? Set.of() : Set.of(CountryCode.of(destination));
        List<PartyState> parties = destination == null || thing == Thing.Kind.PERSON
                ? List.of()
                : List.of(Gate.party("pty-1", 1, destination, PartyState.Status.CLEAR));
        Thing touched = new Thing(
                thing,
                "id-1",
                entry == null ? Set.of() : Set.of(Eccn.of(entry)),
                to,
                parties,
                Set.of("90 FR 1, 15 CFR 744.11"));

        List<Touch> touches = new Search(signal(kind, eccn, country, null, citation)).touches(touched);

        assertThat(touches.stream().map(touch -> touch.tie().name()).collect(Collectors.joining(" ")))
                .isEqualTo(ties);
        assertThat(touches).allSatisfy(touch -> assertThat(touch.effect()).isNotBlank());
    }

    @Test
    void what_is_told_of_a_person_names_no_country() {
        Thing person =
                new Thing(Thing.Kind.PERSON, "prs-1", Set.of(), Set.of(CountryCode.of("CN")), List.of(), Set.of());

        List<Touch> touches = new Search(signal(Kind.COUNTRY_RULE, null, "CN", null, null)).touches(person);

        assertThat(touches)
                .singleElement()
                .satisfies(touch -> assertThat(touch.words() + touch.effect()).doesNotContain("CN", "China"));
    }

    @Test
    void a_named_party_is_met_whatever_case_signs_and_accents_its_name_has() {
        PartyState party = Gate.party("pty-é", 1, "DE", PartyState.Status.CLEAR);
        Thing release = new Thing(Thing.Kind.RELEASE, "rel-1", Set.of(), Set.of(), List.of(party), Set.of());

        assertThat(new Search(signal(Kind.LIST_ADDITION, null, null, "PARTY, PTY E", null)).touches(release))
                .extracting(Touch::tie)
                .containsExactly(Tie.PARTY);
        assertThat(new Search(signal(Kind.LIST_ADDITION, null, null, "party pty", null)).touches(release))
                .isEmpty();
    }

    @Test
    void a_signal_that_names_nothing_says_why_it_touches_nothing() {
        assertThat(new Search(signal(Kind.CONTROL_RULE, null, null, null, null)).whyNothing())
                .contains("names no entry, no country and no party");
        assertThat(new Search(signal(Kind.CONTROL_RULE, "3A090", null, null, null)).whyNothing())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(Thing.Kind.class)
    void the_table_gives_each_tie_of_a_thing_once(Thing.Kind thing) {
        for (Kind kind : Kind.values()) {
            assertThat(Effects.shipped().of(kind, thing))
                    .extracting(Effects.Effect::tie)
                    .doesNotHaveDuplicates();
        }
        assertThat(Stream.of(Kind.values()).flatMap(kind -> Effects.shipped().of(kind, thing).stream()))
                .isNotEmpty()
                .allSatisfy(effect -> assertThat(effect.reason()).isNotBlank());
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "3A090, 2025-01-13, OTHER_STEPS",
        "3A090, 2025-01-14, THE_SAME",
        "EAR99, 2025-01-13, THE_SAME",
        "3A090, 2027-01-01, NOT_YET",
        "3A090, 2022-10-07, NO_MORE",
    })
    void the_reasons_for_control_of_an_entry_are_compared_with_the_day_before(
            String eccn, LocalDate day, Difference.Held held) {
        Law law = Law.shipped();
        Regulations before = law.asOf(day.minusDays(1));
        Regulations after = law.asOf(day);

        Difference difference =
                Difference.of(before.controlRows(Eccn.of(eccn)), after.controlRows(Eccn.of(eccn)), before, after);

        assertThat(difference.held()).isEqualTo(held);
        assertThat(difference.come().isEmpty()).isEqualTo(held != Difference.Held.OTHER_STEPS);
    }

    private static SignalState signal(
            Kind kind,
            @Nullable String eccn,
            @Nullable String country,
            @Nullable String party,
            @Nullable String citation) {
        return new SignalState(
                "sig-1",
                1,
                kind,
                SignalState.Source.COMPANY,
                SignalState.Stage.FINAL,
                SignalState.Direction.UNKNOWN,
                "title",
                "",
                LocalDate.of(2025, 1, 15),
                null,
                eccn == null ? List.of() : List.of(Eccn.of(eccn)),
                country == null ? List.of() : List.of(CountryCode.of(country)),
                party == null ? List.of() : List.of(party),
                citation,
                null,
                Instant.EPOCH,
                null);
    }
}
