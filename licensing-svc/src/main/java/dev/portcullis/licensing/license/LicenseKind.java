package dev.portcullis.licensing.license;

/** What a license is for; what each kind covers and must name is data, {@code licenses/kinds.json}. */
public enum LicenseKind {
    /** Exports, reexports and in-country transfers of items to consignees (15 CFR 748.4, 750.7(a)). */
    BIS_LICENSE,
    /** Releases of technology and source code to named foreign persons (15 CFR 734.13(a)(2), 748 Supp. No. 2 (o)). */
    DEEMED_EXPORT,
    /** Technology and services under one agreement, to its parties and the persons that it names. */
    TECHNICAL_ASSISTANCE,
    /** A general or open license: whoever it is open to, within what its words name, often without limit. */
    GENERAL
}
