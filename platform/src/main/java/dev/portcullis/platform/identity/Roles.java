package dev.portcullis.platform.identity;

/** The roles of the realm, one a duty. */
public final class Roles {
    public static final String COMPLIANCE_OFFICER = "compliance-officer";
    public static final String LICENSE_MANAGER = "license-manager";
    public static final String CLASSIFIER = "classifier";
    public static final String HR_SYNC = "hr-sync";
    public static final String SCREENER = "screener";
    public static final String APPROVER = "approver";
    public static final String ENGINEER = "engineer";
    public static final String AUDITOR = "auditor";
    public static final String GATEWAY = "gateway";

    private Roles() {}
}
