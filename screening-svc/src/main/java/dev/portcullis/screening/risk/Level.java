package dev.portcullis.screening.risk;

/** How much care dealings with a country need, the strictest first. */
public enum Level {
    /** Nearly every dealing is prohibited or needs a license. */
    EMBARGOED,
    /** Nearly every controlled item needs a license, or all advanced ones do. */
    RESTRICTED,
    /** Many controlled items need a license. */
    ELEVATED,
    /** Nothing stands out. */
    STANDARD,
    /** License exceptions reach further than elsewhere. */
    FAVORED;

    /** The stricter of two. */
    Level strictest(Level other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
