package dev.portcullis.classification.approval;

import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.Candidate;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.program.Decision;
import dev.portcullis.classification.rules.CompanyPolicy;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the way from one law to another means for classifications. Most are not affected: where the compiled rules decide a commodity or a
 * model as before, the walk that explains is spared. Pure.
 */
final class LawEffect {
    private final Classifier classifier;
    private final CompanyPolicy policy;
    private final LocalDate day;
    private final LawMark from;
    private final LawMark towards;
    private final boolean sameTexts;

    LawEffect(Law law, CompanyPolicy policy, LocalDate day, LawMark from, LawMark towards) {
        this.classifier = new Classifier(law, policy);
        this.policy = policy;
        this.day = day;
        this.from = from;
        this.towards = towards;
        this.sameTexts = from.sameTexts(towards);
    }

    /**
     * What it means for one.
     *
     * @param then what the rules answered
     * @param edition the edition that they answered by
     * @param datasheet the item's latest, everything looked up
     * @param number its number
     * @return the reasons to reopen it whatever the rules answer now, which may be none; empty where it is not affected
     */
    Optional<List<Reason>> on(ItemState.Classification then, LocalDate edition, Datasheet datasheet, int number) {
        // One that was worked out by the new edition already knows what that changed.
        boolean known = edition.equals(towards.edition()) && !from.edition().equals(towards.edition());
        if (sameTexts && decidedAsBefore(then, datasheet)) {
            List<Reason> reasons = known ? List.of() : from.reasons(towards, then.eccn(), List.of());
            return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
        }
        Classification answer = classifier.classify(datasheet, day);
        List<Eccn> asked = answer.walk().stream()
                .map(Candidate::paragraph)
                .filter(Objects::nonNull)
                .map(ParagraphRef::eccn)
                .toList();
        List<Reason> reasons = new ArrayList<>(known ? List.of() : from.reasons(towards, then.eccn(), asked));
        ItemState.Classification now = Answers.of(answer, number);
        boolean differs =
                !Answers.differences(then, now, Reason.Cause.LAW, "The law").isEmpty();
        return differs || !reasons.isEmpty() ? Optional.of(reasons) : Optional.empty();
    }

    /**
     * Whether the compiled rules settle that nothing differs: a commodity or a model that is in the same paragraph as before. Figures follow
     * from the datasheet alone; what the company asks, and what software and technology are for, the program does not tell.
     */
    private boolean decidedAsBefore(ItemState.Classification then, Datasheet datasheet) {
        Datasheet.Kind kind = datasheet.kind();
        if (kind == Datasheet.Kind.SOFTWARE
                || kind == Datasheet.Kind.TECHNOLOGY
                || then.status() != Status.CLASSIFIED
                || policy.triggers().stream()
                        .anyMatch(trigger -> trigger.appliesTo().contains(kind))) {
            return false;
        }
        Decision decision = classifier.decide(datasheet, day);
        ParagraphRef paragraph = decision.paragraph();
        return decision.status() == Status.CLASSIFIED
                && decision.subjectToEar() == Outcome.MET
                && then.publication() == ItemState.Publication.NOT_PUBLISHED
                && paragraph != null
                && paragraph.eccn().equals(then.eccn())
                && Objects.equals(paragraph.paragraph(), then.paragraph());
    }
}
