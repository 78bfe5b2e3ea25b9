package dev.portcullis.screening.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CaseState;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Decision;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a case.
 *
 * @param number 1, 2, 3 within the case: the version that came of it
 * @param cause what was done
 * @param state where the case stood then
 * @param at when
 * @param by whose account did it; absent where the service did
 * @param said what was said
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseStep(
        long number,
        CaseState.Cause cause,
        Case.State state,
        Instant at,
        @Nullable Person by,
        Said said) {

    /**
     * Who did something.
     *
     * @param subject the token's subject: two are the same person exactly where their subjects are equal
     * @param name the account's name, for people to read
     */
    @RegisterForReflection
    public record Person(String subject, String name) {}

    /**
     * What a person says.
     *
     * @param decision what is proposed or agreed to
     * @param note in plain words
     * @param evidence SHA-256 digests of documents, in hexadecimal
     * @param assignee who is to look at it
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Said(
            @Nullable Decision decision,
            @Nullable String note,
            List<String> evidence,
            @Nullable String assignee) {
        /** Nothing. */
        public static final Said NOTHING = new Said(null, null, List.of(), null);

        public Said {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }

        /** A note alone. */
        public static Said note(@Nullable String text) {
            return new Said(null, text, List.of(), null);
        }
    }
}
