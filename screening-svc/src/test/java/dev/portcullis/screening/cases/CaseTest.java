package dev.portcullis.screening.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.cases.Case.Outcome;
import dev.portcullis.screening.cases.Case.State;
import dev.portcullis.screening.cases.CaseRefusedException.Cause;
import dev.portcullis.screening.cases.Side.Trait;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseTest {
    private static final CasePolicy POLICY = CasePolicy.shipped();
    private static final Pair PAIR = new Pair("pty-1", "SDN", "12345");
    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final String PASSPORT = Sha256.of("a passport");

    private static final Side PARTY = side("Jon Smith", "GB", "1971");
    private static final Side ENTRY = side("John Smith", "IR", "1958");

    private static Side side(String name, String country, String birth) {
        return Side.of(Map.of(
                Trait.NAME, Set.of(name, "Smith & Sons"), Trait.COUNTRY, Set.of(country), Trait.BIRTH, Set.of(birth)));
    }

    private static Decision clears(String by, @Nullable LocalDate until) {
        return new Decision(by, NOW, Outcome.NOT_THE_SAME, List.of("DIFFERENT_BIRTH"), List.of(PASSPORT), until);
    }

    private static Decision confirms(String by) {
        return new Decision(by, NOW, Outcome.THE_SAME, List.of("SAME_PARTICULARS"), List.of(), null);
    }

    private static Case open() {
        return Case.open(PAIR, PARTY, ENTRY, NOW, POLICY);
    }

    private static Case cleared() {
        return open().propose(clears("anna", TODAY.plusDays(90)), POLICY)
                .agree(clears("bert", TODAY.plusDays(60)), PARTY, ENTRY, POLICY);
    }

    private static void refused(Cause cause, Runnable step) {
        assertThatExceptionOfType(CaseRefusedException.class)
                .isThrownBy(step::run)
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(cause));
    }

    @Test
    void two_people_clear_a_pair_until_the_earlier_of_their_days() {
        Case decided = cleared();
        assertThat(decided.state()).isEqualTo(State.CLEARED);
        assertThat(decided.clearedUntil()).isEqualTo(TODAY.plusDays(60));
        assertThat(decided.clears(PARTY, ENTRY, TODAY.plusDays(60))).isTrue();
        assertThat(decided.clears(PARTY, ENTRY, TODAY.plusDays(61))).isFalse();
    }

    @Test
    void one_person_alone_clears_and_confirms_nothing() {
        Case proposed = open().propose(clears("anna", TODAY), POLICY);
        assertThat(proposed.clears(PARTY, ENTRY, TODAY)).isFalse();
        refused(Cause.SAME_PERSON, () -> proposed.agree(clears("anna", TODAY), PARTY, ENTRY, POLICY));
        refused(Cause.WRONG_STATE, () -> open().agree(clears("bert", TODAY), PARTY, ENTRY, POLICY));
        Case confirmable = open().propose(confirms("anna"), POLICY);
        refused(Cause.SAME_PERSON, () -> confirmable.agree(confirms("anna"), PARTY, ENTRY, POLICY));
        assertThat(confirmable.agree(confirms("bert"), PARTY, ENTRY, POLICY).state())
                .isEqualTo(State.CONFIRMED);
    }

    @Test
    void the_second_person_answers_the_same_or_sends_it_back() {
        Case proposed = open().propose(clears("anna", TODAY), POLICY);
        refused(Cause.INCOMPLETE, () -> proposed.agree(confirms("bert"), PARTY, ENTRY, POLICY));
        Case back = proposed.sendBack();
        assertThat(back.state()).isEqualTo(State.OPEN);
        assertThat(back.proposal()).isNull();
        refused(Cause.WRONG_STATE, back::sendBack);
        // Sent back, the first may be the second of the next round.
        assertThat(back.propose(clears("bert", TODAY), POLICY)
                        .agree(clears("anna", TODAY), PARTY, ENTRY, POLICY)
                        .state())
                .isEqualTo(State.CLEARED);
    }

    @Test
    void what_is_decided_is_not_decided_again() {
        refused(Cause.WRONG_STATE, () -> cleared().propose(confirms("carl"), POLICY));
        refused(Cause.WRONG_STATE, () -> cleared().sendBack());
        refused(Cause.WRONG_STATE, () -> cleared().agree(clears("carl", TODAY), PARTY, ENTRY, POLICY));
    }

    @Test
    void a_decision_gives_a_reason_of_its_answer_with_the_evidence_that_it_needs() {
        LocalDate until = TODAY.plusDays(1);
        List<Decision> incomplete = List.of(
                new Decision("anna", NOW, Outcome.NOT_THE_SAME, List.of(), List.of(PASSPORT), until),
                new Decision("anna", NOW, Outcome.NOT_THE_SAME, List.of("BECAUSE"), List.of(PASSPORT), until),
                new Decision("anna", NOW, Outcome.NOT_THE_SAME, List.of("SAME_IDENTIFIER"), List.of(PASSPORT), until),
                new Decision("anna", NOW, Outcome.NOT_THE_SAME, List.of("DIFFERENT_BIRTH"), List.of(), until),
                new Decision("anna", NOW, Outcome.NOT_THE_SAME, List.of("DIFFERENT_BIRTH"), List.of("x"), until),
                new Decision(" ", NOW, Outcome.NOT_THE_SAME, List.of("DIFFERENT_NAME"), List.of(), until),
                clears("anna", null),
                clears("anna", TODAY.minusDays(1)),
                clears("anna", TODAY.plusYears(1).plusDays(1)),
                new Decision("anna", NOW, Outcome.THE_SAME, List.of("SAME_PARTICULARS"), List.of(), until));
        for (Decision decision : incomplete) {
            refused(Cause.INCOMPLETE, () -> open().propose(decision, POLICY));
        }
    }

    @Test
    void a_cleared_pair_stays_cleared_while_nothing_changes_that_matters() {
        Side sameParty = Side.of(Map.of(
                Trait.NAME, Set.of("SMITH and SONS".replace("and", "&"), "jon  smith."),
                Trait.COUNTRY, Set.of("gb"),
                Trait.BIRTH, Set.of("1971")));
        Side fewerNames = Side.of(
                Map.of(Trait.NAME, Set.of("John Smith"), Trait.COUNTRY, Set.of("IR"), Trait.BIRTH, Set.of("1958")));
        Case again = cleared().hitAgain(sameParty, fewerNames, NOW.plusSeconds(86_400), POLICY);
        assertThat(again).isEqualTo(cleared());
        assertThat(again.clears(sameParty, fewerNames, TODAY.plusDays(1))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Trait.class)
    void whatever_comes_new_on_either_side_opens_a_cleared_pair_again(Trait trait) {
        Map<Trait, Set<String>> more = new java.util.EnumMap<>(Map.of(
                Trait.NAME,
                Set.of("Jon Smith", "Smith & Sons"),
                Trait.COUNTRY,
                Set.of("GB"),
                Trait.BIRTH,
                Set.of("1971")));
        more.merge(trait, Set.of("new"), (a, b) -> {
            Set<String> both = new java.util.HashSet<>(a);
            both.addAll(b);
            return both;
        });
        Side changed = Side.of(more);
        assertThat(cleared().clears(changed, ENTRY, TODAY)).isFalse();
        Case again = cleared().hitAgain(changed, ENTRY, NOW, POLICY);
        assertThat(again.state()).isEqualTo(State.OPEN);
        assertThat(again.party()).isEqualTo(changed);
        assertThat(again.proposal()).isNull();
    }

    @Test
    void what_told_two_apart_matters_when_it_is_gone_and_a_name_that_is_gone_does_not() {
        Side withoutBirth =
                Side.of(Map.of(Trait.NAME, Set.of("Jon Smith", "Smith & Sons"), Trait.COUNTRY, Set.of("GB")));
        assertThat(PARTY.isOvertakenBy(withoutBirth)).isTrue();
        Side withoutName = Side.of(
                Map.of(Trait.NAME, Set.of("Jon Smith"), Trait.COUNTRY, Set.of("GB"), Trait.BIRTH, Set.of("1971")));
        assertThat(PARTY.isOvertakenBy(withoutName)).isFalse();
    }

    @Test
    void a_clearance_that_has_run_out_opens_the_case_again_with_a_time_of_its_own() {
        Instant later = NOW.plusSeconds(61L * 86_400);
        Case again = cleared().hitAgain(PARTY, ENTRY, later, POLICY);
        assertThat(again.state()).isEqualTo(State.OPEN);
        assertThat(again.due()).isEqualTo(later.plus(POLICY.toDecide()));
    }

    @Test
    void a_confirmed_pair_stays_confirmed_whatever_changes() {
        Case confirmed = open().propose(confirms("anna"), POLICY).agree(confirms("bert"), PARTY, ENTRY, POLICY);
        Side changed = side("Somebody Else", "FR", "2000");
        assertThat(confirmed.hitAgain(changed, changed, NOW, POLICY)).isEqualTo(confirmed);
        assertThat(confirmed.clears(PARTY, ENTRY, TODAY)).isFalse();
    }

    @Test
    void a_change_between_the_two_people_asks_the_first_one_again() {
        Case proposed = open().propose(clears("anna", TODAY), POLICY);
        Side changed = side("Jon Smith", "IR", "1971");
        refused(Cause.OVERTAKEN, () -> proposed.agree(clears("bert", TODAY), changed, ENTRY, POLICY));
        Case again = proposed.hitAgain(changed, ENTRY, NOW.plusSeconds(60), POLICY);
        assertThat(again.state()).isEqualTo(State.OPEN);
        // Nobody gets more time by changing the party.
        assertThat(again.due()).isEqualTo(proposed.due());
    }

    @Test
    void a_case_that_waits_too_long_is_overdue_until_it_is_decided() {
        assertThat(open().isOverdue(NOW.plus(POLICY.toDecide()))).isFalse();
        assertThat(open().isOverdue(NOW.plus(POLICY.toDecide()).plusSeconds(1))).isTrue();
        assertThat(cleared().isOverdue(NOW.plus(POLICY.toDecide()).plusSeconds(1)))
                .isFalse();
    }

    @Test
    void a_side_keeps_no_name() {
        assertThat(PARTY.toString()).doesNotContainIgnoringCase("smith");
    }
}
