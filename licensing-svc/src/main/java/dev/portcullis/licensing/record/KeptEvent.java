package dev.portcullis.licensing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something after the export from which the time of keeping runs anew (15 CFR 762.6(a)).
 *
 * @param kind what it was
 * @param on the day
 * @param note how it is known
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptEvent(
        @NotNull Kind kind,
        @NotNull LocalDate on,
        @Nullable @Size(min = 1, max = 2000) String note) {
    /** What can happen. */
    public enum Kind {
        /** A reexport, transshipment or diversion that is known. */
        REEXPORT_KNOWN,
        /** The transaction ended otherwise, in writing or not. */
        TERMINATED
    }
}
