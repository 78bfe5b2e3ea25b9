package dev.portcullis.screening.list;

/** A file that is no edition of the list: no header of the official layout, not UTF-8, or beyond a limit. */
public final class UnreadableListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableListException(String reason) {
        super(reason);
    }
}
