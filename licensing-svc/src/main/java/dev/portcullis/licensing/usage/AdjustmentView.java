package dev.portcullis.licensing.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction of what counts as drawn.
 *
 * @param licenseId the license
 * @param number its number among the corrections of the license, from 1
 * @param state whether a second person agreed
 * @param line the line
 * @param quantity units by which what is drawn rises, less than zero where it falls
 * @param value value by which it rises
 * @param reason why, in words
 * @param proposedBy token subject of who proposed it
 * @param proposedAt when
 * @param decidedBy token subject of who agreed or refused, somebody else
 * @param decidedAt when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdjustmentView(
        String licenseId,
        int number,
        State state,
        int line,
        BigDecimal quantity,
        BigDecimal value,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {
    /** How far a correction is. */
    public enum State {
        PROPOSED,
        AGREED,
        REFUSED
    }
}
