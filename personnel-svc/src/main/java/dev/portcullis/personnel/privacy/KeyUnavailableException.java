package dev.portcullis.personnel.privacy;

/** Personal data can be neither read nor written, since the key for it is not at hand. The message names no person. */
public final class KeyUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyUnavailableException(String message) {
        super(message);
    }

    public KeyUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
