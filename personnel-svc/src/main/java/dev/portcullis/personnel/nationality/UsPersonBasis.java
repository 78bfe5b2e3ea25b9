package dev.portcullis.personnel.nationality;

/** On what somebody's being no foreign person rests (15 CFR 772.1, "foreign person"; 8 U.S.C. 1324b(a)(3)). */
public enum UsPersonBasis {
    /** A citizen of the United States: 8 U.S.C. 1324b(a)(3)(A). */
    CITIZEN("8 U.S.C. 1324b(a)(3)(A)"),
    /** A national, but not a citizen, of the United States (8 U.S.C. 1408): 8 U.S.C. 1324b(a)(3)(A). */
    NATIONAL("8 U.S.C. 1324b(a)(3)(A)"),
    /** Lawfully admitted for permanent residence; 15 CFR 772.1 names this status by itself. */
    PERMANENT_RESIDENT("15 CFR 772.1 \"foreign person\""),
    /** Admitted as a refugee under 8 U.S.C. 1157. */
    REFUGEE("8 U.S.C. 1324b(a)(3)(B)"),
    /** Granted asylum under 8 U.S.C. 1158; an application that is pending is not enough. */
    ASYLEE("8 U.S.C. 1324b(a)(3)(B)"),
    /**
     * Admitted for temporary residence under 8 U.S.C. 1160(a) or 1255a(a)(1), the legalization programs of 1986. Of the second, the status
     * ends by itself unless adjusted within 43 months (8 U.S.C. 1255a(b)(2)(C)), so it counts only where its end is on record and has not
     * come.
     */
    TEMPORARY_RESIDENT("8 U.S.C. 1324b(a)(3)(B)"),
    /** None of these: a foreign person. */
    NONE("15 CFR 772.1 \"foreign person\"");

    private final String citation;

    UsPersonBasis(String citation) {
        this.citation = citation;
    }

    /** Where the law names it. */
    public String citation() {
        return citation;
    }
}
