package dev.portcullis.licensing.condition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a license (15 CFR 750.7(d)).
 *
 * @param licenseId the license
 * @param number its number among the conditions of the license, from 1
 * @param version rises by one with each change
 * @param kind whether the authority put it into the license's text or beside it
 * @param words what it says
 * @param owner who sees to it: an account's name, a department, a party
 * @param dueOn the day until which it is to be met; absent where it has none
 * @param beforeDrawing whether the license is shut until it is acknowledged or met
 * @param acknowledgedBy token subject of who acknowledged it
 * @param acknowledgedAt when
 * @param metBy token subject of who said that it is met
 * @param metAt when
 * @param evidence documents, by digest
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
        String licenseId,
        int number,
        long version,
        Kind kind,
        String words,
        String owner,
        @Nullable LocalDate dueOn,
        boolean beforeDrawing,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String metBy,
        @Nullable Instant metAt,
        List<Evidence> evidence) {
    public Condition {
        evidence = List.copyOf(evidence);
    }

    /** Where a condition stands. */
    public enum Kind {
        /** In the license's own list of provisos. */
        PROVISO,
        /** In a letter or an agreement beside it. */
        CONDITION
    }

    /** Whether it keeps the license shut now. */
    boolean isInTheWay() {
        return beforeDrawing && acknowledgedAt == null && metAt == null;
    }

    /**
     * A document that proves something; it is kept elsewhere.
     *
     * @param name what it is
     * @param sha256 its digest
     */
    @RegisterForReflection
    public record Evidence(
            @NotBlank @Size(max = 200) String name,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits in small letters")
            String sha256) {}

    /**
     * A condition as its reader records it.
     *
     * @param kind where it stands
     * @param words what it says
     * @param owner who sees to it
     * @param dueOn until when
     * @param beforeDrawing whether the license is shut until it is acknowledged or met
     */
    public record Fresh(
            @NotNull Kind kind,
            @NotBlank @Size(max = 4000) String words,
            @NotBlank @Size(max = 200) String owner,
            @Nullable LocalDate dueOn,
            boolean beforeDrawing) {}

    /**
     * What proves that a condition was acknowledged or met.
     *
     * @param evidence documents by digest; at least one
     */
    public record Proof(@NotNull @Size(min = 1, max = 20) List<@NotNull @jakarta.validation.Valid Evidence> evidence) {}
}
