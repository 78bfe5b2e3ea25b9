package dev.portcullis.licensing.balance;

/** In which ways a balance moves. */
public enum Movement {
    /** Goods left, or technology was released. */
    DRAW,
    /** What was drawn came back. */
    RETURN,
    /** A balance was reserved for an order or a release. */
    ASSIGN,
    /** A reserved balance was given free. */
    UNASSIGN,
    /** Two people corrected what counts as drawn. */
    ADJUST
}
