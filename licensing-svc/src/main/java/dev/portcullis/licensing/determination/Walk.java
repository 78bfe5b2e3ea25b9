package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.determination.Step.Finding;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.regulation.Regulations;
import dev.portcullis.licensing.regulation.ReviewPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A determination in the making: the inputs, and what the steps have found so far. Lives within one call.
 *
 * <p>Findings only ever add up; none takes another back. The strictest decides: PROHIBITED, then REVIEW, then LICENSE_REQUIRED.
 */
final class Walk {
    final Transaction transaction;
    final FactSnapshot facts;
    final List<IsInformedHold> holds;
    final List<RedFlag> flags;
    final Regulations law;

    /** A license requirement that was met. */
    record Required(
            String ruleId,
            String reason,
            String citation,
            @Nullable ReviewPolicy policy,
            boolean overcomable) {}

    private final List<Step> steps = new ArrayList<>();
    private final Set<String> questions = new LinkedHashSet<>();
    private final List<Required> required = new ArrayList<>();
    private final List<Required> possible = new ArrayList<>();
    private boolean prohibited;
    private boolean review;
    private boolean codifiedRequired;
    private boolean exceptionsBarred;

    /** The parties whose facts may be used, in the order of the transaction. */
    final List<PartyState> parties = new ArrayList<>();

    @Nullable
    ItemState item;

    @Nullable
    CountryCode destination;

    Walk(
            Transaction transaction,
            FactSnapshot facts,
            List<IsInformedHold> holds,
            List<RedFlag> flags,
            Regulations law) {
        this.transaction = transaction;
        this.facts = facts;
        this.holds = holds;
        this.flags = flags;
        this.law = law;
        this.destination = transaction.destination();
    }

    void passes(String question, List<Used> used, String explanation, String citation) {
        steps.add(Step.of(question, used, Finding.PASSES, explanation, citation));
    }

    void clears(String question, List<Used> used, String explanation, String citation) {
        steps.add(Step.of(question, used, Finding.CLEARS, explanation, citation));
    }

    void note(String question, List<Used> used, String explanation, String citation) {
        steps.add(Step.of(question, used, Finding.NOTE, explanation, citation));
    }

    void permits(String question, List<Used> used, String explanation, String citation) {
        steps.add(Step.of(question, used, Finding.PERMITS, explanation, citation));
    }

    void prohibits(String question, List<Used> used, String explanation, String citation) {
        steps.add(Step.of(question, used, Finding.PROHIBITED, explanation, citation));
        prohibited = true;
    }

    void asks(String question, List<Used> used, String open, String citation) {
        steps.add(Step.of(question, used, Finding.REVIEW, open, citation));
        questions.add(open);
        review = true;
    }

    void requires(String question, List<Used> used, String explanation, Required requirement) {
        steps.add(Step.of(question, used, Finding.LICENSE_REQUIRED, explanation, requirement.citation()));
        required.add(requirement);
    }

    /**
     * A license may be required: that turns on a fact that is not known, or on a question of law. It is asked; alone it leads to a
     * review, and beside a certain requirement no exception lifts that one unless it lifts this one too.
     */
    void mayRequire(String question, List<Used> used, String open, Required requirement) {
        steps.add(Step.of(question, used, Finding.REVIEW, open, requirement.citation()));
        questions.add(open);
        possible.add(requirement);
    }

    /** The text requires a license that is not enforced; the company has decided to follow what is enforced. */
    void requiredByTextAlone(String question, List<Used> used, String explanation, String citation) {
        clears(question, used, explanation, citation);
        codifiedRequired = true;
    }

    /** A question that would open an exception; it is told, but does not by itself ask for review. */
    void wouldAsk(String open) {
        questions.add(open);
    }

    void barExceptions() {
        exceptionsBarred = true;
    }

    boolean exceptionsBarred() {
        return exceptionsBarred;
    }

    boolean isProhibited() {
        return prohibited;
    }

    boolean isInReview() {
        return review;
    }

    List<Required> required() {
        return required;
    }

    /** What may be required beside that. */
    List<Required> possible() {
        return possible;
    }

    Ruling end(Outcome outcome, @Nullable String authority, @Nullable ReviewPolicy policy) {
        Set<String> citations = new LinkedHashSet<>();
        Finding deciding = switch (outcome) {
            case PROHIBITED -> Finding.PROHIBITED;
            case REVIEW -> Finding.REVIEW;
            case LICENSE_REQUIRED -> Finding.LICENSE_REQUIRED;
            case EXCEPTION -> Finding.PERMITS;
            case NO_LICENSE_REQUIRED -> Finding.CLEARS;
        };
        for (Step step : steps) {
            if (step.result() == deciding
                    || (outcome == Outcome.NO_LICENSE_REQUIRED && step.result() == Finding.PERMITS)) {
                citations.addAll(step.citations());
            }
        }
        Outcome codified = codifiedRequired && outcome == Outcome.NO_LICENSE_REQUIRED ? Outcome.LICENSE_REQUIRED : null;
        return new Ruling(
                outcome,
                authority,
                policy,
                codified,
                destination,
                steps,
                List.copyOf(questions),
                List.copyOf(citations),
                law.day(),
                law.edition());
    }
}
