package dev.portcullis.licensing.usage;

import dev.portcullis.licensing.license.Coverage;
import dev.portcullis.licensing.license.Outcome;
import dev.portcullis.licensing.license.Outcome.Moved;
import dev.portcullis.licensing.license.Outcome.Refused;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.ProblemException;
import dev.portcullis.platform.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** Tells a caller why nothing moved. */
final class Refusals {
    private Refusals() {}

    /**
     * What moved.
     *
     * @throws ProblemException where nothing did
     */
    static Moved moved(Outcome outcome) {
        if (outcome instanceof Refused refused) {
            throw problem(refused);
        }
        return (Moved) outcome;
    }

    /** The problem that an answer tells; for a license that does not cover, each check that fails. */
    static ProblemException problem(Refused refused) {
        return switch (refused.why()) {
            case UNKNOWN -> Problems.unprocessable("/parts", refused.detail());
            case REFERENCE_USED, NOT_POSSIBLE -> Problems.conflict(refused.detail());
            case NOT_COVERED -> Problems.unprocessable(errors(refused.considered()));
        };
    }

    private static List<FieldError> errors(List<Coverage> considered) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < considered.size(); i++) {
            Coverage coverage = considered.get(i);
            String place = "/parts/" + i;
            coverage.checks().stream()
                    .filter(check -> !check.holds())
                    .forEach(check -> errors.add(new FieldError(
                            place,
                            null,
                            "license " + coverage.licenseNumber() + ", " + check.of() + ": " + check.explanation())));
        }
        return errors;
    }
}
