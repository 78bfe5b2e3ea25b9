package dev.portcullis.classification.master;

/** A file as a whole is no product master; the message says why, in words for whoever sent it. */
final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
