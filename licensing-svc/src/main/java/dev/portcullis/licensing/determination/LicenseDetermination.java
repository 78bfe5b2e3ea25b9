package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Form;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.regulation.Regulations;
import dev.portcullis.licensing.regulation.ReviewPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walk of Supplement No. 1 to 15 CFR Part 732: who and what, is it subject to the EAR, embargoes, reasons for control, end
 * uses and users, and last the exceptions. Each step adds to the answer and none takes back; what is not known never permits.
 */
public final class LicenseDetermination {
    private LicenseDetermination() {}

    /**
     * Determines what a transaction needs.
     *
     * @param transaction what is to happen
     * @param facts what is known of item, parties and person
     * @param holds the company's "is informed" letters, in effect or not
     * @param flags the red flags that people have seen, open or closed
     * @param law the law of the day
     */
    public static Ruling determine(
            Transaction transaction,
            FactSnapshot facts,
            List<IsInformedHold> holds,
            List<RedFlag> flags,
            Regulations law) {
        Walk walk = new Walk(transaction, facts, holds, flags, law);
        ItemState item = FactSteps.item(walk);
        FactSteps.parties(walk);
        RedFlagStep.judge(walk);
        PersonStep.Standing standing = transaction.toPerson() ? PersonStep.judge(walk) : PersonStep.Standing.NONE;
        String outside = SubjectStep.judge(walk, item);
        boolean notSubject = SubjectStep.NOT_SUBJECT.equals(outside);
        PartySteps.lists(walk, notSubject);
        OwnershipStep.judge(walk, notSubject);
        EmbargoStep.parties(walk);
        if (outside != null) {
            EmbargoStep.published(walk);
        }
        if (walk.isProhibited()) {
            return walk.end(Outcome.PROHIBITED, null, null);
        }
        if (outside == null) {
            outside = outsideDeemedExports(walk, item, standing);
        }
        if (outside != null) {
            if (SubjectStep.NOT_AN_EXPORT.equals(outside) && item != null && walk.destination != null) {
                // Whatever is no export may still be support for an end use (15 CFR 744.6), and stays under the
                // company's letters.
                EndUseStep.judge(walk, item, walk.destination);
                HoldStep.judge(walk, item, walk.destination);
                return conclude(walk, item, outside);
            }
            return walk.isInReview()
                    ? walk.end(Outcome.REVIEW, null, null)
                    : walk.end(Outcome.NO_LICENSE_REQUIRED, outside, null);
        }
        if (item != null && walk.destination != null) {
            EmbargoStep.judge(walk, item, walk.destination);
            ControlSteps.judge(walk, item, walk.destination);
            HoldStep.judge(walk, item, walk.destination);
            EndUseStep.judge(walk, item, walk.destination);
            TransitStep.judge(walk, item);
        }
        return conclude(walk, item, "NLR");
    }

    private static Ruling conclude(Walk walk, @Nullable ItemState item, String whereNothingIsRequired) {
        if (walk.isProhibited()) {
            return walk.end(Outcome.PROHIBITED, null, null);
        }
        if (walk.isInReview() || item == null || walk.destination == null) {
            return walk.end(Outcome.REVIEW, null, null);
        }
        if (walk.required().isEmpty() && walk.possible().isEmpty()) {
            return walk.end(Outcome.NO_LICENSE_REQUIRED, whereNothingIsRequired, null);
        }
        ExceptionSteps.Lifting lifting = ExceptionSteps.find(walk, item, walk.destination);
        if (lifting.exception() != null) {
            return walk.end(Outcome.EXCEPTION, lifting.exception(), null);
        }
        if (walk.required().isEmpty() || lifting.butForWhatIsPossible()) {
            return walk.end(Outcome.REVIEW, null, null);
        }
        ReviewPolicy policy = PolicyStep.find(walk, item, walk.destination);
        return walk.end(Outcome.LICENSE_REQUIRED, null, policy);
    }

    /** What a release to a person is when it is no deemed export; null where it may be one. */
    private static @Nullable String outsideDeemedExports(
            Walk walk, @Nullable ItemState item, PersonStep.Standing standing) {
        if (standing == PersonStep.Standing.US_PERSON) {
            return "NOT_A_DEEMED_EXPORT";
        }
        if (standing == PersonStep.Standing.FOREIGN
                && item != null
                && (item.form() == Form.COMMODITY || item.form() == Form.OBJECT_CODE)) {
            walk.permits(
                    "Is technology or source code released?",
                    List.of(FactSteps.used(walk, "form", item.form().name())),
                    "A release of commodities or object code to a person in the United States is no deemed export.",
                    "15 CFR 734.13(a)(2)");
            return "NOT_A_DEEMED_EXPORT";
        }
        return null;
    }
}
