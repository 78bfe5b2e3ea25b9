package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.regulation.ReviewPolicy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law says to a transaction.
 *
 * @param outcome the answer
 * @param authority what permits: {@code NLR}, {@code NOT_SUBJECT}, {@code NOT_A_DEEMED_EXPORT} or an exception; null where nothing does
 * @param reviewPolicy how an application would be reviewed; null unless a license is required
 * @param codifiedOutcome what the text alone would lead to, where BIS enforces less than the text; null where both agree
 * @param destination the country of the release, for a person the country that the person counts as; null where it is not known
 * @param steps the walk
 * @param openQuestions what a person must answer, or which facts are missing
 * @param citations the provisions that decided
 * @param asOf the day whose law was applied
 * @param edition the edition of the regulations from which the data was compiled
 */
public record Ruling(
        Outcome outcome,
        @Nullable String authority,
        @Nullable ReviewPolicy reviewPolicy,
        @Nullable Outcome codifiedOutcome,
        @Nullable CountryCode destination,
        List<Step> steps,
        List<String> openQuestions,
        List<String> citations,
        LocalDate asOf,
        String edition) {
    public Ruling {
        steps = List.copyOf(steps);
        openQuestions = List.copyOf(openQuestions);
        citations = List.copyOf(citations);
    }
}
