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
