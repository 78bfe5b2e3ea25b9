package dev.portcullis.licensing.application;

import dev.portcullis.platform.problem.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which steps an application may take, and what each makes of it. */
final class Procedure {
    /** So that an application stays a thing that can be read; a real one has a dozen. */
    static final int MOST_STEPS = 200;

    private Procedure() {}

    /** Writes at a draft; 409 where it is none. */
    static Application edit(
            Application before, Map<String, String> answers, List<SupportDocument> documents, String by, Instant at) {
        if (before.state() != State.DRAFT) {
            throw Problems.conflict(
                    "Only a draft is written at: the application is " + before.state() + ". Reopen it first.");
        }
        requireRoom(before);
        Draft draft = new Draft(before);
        draft.answers = answers;
        draft.documents = documents;
        draft.draftedOn = day(at);
        return draft.after(new StepTaken(StepTaken.EDITED, day(at), by, at, null));
    }

    /**
     * Approves a draft; 403 where the caller has written at it, 422 where something is missing.
     *
     * @param packageSha256 digest of the package that is agreed to
     */
    static Application approve(
            Application before,
            WorkPackage workPackage,
            String packageSha256,
            String by,
            Instant at,
            @Nullable String note) {
        if (before.state() != State.DRAFT) {
            throw Problems.conflict("Only a draft is approved: the application is " + before.state() + ".");
        }
        if (before.writers().contains(by)) {
            throw Problems.forbidden(
                    "Who has written at an application does not approve it: it takes a second person.");
        }
        if (!workPackage.questions().isEmpty()) {
            throw Problems.unprocessable(workPackage.faults());
        }
        requireRoom(before);
        Draft draft = new Draft(before);
        draft.state = State.APPROVED;
        draft.packageSha256 = packageSha256;
        draft.decidedOn = null;
        return draft.after(new StepTaken(StepTaken.APPROVED, day(at), by, at, note));
    }

    /** Takes a step; 409 where it does not follow from where the application stands. */
    static Application move(Application before, MoveRequest request, String by, Instant at) {
        Move move = request.move();
        if (!move.isPossibleFrom(before.state())) {
            throw Problems.conflict(move + " does not follow: the application is " + before.state() + ".");
        }
        requireRoom(before);
        LocalDate today = day(at);
        LocalDate on = request.on() == null ? today : request.on();
        if (on.isAfter(today)) {
            throw Problems.invalid("/on", "must not be after today");
        }
        LocalDate registered = before.registeredOn();
        if (registered != null && on.isBefore(registered)) {
            throw Problems.invalid("/on", "must not be before the registration on " + registered);
        }
        Draft draft = new Draft(before);
        switch (move) {
            case SUBMIT -> submit(draft, request, on);
            case QUESTION -> question(draft, request, on);
            case ANSWER -> answer(draft, on);
            case INTEND_TO_DENY -> {
                draft.state = State.INTENT_TO_DENY;
                draft.intentOn = on;
                draft.respondedOn = null;
            }
            case RESPOND -> respond(draft, on);
            case RECONSIDER -> {
                draft.state = State.SUBMITTED;
                // Processing times may be suspended from the letter on (750.4(b)(1)); what is counted here is never too
                // late.
                draft.intentOn = null;
                draft.respondedOn = null;
            }
            case GRANT -> {
                if (request.licenseNumber() == null) {
                    throw Problems.invalid(
                            "/licenseNumber", "must name the license, or the confirmation of the notification");
                }
                decide(draft, State.GRANTED, on);
                draft.licenseNumber = request.licenseNumber();
                draft.licenseId = request.licenseId();
            }
            case RETURN -> decide(draft, State.RETURNED, on);
            case DENY -> decide(draft, State.DENIED, on);
            case WITHDRAW -> decide(draft, State.WITHDRAWN, on);
            case REOPEN -> reopen(draft, today);
        }
        return draft.after(new StepTaken(move.name(), on, by, at, request.note()));
    }

    private static void submit(Draft draft, MoveRequest request, LocalDate on) {
        if (request.applicationNumber() == null) {
            throw Problems.invalid("/applicationNumber", "must be the application control number that BIS gave");
        }
        draft.state = State.SUBMITTED;
        draft.applicationNumber = request.applicationNumber();
        draft.workItem = request.workItem();
        draft.registeredOn = on;
        draft.daysWaited = 0;
    }

    private static void question(Draft draft, MoveRequest request, LocalDate on) {
        if (draft.questionOn != null) {
            throw Problems.conflict("BIS waits for an answer already, since " + draft.questionOn + ".");
        }
        LocalDate answerBy = request.answerBy();
        if (answerBy != null && answerBy.isBefore(on)) {
            throw Problems.invalid("/answerBy", "must not be before the question");
        }
        draft.questionOn = on;
        draft.answerBy = answerBy;
    }

    private static void answer(Draft draft, LocalDate on) {
        LocalDate asked = draft.questionOn;
        if (asked == null) {
            throw Problems.conflict("BIS has asked nothing that is open.");
        }
        if (on.isBefore(asked)) {
            throw Problems.invalid("/on", "must not be before the question of " + asked);
        }
        draft.daysWaited += ChronoUnit.DAYS.between(asked, on);
        draft.questionOn = null;
        draft.answerBy = null;
    }

    private static void respond(Draft draft, LocalDate on) {
        if (draft.respondedOn != null) {
            throw Problems.conflict("The response went to BIS on " + draft.respondedOn + ".");
        }
        draft.respondedOn = on;
    }

    private static void decide(Draft draft, State state, LocalDate on) {
        draft.state = state;
        draft.decidedOn = on;
        draft.questionOn = null;
        draft.answerBy = null;
    }

    private static void reopen(Draft draft, LocalDate today) {
        if (draft.state == State.RETURNED) {
            draft.previousNumber = draft.applicationNumber;
        }
        draft.state = State.DRAFT;
        draft.round++;
        draft.draftedOn = today;
        draft.applicationNumber = null;
        draft.workItem = null;
        draft.registeredOn = null;
        draft.daysWaited = 0;
        draft.intentOn = null;
        draft.respondedOn = null;
        draft.decidedOn = null;
        draft.packageSha256 = null;
    }

    private static void requireRoom(Application before) {
        if (before.steps().size() >= MOST_STEPS) {
            throw Problems.conflict("The application has taken " + MOST_STEPS + " steps: begin a new one.");
        }
    }

    /** Days are those of UTC, as everywhere in the service. */
    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
