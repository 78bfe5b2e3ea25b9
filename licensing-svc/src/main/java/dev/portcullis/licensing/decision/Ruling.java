package dev.portcullis.licensing.decision;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the law says to a transaction.
 *
 * @param outcome the answer
 * @param authority what permits, such as {@code NLR} or {@code ENC}; null where nothing does
 * @param reviewPolicy how an application would be reviewed; null unless a license is required
 * @param codifiedOutcome what the text alone would lead to, where BIS enforces less than the text; null where both agree
 * @param destination the country that the law looked at; for a deemed export the one that it counts as; null where it is not known
 * @param steps the walk
 * @param citations the provisions that decided
 * @param missing the facts that a person must supply before there can be another answer than REVIEW
 * @param editions the editions of the law that were read, by name
 */
public record Ruling(
        Outcome outcome,
        @Nullable String authority,
        @Nullable String reviewPolicy,
        @Nullable Outcome codifiedOutcome,
        @Nullable CountryCode destination,
        List<Step> steps,
        List<String> citations,
        List<String> missing,
        Map<String, String> editions) {
    public Ruling {
        steps = List.copyOf(steps);
        citations = List.copyOf(citations);
        missing = List.copyOf(missing);
        editions = Map.copyOf(editions);
    }
}
