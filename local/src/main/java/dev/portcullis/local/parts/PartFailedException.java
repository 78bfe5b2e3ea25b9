package dev.portcullis.local.parts;

/** A part did not start or did not do what it was told. The message says which, why, and where its log is. */
public final class PartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailedException(String message) {
        super(message);
    }

    public PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
