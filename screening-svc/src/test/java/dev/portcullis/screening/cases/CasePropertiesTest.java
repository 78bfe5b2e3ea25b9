package dev.portcullis.screening.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.cases.Case.Outcome;
import dev.portcullis.screening.cases.Case.State;
import dev.portcullis.screening.cases.Side.Trait;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people do, in whatever order and however often, no pair is cleared by fewer than two of them, or for what they did not see. */
class CasePropertiesTest {
    private static final CasePolicy POLICY = CasePolicy.shipped();
    private static final Instant START = Instant.parse("2026-11-28T09:00:00Z");

    /** Something that happens: who does it, what, how many days after the last, and which of three sides the party then has. */
    record Event(String who, int what, int days, int side) {}

    @Provide
    Arbitrary<List<Event>> histories() {
        return Combinators.combine(
                        Arbitraries.of("anna", "bert", "carl"),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.of(0, 0, 0, 1, 2))
                .as(Event::new)
                .list()
                .ofMaxSize(40);
    }

    private static Side side(int version) {
        return Side.of(Map.of(
                Trait.NAME,
                Set.of("Jon Smith"),
                Trait.COUNTRY,
                Set.of(List.of("GB", "IR", "FR").get(version))));
    }

    private static Decision decision(String by, Instant at, boolean same) {
        return same
                ? new Decision(by, at, Outcome.THE_SAME, List.of("SAME_PARTICULARS"), List.of(), null)
                : new Decision(
                        by,
                        at,
                        Outcome.NOT_THE_SAME,
                        List.of("DIFFERENT_COUNTRY"),
                        List.of(Sha256.of("document")),
                        LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(90));
    }

    @Property(tries = 3000)
    void two_people_have_seen_what_a_clearance_rests_on(@ForAll("histories") List<Event> history) {
        Instant now = START;
        Side entry = side(0);
        Case at = Case.open(new Pair("pty-1", "SDN", "1"), side(0), entry, now, POLICY);
        for (Event event : history) {
            now = now.plus(event.days, ChronoUnit.DAYS);
            Side party = side(event.side);
            State before = at.state();
            try {
                at = step(at, event, party, entry, now);
            } catch (CaseRefusedException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
            check(at, before, party, entry, now);
        }
    }

    private static Case step(Case at, Event event, Side party, Side entry, Instant now) {
        return switch (event.what) {
            case 0, 1 -> at.propose(decision(event.who, now, event.what == 1), POLICY);
            case 2, 3 -> at.agree(decision(event.who, now, event.what == 3), party, entry, POLICY);
            case 4 -> at.sendBack();
            default -> at.hitAgain(party, entry, now, POLICY);
        };
    }

    private static void check(Case at, State before, Side party, Side entry, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (at.clears(party, entry, day)) {
            assertThat(at.state()).isEqualTo(State.CLEARED);
            assertThat(at.party().isOvertakenBy(party)).isFalse();
            assertThat(day).isBeforeOrEqualTo(Objects.requireNonNull(at.clearedUntil()));
        }
        if (at.state() == State.CLEARED || at.state() == State.CONFIRMED) {
            Decision first = Objects.requireNonNull(at.proposal());
            Decision second = Objects.requireNonNull(at.agreement());
            assertThat(first.by()).isNotEqualTo(second.by());
            assertThat(first.outcome()).isEqualTo(second.outcome());
        }
        if (before == State.CONFIRMED) {
            assertThat(at.state()).isEqualTo(State.CONFIRMED);
        }
    }
}
