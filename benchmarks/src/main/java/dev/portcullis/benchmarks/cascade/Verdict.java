package dev.portcullis.benchmarks.cascade;

import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the cascade says of a datasheet.
 *
 * @param status how far the law gets
 * @param paragraph the paragraph, EAR99 where none describes the item; null while that is open
 * @param subjectToEar whether publication takes the item out of the EAR (15 CFR 734.3(b)(3))
 * @param asEnforced where a rule that is not enforced bears on the answer, what the others say; else null
 */
public record Verdict(
        Status status,
        @Nullable ParagraphRef paragraph,
        Outcome subjectToEar,
        @Nullable Verdict asEnforced) {
    /** Open for want of a fact. */
    static final Verdict OPEN = new Verdict(Status.INSUFFICIENT_DATA, null, Outcome.MET, null);

    /** For a person. */
    static final Verdict REVIEW = new Verdict(Status.REVIEW, null, Outcome.MET, null);

    /** On no entry (15 CFR 734.3(c)). */
    static final Verdict EAR99 = new Verdict(Status.CLASSIFIED, new ParagraphRef(Eccn.EAR99, null), Outcome.MET, null);

    private static final Verdict NOT_SUBJECT = new Verdict(Status.CLASSIFIED, null, Outcome.NOT_MET, null);

    static Verdict of(String paragraph) {
        return new Verdict(Status.CLASSIFIED, ParagraphRef.of(paragraph), Outcome.MET, null);
    }

    /** The same where a rule that is not enforced bears on it. */
    Verdict asEnforced(Verdict enforced) {
        return new Verdict(status, paragraph, subjectToEar, enforced);
    }

    /** The same where publication may take the item out of the EAR: no entry matters to an item that the EAR does not reach. */
    Verdict publishedBy(int answer) {
        if (answer == Answer.NOT_MET) {
            return this;
        }
        if (answer == Answer.MET) {
            return (paragraph == null || paragraph.eccn().isEar99()) && asEnforced == null
                    ? NOT_SUBJECT
                    : new Verdict(
                            Status.CLASSIFIED,
                            paragraph == null || paragraph.eccn().isEar99() ? null : paragraph,
                            Outcome.NOT_MET,
                            asEnforced);
        }
        return new Verdict(status, paragraph, Outcome.UNKNOWN, asEnforced);
    }
}
