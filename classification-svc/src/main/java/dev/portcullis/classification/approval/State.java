package dev.portcullis.classification.approval;

/** Where a classification stands. */
public enum State {
    /** It awaits a review or its approval. */
    PROPOSED,
    /** Somebody else than its proposer has confirmed it; it awaits its approval. */
    REVIEWED,
    /** A reviewer has sent it back; it ends there. */
    RETURNED,
    /** It is in effect. */
    APPROVED,
    /** It was in effect until the law, a datasheet or another item changed its answer; nothing is permitted by it. */
    REOPENED,
    /** Another one took its place. */
    SUPERSEDED;

    /** Whether somebody has to act on it. */
    boolean awaits() {
        return this == PROPOSED || this == REVIEWED;
    }

    /** Whether it is the one that the item goes by. */
    boolean stands() {
        return this == APPROVED || this == REOPENED;
    }
}
