package dev.portcullis.classification.datasheet;

/** How the figures of a datasheet came about, from weak to strong. */
public enum Provenance {
    /** Stated by the item's owner. */
    DECLARED,
    /** Computed from other figures or from the files themselves. */
    DERIVED,
    /** Stated by a third party that answers for it, such as the designer of a circuit. */
    ATTESTED,
    /** Taken by a test. */
    MEASURED
}
