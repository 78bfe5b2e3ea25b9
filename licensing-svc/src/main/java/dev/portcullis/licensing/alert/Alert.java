package dev.portcullis.licensing.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at.
 *
 * @param id opaque id
 * @param licenseId the license
 * @param licenseNumber its number
 * @param kind of what
 * @param part the line or the condition; 0 where it is the license
 * @param threshold which threshold was reached, in days or percent
 * @param message in words
 * @param raisedAt when
 * @param acknowledgedBy token subject of who looked at it
 * @param acknowledgedAt when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
        String id,
        String licenseId,
        String licenseNumber,
        Kind kind,
        int part,
        int threshold,
        String message,
        Instant raisedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {
    /** Of what. */
    public enum Kind {
        /** The last day of a license comes near. */
        EXPIRY,
        /** A line is nearly or wholly drawn. */
        BALANCE,
        /** A condition is to be met soon. */
        CONDITION_DUE,
        /** A condition was to be met before today. */
        CONDITION_OVERDUE
    }

    /**
     * What is worth an alert; raised once for its kind, part, threshold and basis.
     *
     * @param basis the day or the amendment that it rests on: another one may be told again
     */
    record Due(
            String licenseId, String licenseNumber, Kind kind, int part, int threshold, String basis, String message) {}
}
