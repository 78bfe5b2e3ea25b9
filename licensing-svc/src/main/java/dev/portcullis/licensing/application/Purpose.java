package dev.portcullis.licensing.application;

/** What is asked of BIS. */
public enum Purpose {
    /** A license. */
    LICENSE,
    /** Confirmation of a notification under License Exception NAC (15 CFR 740.8(b)). */
    NAC_NOTIFICATION
}
