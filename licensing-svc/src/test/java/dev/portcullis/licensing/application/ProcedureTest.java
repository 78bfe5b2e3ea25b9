package dev.portcullis.licensing.application;

import static dev.portcullis.licensing.dossier.Cases.DAY;
import static dev.portcullis.licensing.dossier.Cases.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The life of an application. */
class ProcedureTest {
    private static final WorkPackage COMPLETE = new WorkPackage(
            "app-1",
            1,
            "det-1",
            Purpose.LICENSE,
            "edition",
            "itm-1 version 3",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    private static final Deadlines DEADLINES = Deadlines.shipped();

    @Test
    void nobody_approves_what_he_has_written_whoever_else_wrote_too() {
        Application draft = Procedure.edit(begun("alice"), Map.of(), List.of(), "bob", NOW);

        for (String writer : List.of("alice", "bob")) {
            assertThatThrownBy(() -> Procedure.approve(draft, COMPLETE, "sha", writer, NOW, null))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("second person");
        }
        assertThat(Procedure.approve(draft, COMPLETE, "sha", "carol", NOW, null).state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void who_reopened_an_application_does_not_approve_its_next_round_and_earlier_writers_may() {
        Application approved = Procedure.approve(begun("alice"), COMPLETE, "sha", "carol", NOW, null);
        Application again = move(approved, Move.REOPEN, "bob", DAY);

        assertThat(again.state()).isEqualTo(State.DRAFT);
        assertThat(again.packageSha256()).isNull();
        assertThatThrownBy(() -> Procedure.approve(again, COMPLETE, "sha", "bob", NOW, null))
                .hasMessageContaining("second person");
        assertThat(Procedure.approve(again, COMPLETE, "sha", "alice", NOW, null).state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void bis_has_ninety_days_and_those_in_which_it_waited_for_us_are_added() {
        Application submitted = submitted("2026-08-01");
        assertThat(due(submitted, "DECISION")).isEqualTo("2026-10-30");

        Application asked = move(submitted, Move.QUESTION, "alice", LocalDate.parse("2026-08-11"));
        assertThat(due(asked, "DECISION")).as("its clock stands").isNull();
        assertThat(due(asked, "ANSWER")).isEqualTo("2026-08-25");

        Application answered = move(asked, Move.ANSWER, "alice", LocalDate.parse("2026-08-21"));
        assertThat(due(answered, "DECISION")).isEqualTo("2026-11-09");
        assertThatThrownBy(() -> move(answered, Move.ANSWER, "alice", DAY))
                .hasMessageContaining("nothing that is open");
    }

    @Test
    void an_intent_to_deny_is_answered_within_twenty_days_and_final_after_forty_five() {
        Application intent = move(submitted("2026-10-01"), Move.INTEND_TO_DENY, "alice", LocalDate.parse("2026-11-10"));
        assertThat(due(intent, "RESPONSE")).isEqualTo("2026-11-30");
        assertThat(due(intent, "FINAL_DENIAL")).isEqualTo("2026-12-25");

        Application responded = move(intent, Move.RESPOND, "alice", LocalDate.parse("2026-11-20"));
        assertThat(due(responded, "RESPONSE")).isNull();
        assertThat(due(responded, "FINAL_DENIAL")).isEqualTo("2026-12-25");
        Application denied = move(responded, Move.DENY, "alice", LocalDate.parse("2026-11-25"));
        assertThat(due(denied, "APPEAL")).isEqualTo("2027-01-09");
        assertThat(move(responded, Move.RECONSIDER, "alice", DAY).state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void what_was_returned_goes_again_as_a_new_application_that_names_the_old_one() {
        Application returned = move(submitted("2026-10-01"), Move.RETURN, "alice", LocalDate.parse("2026-11-01"));
        assertThat(due(returned, "RESUBMISSION")).isEqualTo("2026-12-01");

        Application again = move(returned, Move.REOPEN, "alice", DAY);
        assertThat(again.previousNumber()).isEqualTo("Z123456");
        assertThat(again.applicationNumber()).isNull();
        assertThat(again.registeredOn()).isNull();
        assertThat(again.round()).isEqualTo(2);
    }

    @Test
    void a_grant_names_the_license_and_nothing_follows_from_it() {
        Application submitted = submitted("2026-10-01");
        assertThatThrownBy(() -> move(submitted, Move.GRANT, "alice", DAY)).hasMessageContaining("/licenseNumber");

        Application granted = Procedure.move(
                submitted, new MoveRequest(Move.GRANT, DAY, null, null, null, "D1234567", "lic-1", null), "alice", NOW);
        assertThat(granted.state()).isEqualTo(State.GRANTED);
        assertThat(granted.licenseNumber()).isEqualTo("D1234567");
        assertThat(DEADLINES.of(granted)).isEmpty();
        for (Move move : Move.values()) {
            assertThatThrownBy(() -> Procedure.move(granted, request(move, DAY), "alice", NOW))
                    .as(move.name())
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void days_do_not_lie_in_the_future_nor_before_the_registration() {
        Application submitted = submitted("2026-10-01");
        assertThatThrownBy(() -> move(submitted, Move.RETURN, "alice", DAY.plusDays(1)))
                .hasMessageContaining("after today");
        assertThatThrownBy(() -> move(submitted, Move.RETURN, "alice", LocalDate.parse("2026-09-30")))
                .hasMessageContaining("before the registration");
    }

    @Property(tries = 300)
    void no_order_of_steps_submits_what_was_not_approved(@ForAll @Size(max = 12) List<Move> moves) {
        Application application = begun("alice");
        for (Move move : moves) {
            try {
                application = Procedure.move(
                        application,
                        new MoveRequest(move, null, "Z123456", null, null, "D1234567", null, null),
                        "alice",
                        NOW);
            } catch (ProblemException refused) {
                continue;
            }
            assertThat(application.state()).isIn(State.DRAFT, State.WITHDRAWN);
        }
    }

    private static Application begun(String by) {
        return Application.drafted(
                "app-1", "det-1", Purpose.LICENSE, new StepTaken(StepTaken.DRAFTED, DAY, by, NOW, null));
    }

    private static Application submitted(String on) {
        Instant then = LocalDate.parse(on).atStartOfDay().toInstant(ZoneOffset.UTC);
        return Procedure.move(
                Procedure.approve(begun("alice"), COMPLETE, "sha", "carol", then, null),
                request(Move.SUBMIT, LocalDate.parse(on)),
                "alice",
                NOW);
    }

    private static Application move(Application before, Move move, String by, LocalDate on) {
        return Procedure.move(before, request(move, on), by, NOW);
    }

    private static MoveRequest request(Move move, LocalDate on) {
        return new MoveRequest(move, on, move == Move.SUBMIT ? "Z123456" : null, null, null, null, null, null);
    }

    private static @Nullable String due(Application application, String kind) {
        return DEADLINES.of(application).stream()
                .filter(one -> one.kind().equals(kind))
                .map(one -> one.day().toString())
                .findFirst()
                .orElse(null);
    }
}
