package dev.portcullis.screening.cases;

import dev.portcullis.screening.cases.CaseRefusedException.Cause;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A case: is this party the listed one? One person proposes an answer, another one agrees or sends it back. Until then, and where the answer is
 * that they are the same, the party stays held. A case is a value; each step gives the next one.
 *
 * @param pair whom it is about
 * @param party the party as it was when the case was opened, or looked at anew
 * @param entry the entry, likewise
 * @param state where it stands
 * @param openedAt when it was opened, or opened again
 * @param due when it is escalated
 * @param proposal what the first person said
 * @param agreement what the second one said
 */
@RegisterForReflection
public record Case(
        Pair pair,
        Side party,
        Side entry,
        State state,
        Instant openedAt,
        Instant due,
        @Nullable Decision proposal,
        @Nullable Decision agreement) {

    /** Where a case stands. */
    @RegisterForReflection
    public enum State {
        OPEN,
        PROPOSED,
        CLEARED,
        CONFIRMED,
        /** The party is not like the entry any more, or the entry is gone: there is nothing to decide. A new hit opens it anew. */
        GONE
    }

    /** What people can say. */
    @RegisterForReflection
    public enum Outcome {
        /** The party is somebody else. */
        NOT_THE_SAME,
        /** The party is the listed one. */
        THE_SAME
    }

    /** A hit opens a case. */
    public static Case open(Pair pair, Side party, Side entry, Instant now, CasePolicy policy) {
        return new Case(pair, party, entry, State.OPEN, now, now.plus(policy.toDecide()), null, null);
    }

    /**
     * The first person's answer.
     *
     * @throws CaseRefusedException where the case is not open, or the decision is not complete
     */
    public Case propose(Decision decision, CasePolicy policy) {
        require(state == State.OPEN, Cause.WRONG_STATE, "The case is not open for a proposal.");
        Decisions.check(decision, policy);
        return new Case(pair, party, entry, State.PROPOSED, openedAt, due, decision, null);
    }

    /**
     * The second person agrees: the answer holds. A clearance lasts to the earlier of the two last days.
     *
     * @param partyNow the party as it is now
     * @param entryNow the entry as it is now
     * @throws CaseRefusedException where nothing is proposed, the person is the same, the answer another one, or a side has changed since
     */
    public Case agree(Decision decision, Side partyNow, Side entryNow, CasePolicy policy) {
        Decision first = proposal;
        if (state != State.PROPOSED || first == null) {
            throw new CaseRefusedException(Cause.WRONG_STATE, "Nothing is proposed that could be agreed to.");
        }
        require(!first.by().equals(decision.by()), Cause.SAME_PERSON, "Another person than the first must agree.");
        require(
                first.outcome() == decision.outcome(),
                Cause.INCOMPLETE,
                "The answer is another one than the proposed: send it back instead.");
        require(
                !party.isOvertakenBy(partyNow) && !entry.isOvertakenBy(entryNow),
                Cause.OVERTAKEN,
                "The party or the entry has changed since the proposal: look again.");
        Decisions.check(decision, policy);
        State next = first.outcome() == Outcome.NOT_THE_SAME ? State.CLEARED : State.CONFIRMED;
        return new Case(pair, party, entry, next, openedAt, due, first, decision);
    }

    /**
     * The proposal does not hold. Who proposed may also take it back.
     *
     * @throws CaseRefusedException where nothing is proposed
     */
    public Case sendBack() {
        require(state == State.PROPOSED, Cause.WRONG_STATE, "Nothing is proposed that could be sent back.");
        return new Case(pair, party, entry, State.OPEN, openedAt, due, null, null);
    }

    /**
     * The case after the party was screened again and hit the entry: the same, where what people have decided still holds; open anew, where a
     * side has changed in a way that matters or the clearance has run out. A confirmed case stays confirmed.
     */
    public Case hitAgain(Side partyNow, Side entryNow, Instant now, CasePolicy policy) {
        boolean overtaken = party.isOvertakenBy(partyNow) || entry.isOvertakenBy(entryNow);
        return switch (state) {
            case CONFIRMED -> this;
            case CLEARED ->
                overtaken || !clearsOn(LocalDate.ofInstant(now, ZoneOffset.UTC))
                        ? open(pair, partyNow, entryNow, now, policy)
                        : this;
            case OPEN, PROPOSED -> overtaken ? again(partyNow, entryNow) : this;
            case GONE -> open(pair, partyNow, entryNow, now, policy);
        };
    }

    /**
     * The case after the party was screened again and did not hit the entry: what waits for people waits no more, and a clearance that has run
     * out is none.
     */
    public Case notHit(Instant now) {
        boolean ranOut = state == State.CLEARED && !clearsOn(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return waits() || ranOut ? new Case(pair, party, entry, State.GONE, openedAt, due, null, null) : this;
    }

    /**
     * A person takes back what two have decided. It needs no second one: the party is held until two decide again.
     *
     * @throws CaseRefusedException where nothing is decided
     */
    public Case reopen(Side partyNow, Side entryNow, Instant now, CasePolicy policy) {
        require(
                state == State.CLEARED || state == State.CONFIRMED,
                Cause.WRONG_STATE,
                "Nothing is decided that could be taken back.");
        return open(pair, partyNow, entryNow, now, policy);
    }

    /** Open for what has changed; its time runs on. */
    private Case again(Side partyNow, Side entryNow) {
        return new Case(pair, partyNow, entryNow, State.OPEN, openedAt, due, null, null);
    }

    /** Whether the hit of the pair counts for nothing, with both sides as they are now, on a day. */
    public boolean clears(Side partyNow, Side entryNow, LocalDate day) {
        return state == State.CLEARED
                && clearsOn(day)
                && !party.isOvertakenBy(partyNow)
                && !entry.isOvertakenBy(entryNow);
    }

    private boolean clearsOn(LocalDate day) {
        LocalDate last = clearedUntil();
        return last != null && !day.isAfter(last);
    }

    /** The last day of the clearance; absent where there is none. */
    public @Nullable LocalDate clearedUntil() {
        if (state != State.CLEARED || proposal == null || agreement == null) {
            return null;
        }
        LocalDate first = proposal.until();
        LocalDate second = agreement.until();
        return first == null || (second != null && second.isBefore(first)) ? second : first;
    }

    /** Whether it waits for people. */
    public boolean waits() {
        return state == State.OPEN || state == State.PROPOSED;
    }

    /** Whether it has waited too long for two people. */
    public boolean isOverdue(Instant now) {
        return waits() && now.isAfter(due);
    }

    private static void require(boolean holds, Cause cause, String message) {
        if (!holds) {
            throw new CaseRefusedException(cause, message);
        }
    }
}
