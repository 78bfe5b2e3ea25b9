package dev.portcullis.screening.cases;

import dev.portcullis.screening.cases.Case.Outcome;
import dev.portcullis.screening.cases.CaseRefusedException.Cause;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.regex.Pattern;

/** Whether a decision is complete by the policy. */
final class Decisions {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private Decisions() {}

    /**
     * Checks a decision.
     *
     * @throws CaseRefusedException where it gives no reason, one for the other answer, too little evidence, or a clearance without a last day
     */
    static void check(Decision decision, CasePolicy policy) {
        require(!decision.by().isBlank(), "A decision is somebody's.");
        require(!decision.reasons().isEmpty(), "A decision gives a reason.");
        for (String digest : decision.evidence()) {
            require(DIGEST.matcher(digest).matches(), "Evidence is named by its SHA-256 digest.");
        }
        int documents = new HashSet<>(decision.evidence()).size();
        for (String code : decision.reasons()) {
            Reason reason = policy.reason(code)
                    .orElseThrow(() -> new CaseRefusedException(
                            Cause.INCOMPLETE,
                            "The policy " + policy.version() + " does not know a reason that is given."));
            require(
                    reason.outcome() == decision.outcome(),
                    "The reason " + reason.code() + " speaks for " + reason.outcome() + ".");
            require(
                    documents >= reason.evidence(),
                    "The reason " + reason.code() + " needs " + reason.evidence() + " documents.");
        }
        checkEnd(decision, policy);
    }

    private static void checkEnd(Decision decision, CasePolicy policy) {
        LocalDate until = decision.until();
        if (decision.outcome() == Outcome.THE_SAME) {
            require(until == null, "That they are the same has no last day.");
            return;
        }
        LocalDate today = LocalDate.ofInstant(decision.at(), ZoneOffset.UTC);
        require(until != null, "A clearance has a last day: give it as until.");
        if (until != null) {
            require(!until.isBefore(today), "A clearance does not end before it begins.");
            LocalDate latest = today.plus(policy.clearedFor());
            require(!until.isAfter(latest), "A clearance lasts until " + latest + " at the most.");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new CaseRefusedException(Cause.INCOMPLETE, message);
        }
    }
}
