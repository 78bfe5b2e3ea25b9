package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signature under a briefing.
 *
 * @param id opaque id
 * @param planId the plan
 * @param personId who was briefed
 * @param edition of the briefing
 * @param method how it was signed
 * @param evidenceSha256 digest of the signed paper; absent where the person signed with a token of its own
 * @param signedAt when
 * @param validUntil the last day on which it is good
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Signature(
        String id,
        String planId,
        String personId,
        int edition,
        Method method,
        @Nullable String evidenceSha256,
        Instant signedAt,
        LocalDate validUntil) {
    /** How a briefing can be signed. */
    public enum Method {
        /** The person did, signed in under its own account. */
        OWN_TOKEN,
        /** On paper or elsewhere; somebody else recorded it and keeps the evidence. */
        RECORDED
    }
}
