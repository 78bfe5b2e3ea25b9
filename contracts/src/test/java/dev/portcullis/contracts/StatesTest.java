package dev.portcullis.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is read, what a newer writer adds is passed over, and what can never be true is refused. */
class StatesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123456Z");
    private static final CountryCode DE = CountryCode.of("DE");
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static List<Object> states() {
        ItemState.Classification classification = new ItemState.Classification(
                ItemState.Status.CLASSIFIED,
                Eccn.of("3A090"),
                "a.1",
                List.of(),
                "2026-07-23",
                1,
                ItemState.Publication.NOT_PUBLISHED,
                15832.0,
                19.45,
                3350.0,
                true,
                List.of());
        return List.of(
                new ItemState(
                        "itm-1",
                        2,
                        "accelerator",
                        "SKU",
                        ItemState.Form.COMMODITY,
                        classification,
                        new ItemState.Proposal(2, ItemState.ProposalState.REVIEWED, NOW),
                        NOW),
                new PartyState(
                        "pty-1",
                        1,
                        "Example GmbH",
                        DE,
                        DE,
                        null,
                        true,
                        new PartyState.Screening(
                                PartyState.Status.POSSIBLE_MATCH,
                                List.of(new PartyState.Hit("EL", "17", "Example Ltd", "Example", 0.91, "86 FR 1")),
                                List.of(new PartyState.ListEdition("consolidated", "sha256:00", NOW)),
                                NOW),
                        new PartyState.Ownership(
                                List.of(new PartyState.OwnershipFinding(
                                        "OFAC-50",
                                        PartyState.OwnershipDegree.POSSIBLE,
                                        BigDecimal.ZERO,
                                        new BigDecimal("75.5"),
                                        List.of("SDN"),
                                        List.of("entry:SDN/17 owns 0-75.5 % of party:pty-1"),
                                        List.of("UNKNOWN_SHARE"))),
                                LocalDate.parse("2026-11-23"),
                                NOW),
                        NOW),
                new PersonState(
                        "per-1",
                        4,
                        PersonState.Status.ACTIVE,
                        PersonState.Standing.FOREIGN_PERSON,
                        CountryCode.of("IN"),
                        List.of(CountryCode.of("IN")),
                        LocalDate.parse("2027-09-30"),
                        NOW),
                new DeterminationState(
                        "det-1",
                        1,
                        DeterminationState.Activity.EXPORT,
                        "itm-1",
                        List.of("pty-1"),
                        null,
                        DE,
                        DeterminationState.Outcome.NO_LICENSE_REQUIRED,
                        "NLR",
                        List.of("15 CFR 738.4(a)(2)"),
                        LocalDate.parse("2026-11-23"),
                        NOW),
                new LicenseState(
                        "lic-1",
                        3,
                        "D1234567",
                        LicenseState.Status.ACTIVE,
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2029-12-31"),
                        List.of(new LicenseState.Line(
                                1,
                                Eccn.of("3A090"),
                                null,
                                BigDecimal.TEN,
                                BigDecimal.ONE,
                                new Money(new BigDecimal("100000.00"), "USD"),
                                new Money(new BigDecimal("10000.00"), "USD"))),
                        NOW),
                new ReleaseState(
                        "rel-1",
                        1,
                        "det-1",
                        "itm-1",
                        List.of("pty-1"),
                        null,
                        DE,
                        ReleaseState.Decision.PERMITTED,
                        "NLR",
                        BigDecimal.ONE,
                        NOW),
                new SignalState(
                        "sig-1",
                        2,
                        SignalState.Kind.CONTROL_RULE,
                        SignalState.Source.FEDERAL_REGISTER,
                        SignalState.Stage.FINAL,
                        SignalState.Direction.SUSPENDS,
                        "One Year Suspension",
                        "imposes a one-year suspension",
                        LocalDate.parse("2025-11-12"),
                        new SignalState.Effective(
                                LocalDate.parse("2025-11-10"),
                                LocalDate.parse("2026-11-09"),
                                null,
                                SignalState.Basis.STATED),
                        List.of(Eccn.of("3A090")),
                        List.of(DE),
                        List.of("Example Ltd"),
                        "90 FR 50857",
                        null,
                        NOW,
                        NOW),
                new FeedHeartbeat("screening-svc", NOW));
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_state_is_read_as_it_was_written(Object state) throws Exception {
        assertThat(JSON.readValue(JSON.writeValueAsBytes(state), state.getClass()))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_field_of_a_newer_writer_is_passed_over(Object state) throws Exception {
        String json = JSON.writeValueAsString(state);
        String newer = json.substring(0, json.length() - 1) + ",\"addedLater\":{\"x\":[1]}}";
        assertThat(JSON.readValue(newer, state.getClass())).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void an_empty_object_is_no_state(Object state) {
        assertThatThrownBy(() -> JSON.readValue("{}", state.getClass()))
                .isInstanceOf(ValueInstantiationException.class);
    }

    @Test
    void the_state_of_a_writer_that_knows_no_ownership_is_read() throws Exception {
        String json = """
                {"id": "pty-1", "version": 1, "name": "Example GmbH", "country": "DE", "active": true,
                 "changedAt": "2026-11-23T08:00:00Z"}""";
        assertThat(JSON.readValue(json, PartyState.class).ownership()).isNull();
    }

    @Test
    void a_us_person_shares_no_nationality() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonState(
                        "per-1",
                        1,
                        PersonState.Status.ACTIVE,
                        PersonState.Standing.US_PERSON,
                        null,
                        List.of(DE),
                        null,
                        NOW));
    }

    @Test
    void a_foreign_person_has_a_country() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonState(
                        "per-1",
                        1,
                        PersonState.Status.ACTIVE,
                        PersonState.Standing.FOREIGN_PERSON,
                        null,
                        List.of(),
                        null,
                        NOW));
    }

    @Test
    void an_item_is_not_classified_without_an_eccn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ItemState.Classification(
                        ItemState.Status.CLASSIFIED,
                        null,
                        null,
                        List.of(),
                        "2026-07-23",
                        1,
                        ItemState.Publication.UNKNOWN,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
    }

    @Test
    void nothing_ends_before_it_begins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignalState.Effective(
                        LocalDate.parse("2025-11-10"), LocalDate.parse("2025-11-09"), null, SignalState.Basis.STATED));
    }

    @Test
    void a_score_lies_between_nought_and_one() {
        for (double score : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PartyState.Hit("EL", "1", "a", "a", score, null));
        }
    }
}
