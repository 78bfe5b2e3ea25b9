package dev.portcullis.licensing.decision;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.determination.Step;
import dev.portcullis.licensing.determination.Step.Finding;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.platform.identity.Roles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much of a decision its reader is shown.
 *
 * <p>A decision on a release to a person tells the person's nationality in many ways: by the country, the steps, provisions and
 * open questions; by what permits, for no deemed export means a US person, and an exception means certain countries; by the license
 * that was drawn upon; and by the digest, which confirms a guess. Nationality is for those whose duty turns on it. All others see
 * the answer, the facts in their versions and what they can do. A decision on anything else is the same for everybody.
 */
public enum Disclosure {
    /** Every step. */
    WHOLE,
    /** Of a release to a person, nothing that tells the person's nationality beyond the answer itself. */
    WITHOUT_NATIONALITY;

    /** For the reader of an operation's description. */
    public static final String IN_WORDS = """
            Of a release to a person, only compliance officers, license managers and auditors see what tells the person's
            nationality. Others see the outcome and the facts' versions; `withheld` then names what is left out. A release to
            anybody else is shown alike to all who may read it.
            """;

    /** What an answer says that withholds something. */
    public static final String WITHHELD =
            "What would tell the person's nationality: country, steps, provisions, authority, license and digest.";

    /** Officers resolve reviews, license managers apply for licenses by country, auditors replay decisions. */
    private static final Set<String> NEED_TO_KNOW =
            Set.of(Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR);

    /** On which every release to a person is judged, whoever the person is. */
    private static final List<String> PROVISIONS = List.of("15 CFR 734.13(a)(2), 734.14(a)(2)");

    /** What a reader is shown. */
    public static Disclosure to(Predicate<String> hasRole) {
        return NEED_TO_KNOW.stream().anyMatch(hasRole) ? WHOLE : WITHOUT_NATIONALITY;
    }

    /** Whether a decision on the transaction is shown in part only. */
    public boolean withholds(Transaction transaction) {
        return this == WITHOUT_NATIONALITY && transaction.toPerson();
    }

    /** A determination as it is shown. */
    public Determination of(Determination whole) {
        if (!withholds(whole.transaction())) {
            return whole;
        }
        return new Determination(
                whole.id(),
                whole.transaction(),
                whole.outcome(),
                null,
                null,
                null,
                null,
                List.of(new Step(
                        "May the item be released to this person?",
                        Map.of(),
                        finding(whole.outcome()),
                        inWords(whole.outcome()),
                        PROVISIONS)),
                PROVISIONS,
                FactUsed.unusable(whole.facts()),
                whole.facts(),
                whole.holds(),
                whole.redFlags(),
                whole.editions(),
                whole.asOf(),
                whole.determinedAt());
    }

    private static Finding finding(Outcome outcome) {
        return switch (outcome) {
            case NO_LICENSE_REQUIRED -> Finding.CLEARS;
            case EXCEPTION -> Finding.PERMITS;
            case LICENSE_REQUIRED -> Finding.LICENSE_REQUIRED;
            case PROHIBITED -> Finding.PROHIBITED;
            case REVIEW -> Finding.REVIEW;
        };
    }

    private static String inWords(Outcome outcome) {
        return switch (outcome) {
            case NO_LICENSE_REQUIRED -> "No license is needed to release this item to this person.";
            case EXCEPTION -> "A license exception permits the release of this item to this person.";
            case LICENSE_REQUIRED -> "A license is needed to release this item to this person.";
            case PROHIBITED -> "This item may not be released to this person.";
            case REVIEW -> "A compliance officer must look before this item is released to this person.";
        };
    }
}
