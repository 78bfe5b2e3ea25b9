package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit to what a plan protects. Who the visitor is stands at screening-svc, under the party's id; here it is not known.
 *
 * @param id opaque id
 * @param version rises by one with each change
 * @param planId the plan
 * @param asked what was announced
 * @param enteredAt when the visitor came in; absent before
 * @param leftAt when the visitor went; absent before
 * @param announcedBy token subject
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Visit(
        String id,
        long version,
        String planId,
        Announced asked,
        @Nullable Instant enteredAt,
        @Nullable Instant leftAt,
        String announcedBy) {
    /**
     * What is announced of a visit.
     *
     * @param partyId opaque id of the visitor, or of whom the visitor is sent by, at screening-svc
     * @param screening that the visitor was screened and what came of it
     * @param escortPersonId who goes along all the time; admitted to the plan
     * @param day the day of the visit
     * @param purpose in a few words; names nobody
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Announced(
            @NotBlank @Size(max = 64) String partyId,
            @NotNull @Valid Screening screening,
            @NotBlank @Size(max = 64) String escortPersonId,
            @NotNull LocalDate day,
            @Nullable @Size(max = 500) String purpose) {}

    /**
     * A screening.
     *
     * @param reference of the screening at screening-svc
     * @param result what came of it; only {@code CLEAR} lets anybody in
     * @param screenedOn the day of the screening
     */
    @RegisterForReflection
    public record Screening(
            @NotBlank @Size(max = 64) String reference,
            @NotNull Result result,
            @NotNull LocalDate screenedOn) {
        /** What can come of a screening. */
        public enum Result {
            CLEAR,
            NOT_CLEAR
        }
    }
}
