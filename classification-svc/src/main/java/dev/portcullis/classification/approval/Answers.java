package dev.portcullis.classification.approval;

import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers in the words of the event, and how two of them differ. Pure. */
final class Answers {
    private Answers() {}

    /** What the rules answer. */
    static ItemState.Classification of(Classification answer, int datasheetNumber) {
        Classification.Figures figures = answer.figures();
        // Of an item outside the EAR no entry matters; the event wants one, and its publication says the rest.
        boolean outside = answer.eccn() == null && answer.subjectToEar() == Outcome.NOT_MET;
        List<String> open = answer.status() == Status.REVIEW
                ? answer.review()
                : answer.missing().stream()
                        .map(Classification.MissingFact::question)
                        .toList();
        return new ItemState.Classification(
                answer.status(),
                outside ? Eccn.EAR99 : answer.eccn(),
                answer.paragraph(),
                answer.relatedTo(),
                answer.edition().toString(),
                datasheetNumber,
                figures.publication(),
                number(figures.totalProcessingPerformance()),
                number(figures.performanceDensity()),
                number(figures.totalDramBandwidthGBs()),
                figures.dataCenter(),
                open);
    }

    /** The same answer with an entry that persons have settled: their own determination, or the rules' after their review. */
    static ItemState.Classification settled(ItemState.Classification answer, @Nullable Determined determined) {
        ParagraphRef paragraph = determined == null ? null : determined.paragraph();
        List<String> relatedTo = determined == null || determined.relatedTo() == null
                ? answer.relatedTo()
                : determined.relatedTo().stream().map(ParagraphRef::toString).toList();
        return with(
                answer,
                Status.CLASSIFIED,
                paragraph == null ? answer.eccn() : paragraph.eccn(),
                paragraph == null ? answer.paragraph() : paragraph.paragraph(),
                relatedTo,
                List.of());
    }

    /** An answer that permits nothing, because of what it says. */
    static ItemState.Classification open(ItemState.Classification answer, List<Reason> reasons) {
        return with(
                answer,
                Status.REVIEW,
                null,
                null,
                List.of(),
                reasons.stream().map(Reason::text).toList());
    }

    /** How a later answer differs from an earlier one in what anything is decided by; nothing where it does not. */
    static List<Reason> differences(
            ItemState.Classification before, ItemState.Classification after, Reason.Cause cause, String what) {
        List<Reason> reasons = new ArrayList<>();
        if (!label(before).equals(label(after))) {
            reasons.add(new Reason(
                    cause,
                    what + ": the answer was " + label(before) + " and is " + label(after) + ".",
                    label(before),
                    label(after)));
        }
        differ(reasons, cause, what, "what it is for", list(before.relatedTo()), list(after.relatedTo()));
        differ(reasons, cause, what, "publication", before.publication(), after.publication());
        differ(
                reasons,
                cause,
                what,
                "total processing performance",
                before.totalProcessingPerformance(),
                after.totalProcessingPerformance());
        differ(reasons, cause, what, "performance density", before.performanceDensity(), after.performanceDensity());
        differ(reasons, cause, what, "total DRAM bandwidth", before.totalDramBandwidth(), after.totalDramBandwidth());
        differ(reasons, cause, what, "data center", before.dataCenter(), after.dataCenter());
        if (reasons.isEmpty()) {
            differ(reasons, cause, what, "open questions", list(before.missing()), list(after.missing()));
        }
        return reasons;
    }

    private static void differ(
            List<Reason> reasons,
            Reason.Cause cause,
            String what,
            String name,
            @Nullable Object before,
            @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            String was = before == null ? "not known" : before.toString();
            String is = after == null ? "not known" : after.toString();
            reasons.add(new Reason(cause, what + ": " + name + " was " + was + " and is " + is + ".", was, is));
        }
    }

    private static String list(List<String> words) {
        return words.isEmpty() ? "none" : String.join("; ", words);
    }

    private static String label(ItemState.Classification answer) {
        Eccn eccn = answer.eccn();
        if (eccn == null) {
            return answer.status().name();
        }
        String entry = answer.paragraph() == null ? eccn.value() : eccn.value() + "." + answer.paragraph();
        return answer.status() == Status.CLASSIFIED ? entry : entry + " (" + answer.status() + ")";
    }

    private static ItemState.Classification with(
            ItemState.Classification answer,
            Status status,
            @Nullable Eccn eccn,
            @Nullable String paragraph,
            List<String> relatedTo,
            List<String> missing) {
        return new ItemState.Classification(
                status,
                eccn,
                paragraph,
                relatedTo,
                answer.edition(),
                answer.datasheetVersion(),
                answer.publication(),
                answer.totalProcessingPerformance(),
                answer.performanceDensity(),
                answer.totalDramBandwidth(),
                answer.dataCenter(),
                missing);
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }
}
