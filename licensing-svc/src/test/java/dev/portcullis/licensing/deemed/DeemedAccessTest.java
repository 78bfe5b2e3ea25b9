package dev.portcullis.licensing.deemed;

import static dev.portcullis.licensing.Gate.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.DeterminationState.Situation;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.PersonState.Standing;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.platform.feed.Fact;
import dev.portcullis.platform.feed.FactFeed;
import dev.portcullis.platform.feed.FactFeeds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers for situations, from the facts' topics to the topic of determinations. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class DeemedAccessTest extends AtTheGate {
    private static final Situation CHINESE = foreign("CN");
    private static final Situation BRITISH = foreign("GB");
    private static final Situation AMERICAN = new Situation(Standing.US_PERSON, null, List.of());

    @Inject
    FactFeeds feeds;

    private @Nullable FactFeed<DeterminationState> heard;

    @BeforeEach
    void listen() {
        heard = feeds.start(
                Topics.DETERMINATIONS,
                DeterminationState.class,
                DeterminationState::version,
                (id, fact) -> {},
                key -> key.startsWith(DeterminationState.SITUATION_PREFIX));
    }

    @AfterEach
    void stop_listening() {
        if (heard != null) {
            heard.close();
        }
    }

    @Test
    void each_situation_that_somebody_is_in_has_its_answer_for_each_item_of_technology() {
        person("cn", "CN");
        person("gb", "GB");
        person("us", null);

        // 3E001 for 3A001: NS, for China's column and not for Britain's; no deemed export at all for a US person.
        DeterminationState chinese = state(tech, CHINESE, Outcome.LICENSE_REQUIRED);
        assertThat(state(tech, BRITISH, Outcome.NO_LICENSE_REQUIRED).authority())
                .isEqualTo("NLR");
        assertThat(state(tech, AMERICAN, Outcome.NO_LICENSE_REQUIRED).authority())
                .isEqualTo("NOT_A_DEEMED_EXPORT");
        assertThat(chinese.citations()).isNotEmpty();
        assertThat(chinese.licenses()).isEmpty();
        assertThat(chinese.personId()).isNull();
        assertThat(chinese.asOf()).isEqualTo(LocalDate.now(ZoneOffset.UTC));
        assertThat(known(gpu, CHINESE))
                .as("a commodity is not released to anybody")
                .isNull();
    }

    @Test
    void a_change_of_the_item_changes_its_answers_and_what_is_released_no_more_has_none() {
        person("cn", "CN");
        long version = state(tech, CHINESE, Outcome.LICENSE_REQUIRED).version();

        ItemState item = Gate.technology(tech, 2);
        services.item(new ItemState(item.id(), 2, item.name(), null, item.form(), null, null, Instant.now()));
        DeterminationState unclassified = state(tech, CHINESE, Outcome.REVIEW);
        assertThat(unclassified.version()).isGreaterThan(version);
        assertThat(unclassified.questions()).isNotEmpty();

        ItemState object = Gate.accelerator(tech, 3);
        services.item(object);
        until(() -> known(tech, CHINESE) == null);
    }

    @Test
    void a_license_is_told_with_the_persons_of_the_situation_whom_it_names_and_goes_with_it() {
        String covered = person("lic", "CN");
        String british = person("gb", "GB");
        state(tech, CHINESE, Outcome.LICENSE_REQUIRED);

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String license = record("""
                {"number": "D%s", "kind": "DEEMED_EXPORT", "validFrom": "%s", "validUntil": "%s", "personIds": ["%s", "%s"],
                 "countries": ["CN"], "lines": [{"line": 1, "eccn": "3E001", "quantity": 10}]}""".formatted(test, today.minusDays(1), today.plusYears(1), covered, british));

        until(() -> !known(tech, CHINESE).licenses().isEmpty());
        DeterminationState.Covering covering = known(tech, CHINESE).licenses().get(0);
        assertThat(covering.licenseId()).isEqualTo(license);
        assertThat(covering.number()).isEqualTo("D" + test);
        assertThat(covering.personIds()).containsExactly(covered);
        assertThat(known(tech, BRITISH).licenses()).isEmpty();

        // Whom the license names, but who is in another situation now, it covers no more.
        services.person(Gate.person(covered, 2, PersonState.Status.ACTIVE, "IR"));
        until(() ->
                known(tech, CHINESE) == null || known(tech, CHINESE).licenses().isEmpty());
    }

    @Test
    void a_letter_binds_the_answers_and_a_situation_that_nobody_is_in_is_told_no_more() {
        String person = person("au", "AU");
        Situation australian = foreign("AU");
        state(tech, australian, Outcome.NO_LICENSE_REQUIRED);

        assertThat(post("/v1/holds", Gate.user("officer"), """
                        {"letterReference": "letter %s", "letterDate": "2026-11-01", "effectiveFrom": "2026-11-01",
                         "itemIds": ["%s"], "countries": ["AU"], "note": "Wants a license.", "outcome": "LICENSE_REQUIRED",
                         "citation": "15 CFR 744.23(b)"}""".formatted(test, tech))
                        .statusCode())
                .isEqualTo(201);
        state(tech, australian, Outcome.LICENSE_REQUIRED);

        services.person(Gate.person(person, 2, PersonState.Status.INACTIVE, "AU"));
        until(() -> known(tech, australian) == null);
    }

    @Test
    void the_answers_may_be_relied_on_only_as_long_as_the_items_behind_them() {
        person("us", null);
        state(tech, AMERICAN, Outcome.NO_LICENSE_REQUIRED);
        until(() -> heard.goodUntil() != null && heard.goodUntil().isAfter(Instant.now()));
        assertThat(Duration.between(Instant.now(), heard.goodUntil())).isLessThanOrEqualTo(Duration.ofSeconds(66));

        services.silence(Topics.ITEMS);
        try {
            Instant last = Instant.now().plusSeconds(1);
            until(() -> Instant.now().isAfter(last.plusSeconds(3)));
            // Sixty seconds after the last heartbeat of items, and no more however lively this service is.
            assertThat(heard.goodUntil()).isBefore(last.plusSeconds(61));
        } finally {
            services.resume(Topics.ITEMS);
        }
    }

    private String person(String name, @Nullable String country) {
        String id = "per-" + name + "-" + test;
        services.person(Gate.person(id, 1, PersonState.Status.ACTIVE, country));
        return id;
    }

    private DeterminationState state(String item, Situation situation, Outcome outcome) {
        until(() -> {
            DeterminationState known = known(item, situation);
            return known != null && known.outcome() == outcome;
        });
        return known(item, situation);
    }

    private @Nullable DeterminationState known(String item, Situation situation) {
        Fact<DeterminationState> fact = heard.get(SituationAnswer.id(Activity.DEEMED_EXPORT, item, situation));
        return fact == null ? null : fact.value();
    }

    private static Situation foreign(String country) {
        return new Situation(Standing.FOREIGN_PERSON, CountryCode.of(country), List.of(CountryCode.of(country)));
    }
}
