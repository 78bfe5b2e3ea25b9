package dev.portcullis.local.mainjob;

/** A step of the main job could not be done at all. The message says which request failed and what was answered. */
public final class MainJobFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MainJobFailedException(String message) {
        super(message);
    }

    public MainJobFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
