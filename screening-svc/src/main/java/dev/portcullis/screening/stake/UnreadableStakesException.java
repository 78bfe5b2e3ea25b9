package dev.portcullis.screening.stake;

/** A file that is refused whole, with the reason, which holds nothing of the file's content. */
public final class UnreadableStakesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableStakesException(String reason) {
        super(reason);
    }
}
