package dev.portcullis.personnel.attestation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attestation.
 *
 * @param id opaque id
 * @param version rises by one with each change
 * @param state how far it got
 * @param attested what is attested; absent where the person was erased
 * @param draftedBy token subject
 * @param decidedBy token subject of whoever approved or withdrew it; somebody else than who drafted it where it is approved
 * @param changedAt when this state came about
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attestation(
        String id,
        long version,
        State state,
        @Nullable Attested attested,
        String draftedBy,
        @Nullable String decidedBy,
        Instant changedAt) {
    /** How far an attestation got. */
    public enum State {
        DRAFT,
        /** Frozen: the answers behind it were the same when a second person approved it. */
        APPROVED,
        WITHDRAWN
    }
}
