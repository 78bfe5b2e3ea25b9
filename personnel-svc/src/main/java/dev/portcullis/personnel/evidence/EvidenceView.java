package dev.portcullis.personnel.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.personnel.person.Verifications;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as officers see it: of what kind of fact, and where it stands. What the document is stays sealed.
 *
 * @param version rises by one with each change
 * @param factKind the kind of the fact, not what it says
 * @param expiresOn the last day on which it is relied on
 */
@RegisterForReflection(targets = {EvidenceView.class, Verifications.Kind.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceView(
        @Schema(examples = "evd-01k9zq0v5m8y3h2t7n4c6w1xrd") String id,
        long version,
        String personId,
        String factKind,
        State state,
        String enteredBy,
        Instant enteredAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable LocalDate expiresOn) {

    /** Where evidence stands. */
    public enum State {
        ENTERED,
        VERIFIED,
        REFUSED,
        EXPIRED,
        /** The fact on record is another one by now. */
        SUPERSEDED
    }
}
