package dev.portcullis.screening.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is known beside the names, and what it does to the score.
 *
 * @param kind what is compared
 * @param verdict how it compares
 * @param asked what is known of whoever is looked for
 * @param listed what the list says
 * @param effect what it adds to the score, negative where it takes away; -1 to 1
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(Kind kind, Verdict verdict, String asked, String listed, double effect) {
    /** What is compared. */
    @RegisterForReflection
    public enum Kind {
        COUNTRY,
        BIRTH,
        ADDRESS,
        IDENTIFIER,
        /** A weak alias that is met beside another name. */
        WEAK_ALIAS
    }

    /** How it compares. */
    @RegisterForReflection
    public enum Verdict {
        AGREES,
        CONTRADICTS
    }
}
