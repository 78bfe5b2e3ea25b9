package dev.portcullis.licensing.application;

import static dev.portcullis.licensing.application.State.APPROVED;
import static dev.portcullis.licensing.application.State.DRAFT;
import static dev.portcullis.licensing.application.State.INTENT_TO_DENY;
import static dev.portcullis.licensing.application.State.RETURNED;
import static dev.portcullis.licensing.application.State.SUBMITTED;

import java.util.EnumSet;
import java.util.Set;

/** What can be done to an application, or happen to it, beside being written and approved. */
public enum Move {
    /** It was sent to BIS and registered under a number. */
    SUBMIT(APPROVED),
    /** BIS asked something; its clock stands until the answer (15 CFR 750.4(b)(1)). */
    QUESTION(SUBMITTED, INTENT_TO_DENY),
    /** The answer went to BIS. */
    ANSWER(SUBMITTED, INTENT_TO_DENY),
    /** BIS returned it without action. */
    RETURN(SUBMITTED, INTENT_TO_DENY),
    /** BIS wrote that it intends to deny it. */
    INTEND_TO_DENY(SUBMITTED),
    /** The response to that went to BIS. */
    RESPOND(INTENT_TO_DENY),
    /** BIS looks at it anew. */
    RECONSIDER(INTENT_TO_DENY),
    GRANT(SUBMITTED, INTENT_TO_DENY),
    DENY(SUBMITTED, INTENT_TO_DENY),
    WITHDRAW(DRAFT, APPROVED, SUBMITTED, INTENT_TO_DENY, RETURNED),
    /** It is worked at again; an approval falls. */
    REOPEN(APPROVED, RETURNED);

    private final Set<State> from;

    Move(State... from) {
        this.from = EnumSet.of(from[0], from);
    }

    boolean isPossibleFrom(State state) {
        return from.contains(state);
    }
}
