package dev.portcullis.platform.rows;

/** A file as a whole cannot be read; the message says why, in words for whoever sent it, and repeats nothing of the file. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
