package dev.portcullis.local.audit;

/** Something that was shown as proof is none. The message says why. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
