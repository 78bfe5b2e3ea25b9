package dev.portcullis.personnel.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something about a person that an officer must settle. It says what is the matter and nothing of what the sources say.
 *
 * @param version rises by one with each change
 * @param kind what is the matter
 * @param settlement how it ended; absent while it is open
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonnelCase(
        @Schema(examples = "pcs-01k9zq0v5m8y3h2t7n4c6w1xrd") String id,
        long version,
        String personId,
        String kind,
        Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String settlement) {}
