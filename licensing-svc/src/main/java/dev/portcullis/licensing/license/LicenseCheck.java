package dev.portcullis.licensing.license;

/** What a license and a transaction are held against each other by; which of them a license must name is set for each kind. */
public enum LicenseCheck {
    /** The legal entity that exports. */
    LEGAL_ENTITY,
    /** The part of the company that exports. */
    ORGANIZATION_UNIT,
    /** The parties to the transaction. */
    PARTY,
    /** The roles in which they take part. */
    PARTY_ROLE,
    /** The item. */
    ITEM,
    /** The item's entry, its ECCN. */
    CONTROL_CLASS,
    /** The contract, order or agreement that the license was granted for. */
    REFERENCE_DOCUMENT,
    /** The country of destination. */
    COUNTRY;

    /** How many a license of a kind must name. */
    public enum Demand {
        /** It need not name any; what it names nevertheless binds. */
        NONE,
        /** Exactly one. */
        ONE,
        /** At least one. */
        LIST
    }
}
