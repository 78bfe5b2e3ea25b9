package dev.portcullis.screening.cases;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a case.
 *
 * @param by the person's token subject: two are the same person exactly where their subjects are equal
 * @param at when
 * @param outcome what the person says
 * @param reasons codes of the policy
 * @param evidence SHA-256 digests of the documents that it rests on, in hexadecimal
 * @param until the last day of the clearance, where the outcome is one
 */
@RegisterForReflection
public record Decision(
        String by,
        Instant at,
        Case.Outcome outcome,
        List<String> reasons,
        List<String> evidence,
        @Nullable LocalDate until) {
    public Decision {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }
}
