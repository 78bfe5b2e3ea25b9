package dev.portcullis.screening.cases;

/** A step that a case does not allow. */
public final class CaseRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Cause why;

    /** Why. */
    public enum Cause {
        /** The case is not in the state that the step needs. */
        WRONG_STATE,
        /** The same person may not decide twice. */
        SAME_PERSON,
        /** The decision lacks something, or says what the policy does not know. */
        INCOMPLETE,
        /** The pair has changed since the case was looked at: look again. */
        OVERTAKEN
    }

    CaseRefusedException(Cause cause, String message) {
        super(message, null, false, false);
        why = cause;
    }

    public Cause why() {
        return why;
    }
}
