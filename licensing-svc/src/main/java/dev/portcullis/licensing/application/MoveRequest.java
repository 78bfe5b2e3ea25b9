package dev.portcullis.licensing.application;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was done, or what BIS did.
 *
 * @param move what
 * @param on the day on which it was so; today where left out
 * @param applicationNumber with {@code SUBMIT}, the application control number
 * @param workItem with {@code SUBMIT}, the number of the work item
 * @param answerBy with {@code QUESTION}, the day by which BIS wants the answer
 * @param licenseNumber with {@code GRANT}, the license or the confirmation of the notification
 * @param licenseId with {@code GRANT}, the license as it is recorded here
 * @param note why, or what BIS wrote
 */
public record MoveRequest(
        @NotNull Move move,
        @Nullable LocalDate on,

        @Nullable @Pattern(regexp = "[A-Z]\\d{6}", message = "must be a letter and six digits")
        String applicationNumber,

        @Nullable
        @Pattern(
                regexp = "[A-Za-z0-9./-]{1,40}",
                message = "must be up to 40 letters, digits, dots, slashes and hyphens")
        String workItem,

        @Nullable LocalDate answerBy,

        @Nullable
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9./-]{1,39}",
                message = "must be 2 to 40 letters, digits, dots, slashes and hyphens")
        String licenseNumber,

        @Nullable @Size(min = 1, max = 64) String licenseId,
        @Nullable @Size(min = 1, max = 4000) String note) {}
