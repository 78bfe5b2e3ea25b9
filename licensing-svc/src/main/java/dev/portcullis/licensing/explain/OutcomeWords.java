package dev.portcullis.licensing.explain;

import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.determination.Step.Finding;
import dev.portcullis.licensing.regulation.ReviewPolicy;
import dev.portcullis.platform.document.Paper.Tone;
import org.jspecify.annotations.Nullable;

/** The words in which answers are given to people. */
public final class OutcomeWords {
    private OutcomeWords() {}

    /** What the answer is. */
    public static String headline(Outcome outcome, @Nullable String authority) {
        return switch (outcome) {
            case NO_LICENSE_REQUIRED -> "No license is required" + because(authority);
            case EXCEPTION ->
                authority == null ? "A license exception permits it" : "License Exception " + authority + " permits it";
            case LICENSE_REQUIRED -> "A license is required";
            case PROHIBITED -> "It may not take place";
            case REVIEW -> "A person must look before anything moves";
        };
    }

    private static String because(@Nullable String authority) {
        return switch (authority == null ? "" : authority) {
            case "NOT_SUBJECT" -> ": the item is not subject to the EAR";
            case "NOT_AN_EXPORT" -> ": what happens is no export";
            case "NOT_A_DEEMED_EXPORT" -> ": the release is no deemed export";
            case "NOT_A_DEEMED_REEXPORT" -> ": the release is no deemed reexport";
            default -> "";
        };
    }

    static String mark(Outcome outcome) {
        return switch (outcome) {
            case NO_LICENSE_REQUIRED, EXCEPTION -> "Permitted";
            case LICENSE_REQUIRED -> "Only under a license";
            case PROHIBITED -> "Prohibited";
            case REVIEW -> "Held for review";
        };
    }

    static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case NO_LICENSE_REQUIRED, EXCEPTION -> Tone.OPEN;
            case LICENSE_REQUIRED, REVIEW -> Tone.WAITS;
            case PROHIBITED -> Tone.SHUT;
        };
    }

    static String meaning(Outcome outcome) {
        return switch (outcome) {
            case NO_LICENSE_REQUIRED ->
                "Under the law of the day and the facts below, nothing that was asked requires a license. The gate may open for this"
                        + " transaction and for no other.";
            case EXCEPTION ->
                "A license would be required, and a license exception lifts the requirement. It holds only while each of its conditions does.";
            case LICENSE_REQUIRED ->
                "The law requires a license. The gate stays shut unless a license that is recorded covers the transaction.";
            case PROHIBITED -> "The gate stays shut. No license that could be recorded here opens it.";
            case REVIEW ->
                "A fact is missing or too old, or the law leaves the answer to a person. The gate stays shut until that is settled.";
        };
    }

    static String result(Finding finding) {
        return switch (finding) {
            case PASSES -> "nothing in the way";
            case CLEARS -> "asks for no license";
            case LICENSE_REQUIRED -> "license required";
            case PERMITS -> "permits";
            case PROHIBITED -> "prohibited";
            case REVIEW -> "a person must look";
            case NOTE -> "worth knowing";
        };
    }

    /** What is to happen, as the regulations call it. */
    public static String activity(Activity activity) {
        return switch (activity) {
            case EXPORT -> "export (15 CFR 734.13)";
            case REEXPORT -> "reexport (15 CFR 734.14)";
            case IN_COUNTRY_TRANSFER -> "transfer in-country (15 CFR 734.16)";
            case DEEMED_EXPORT -> "release to a foreign person in the United States (15 CFR 734.13(a)(2))";
            case DEEMED_REEXPORT -> "release to a foreign person abroad (15 CFR 734.14(a)(2))";
        };
    }

    /** How an application would be looked at. */
    public static String policy(ReviewPolicy policy) {
        return policy.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
