package dev.portcullis.licensing.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.determination.Step;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.regulation.ReviewPolicy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A determination as it was made, never changed afterwards.
 *
 * @param id opaque id
 * @param transaction what was asked about
 * @param outcome the answer; a release is possible only under {@code NO_LICENSE_REQUIRED}, {@code EXCEPTION}, or a license where
 *     {@code LICENSE_REQUIRED}
 * @param authority what permits; absent where nothing does
 * @param reviewPolicy how an application would be reviewed; absent unless a license is required
 * @param codifiedOutcome what the text alone would lead to, where BIS enforces less than the text; absent where both agree
 * @param destination the country that the law looked at; absent where it is not known
 * @param steps the walk
 * @param citations the provisions that decided
 * @param missing the facts that a person must supply
 * @param facts the facts that were used, in their versions
 * @param holds ids of the is-informed letters in force that were held against the transaction
 * @param redFlags ids of the red flags that reach the transaction, open or closed
 * @param editions the editions of the law that were read
 * @param asOf the day whose law was applied
 * @param determinedAt when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Determination(
        String id,
        Transaction transaction,
        Outcome outcome,
        @Nullable String authority,
        @Nullable ReviewPolicy reviewPolicy,
        @Nullable Outcome codifiedOutcome,
        @Nullable CountryCode destination,
        List<Step> steps,
        List<String> citations,
        List<String> missing,
        List<FactUsed> facts,
        List<String> holds,
        List<String> redFlags,
        Map<String, String> editions,
        LocalDate asOf,
        Instant determinedAt) {
    public Determination {
        steps = List.copyOf(steps);
        citations = List.copyOf(citations);
        missing = List.copyOf(missing);
        facts = List.copyOf(facts);
        holds = List.copyOf(holds);
        // A determination from before there were red flags saw none.
        redFlags = redFlags == null ? List.of() : List.copyOf(redFlags);
        editions = Collections.unmodifiableMap(new TreeMap<>(editions));
    }

    /** The state as other services see it: a topic has readers of every kind, so it tells nobody's nationality. */
    DeterminationState toState() {
        Determination shown = Disclosure.WITHOUT_NATIONALITY.of(this);
        return new DeterminationState(
                id,
                1,
                transaction.activity(),
                transaction.itemId(),
                transaction.partyIds(),
                transaction.personId(),
                shown.destination,
                outcome,
                shown.authority,
                shown.citations,
                asOf,
                determinedAt);
    }
}
