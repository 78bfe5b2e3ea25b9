package dev.portcullis.personnel.nationality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.PersonState.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DeemedExportNationalityPropertiesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Property
    void the_order_of_facts_never_matters(@ForAll("facts") NationalityFacts facts, @ForAll Random random) {
        List<Citizenship> citizenships = new ArrayList<>(facts.citizenships());
        List<PermanentResidency> residencies = new ArrayList<>(facts.residencies());
        Collections.shuffle(citizenships, random);
        Collections.shuffle(residencies, random);
        Assessment shuffled = DeemedExportNationality.assess(
                new NationalityFacts(citizenships, residencies, facts.usPersonBasis(), facts.visaValidUntil()), TODAY);
        assertThat(shuffled).isEqualTo(DeemedExportNationality.assess(facts, TODAY));
    }

    @Property
    void every_answer_fits_the_contract(@ForAll("facts") NationalityFacts facts) {
        Assessment answer = DeemedExportNationality.assess(facts, TODAY);
        PersonState state = new PersonState(
                "per-1",
                1,
                PersonState.Status.ACTIVE,
                answer.standing(),
                answer.deemedExportCountry(),
                answer.nationalities(),
                answer.authorizedUntil(),
                Instant.EPOCH);
        assertThat(state.nationalities()).doesNotContain(CountryCode.of("US"));
        assertThat(answer.reasons())
                .isNotEmpty()
                .noneMatch(reason -> reason.citation().isBlank());
    }

    @Property
    void the_country_of_a_foreign_person_is_held_and_none_that_is_held_is_more_recent(
            @ForAll("facts") NationalityFacts facts) {
        Assessment answer = DeemedExportNationality.assess(facts, TODAY);
        if (answer.standing() != Standing.FOREIGN_PERSON) {
            return;
        }
        CountryCode country = answer.deemedExportCountry();
        assertThat(country).isNotEqualTo(CountryCode.of("US"));
        LocalDate since = latest(facts, country);
        boolean alone = true;
        for (Citizenship held : facts.citizenships()) {
            if (held.heldOn(TODAY)
                    && !held.country().equals(country)
                    && !held.country().value().equals("US")) {
                alone = false;
                assertThat(held.acquired()).isBefore(since);
            }
        }
        for (PermanentResidency held : facts.residencies()) {
            if (held.heldOn(TODAY)
                    && !held.country().equals(country)
                    && !held.country().value().equals("US")) {
                alone = false;
                assertThat(held.from()).isBefore(since);
            }
        }
        assertThat(alone || since != null).isTrue();
    }

    @Property
    void nothing_changes_before_the_day_that_is_foretold(@ForAll("facts") NationalityFacts facts) {
        Assessment answer = DeemedExportNationality.assess(facts, TODAY);
        LocalDate end = answer.changesOn() == null ? TODAY.plusYears(30) : answer.changesOn();
        LocalDate last = end.minusDays(1);
        assertThat(DeemedExportNationality.assess(facts, last)).isEqualTo(answer);
    }

    private static LocalDate latest(NationalityFacts facts, CountryCode country) {
        List<LocalDate> dates = new ArrayList<>();
        facts.citizenships().stream()
                .filter(held -> held.heldOn(TODAY) && held.country().equals(country) && held.acquired() != null)
                .forEach(held -> dates.add(held.acquired()));
        facts.residencies().stream()
                .filter(held -> held.heldOn(TODAY) && held.country().equals(country) && held.from() != null)
                .forEach(held -> dates.add(held.from()));
        return dates.stream().max(LocalDate::compareTo).orElse(null);
    }

    @Provide
    Arbitrary<NationalityFacts> facts() {
        Arbitrary<CountryCode> country =
                Arbitraries.of("US", "CN", "IN", "GB", "CA", "IR").map(CountryCode::of);
        Arbitrary<LocalDate> day =
                Arbitraries.integers().between(-4000, 800).map(TODAY::plusDays).injectNull(0.3);
        Arbitrary<Citizenship> citizenship = Combinators.combine(country, day, day)
                .as((c, from, to) ->
                        new Citizenship(c, min(from, to), from == null && to == null ? null : max(from, to)));
        Arbitrary<Citizenship> held = Combinators.combine(country, day).as((c, from) -> new Citizenship(c, from, null));
        Arbitrary<PermanentResidency> residency = Combinators.combine(country, day, day)
                .as((c, from, to) ->
                        new PermanentResidency(c, min(from, to), from == null || to == null ? null : max(from, to)));
        return Combinators.combine(
                        Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, citizenship), net.jqwik.api.Tuple.of(3, held))
                                .list()
                                .ofMaxSize(3),
                        residency.list().ofMaxSize(3),
                        Arbitraries.of(UsPersonBasis.class).injectNull(0.2),
                        day.injectNull(0.5))
                .as(NationalityFacts::new);
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a == null || b == null ? a : a.isBefore(b) ? a : b;
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a == null || b == null ? b : a.isBefore(b) ? b : a;
    }
}
