package dev.portcullis.licensing.license;

/** What a license is for; each kind covers its own activities only. */
public enum LicenseKind {
    /** Exports, reexports and in-country transfers of items to consignees (15 CFR 748.4, 750.7(a)). */
    BIS_LICENSE,
    /** Releases of technology and source code to named foreign persons (15 CFR 734.13(a)(2), 748 Supp. No. 2 (o)). */
    DEEMED_EXPORT
}
