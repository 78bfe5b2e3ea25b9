package dev.portcullis.classification.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.classification.controllist.OtherLists.Numbers;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.Posture;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Publication;
import dev.portcullis.contracts.ItemState.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reasoned answer.
 *
 * @param status how far it got
 * @param subjectToEar whether the item is subject to the EAR, as far as publication decides it
 * @param eccn the entry; absent while the law leaves it open, and where the item is not subject to the EAR and no entry describes it
 * @param paragraph the paragraph within the entry
 * @param title what the entry is about
 * @param otherLists what the entry is called on the lists of others; absent where it has no counterpart
 * @param relatedTo for software and technology, the controlled paragraphs that it is for
 * @param posture how the deciding rule stands with the agency
 * @param asEnforced where the deciding rule is not enforced, what the rest of the list says
 * @param summary the answer in a sentence
 * @param asOf the day whose law was applied
 * @param edition issue date of the control list
 * @param figures the figures that were worked out
 * @param missing facts that would change the answer
 * @param review what a person has to settle
 * @param remarks what was assumed or not looked at
 * @param jurisdiction what could take the item out of the EAR
 * @param walk the paragraphs in the order of review, up to the one that decides
 * @param company what the company asks for beside the law; where that calls for a review the status is REVIEW, and the entry stays
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Classification(
        Status status,
        Outcome subjectToEar,
        @Nullable Eccn eccn,
        @Nullable String paragraph,
        @Nullable String title,
        @Nullable Numbers otherLists,
        List<String> relatedTo,
        @Nullable Posture posture,
        @Nullable AsEnforced asEnforced,
        String summary,
        LocalDate asOf,
        LocalDate edition,
        Figures figures,
        List<MissingFact> missing,
        List<String> review,
        List<Remark> remarks,
        List<Candidate> jurisdiction,
        List<Candidate> walk,
        List<CompanyTrigger> company) {

    public Classification {
        relatedTo = List.copyOf(relatedTo);
        missing = List.copyOf(missing);
        review = List.copyOf(review);
        remarks = List.copyOf(remarks);
        jurisdiction = List.copyOf(jurisdiction);
        walk = List.copyOf(walk);
        company = List.copyOf(company);
    }

    /**
     * Figures that requirements and review policies turn on; absent where unknown.
     *
     * @param totalProcessingPerformance TPP; for an assembly the aggregate over its circuits
     * @param performanceDensity TPP per square millimeter; absent for an assembly
     * @param totalDramBandwidthGBs gigabytes per second over all memory
     * @param dataCenter whether designed or marketed for data centers
     * @param trainingOperations operations that trained a model
     * @param publication whether published and so not subject to the EAR
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figures(
            @Nullable BigDecimal totalProcessingPerformance,
            @Nullable BigDecimal performanceDensity,
            @Nullable BigDecimal totalDramBandwidthGBs,
            @Nullable Boolean dataCenter,
            @Nullable BigDecimal trainingOperations,
            Publication publication) {}

    /**
     * A fact that is missing.
     *
     * @param fact its name
     * @param field where to state it in the datasheet, a JSON pointer
     * @param question what to ask
     * @param wouldDecide the paragraphs that stand open for want of it
     * @param otherwise what the item is where none of them is met
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MissingFact(
            String fact,
            String field,
            String question,
            List<String> wouldDecide,
            @Nullable String otherwise) {}

    /**
     * What the list says without the rules that are codified and not enforced.
     *
     * @param status how far it gets
     * @param eccn the entry
     * @param paragraph the paragraph
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AsEnforced(
            Status status, @Nullable Eccn eccn, @Nullable String paragraph) {}

    /**
     * A reason of the company's own for a review; not law.
     *
     * @param trigger its id
     * @param title what it is about
     * @param basis where the company has it from
     * @param callsForReview whether a person has to look, because it holds or because that cannot be told
     * @param review what the reviewer has to settle
     * @param criteria what became of what it asks
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record CompanyTrigger(
            String trigger, String title, String basis, boolean callsForReview, String review, Finding criteria) {}

    /**
     * Something to know beside the rules.
     *
     * @param text what
     * @param citation where it stands
     */
    public record Remark(String text, String citation) {}
}
