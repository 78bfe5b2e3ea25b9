package dev.portcullis.classification.ecfr;

/** A text that is no edition of the control list, or goes beyond a limit. The message says why, for the caller. */
public final class UnreadableTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableTextException(String reason) {
        super(reason);
    }
}
