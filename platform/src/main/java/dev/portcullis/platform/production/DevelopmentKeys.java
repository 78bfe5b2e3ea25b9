package dev.portcullis.platform.production;

/** Keys that stand in this repository and therefore prove nothing. A production start with one of them is refused. */
public final class DevelopmentKeys {
    /** The Ed25519 key of the development overlay: the secret key of RFC 8032, section 7.1, test 1, as PKCS #8. */
    public static final String LEDGER = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    private DevelopmentKeys() {}
}
