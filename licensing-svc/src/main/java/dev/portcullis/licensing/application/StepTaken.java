package dev.portcullis.licensing.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an application.
 *
 * @param step {@code DRAFTED}, {@code EDITED}, {@code APPROVED} or the name of a {@link Move}
 * @param on the day on which it was so, which may be earlier than that of its recording
 * @param by subject of the caller
 * @param at when it was recorded
 * @param note why, or what BIS wrote
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepTaken(
        String step,
        LocalDate on,
        String by,
        Instant at,
        @Nullable String note) {
    static final String DRAFTED = "DRAFTED";
    static final String EDITED = "EDITED";
    static final String APPROVED = "APPROVED";
}
