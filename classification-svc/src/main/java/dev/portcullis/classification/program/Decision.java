package dev.portcullis.classification.program;

import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.contracts.ItemState.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of a datasheet, without the reasons and without what the company asks beside the law.
 *
 * @param status how far the law gets
 * @param paragraph the paragraph that classifies the item, EAR99 where none does; null while that is open, and where the item is not
 *     subject to the EAR and no entry describes it
 * @param subjectToEar whether the item is subject to the EAR, as far as publication decides it
 * @param asEnforced where a rule that is not enforced bears on the answer, what the others say; else null
 */
public record Decision(
        Status status,
        @Nullable ParagraphRef paragraph,
        Outcome subjectToEar,
        @Nullable AsEnforced asEnforced) {

    /**
     * What the list says without the rules that are codified and not enforced.
     *
     * @param status how far it gets
     * @param paragraph the paragraph; null unless classified
     */
    public record AsEnforced(Status status, @Nullable ParagraphRef paragraph) {}
}
