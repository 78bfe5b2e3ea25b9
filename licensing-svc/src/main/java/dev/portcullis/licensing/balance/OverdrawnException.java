package dev.portcullis.licensing.balance;

/** A balance was to become what it can never be. Whoever asks first never meets it. */
public final class OverdrawnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverdrawnException(String message) {
        super(message);
    }
}
