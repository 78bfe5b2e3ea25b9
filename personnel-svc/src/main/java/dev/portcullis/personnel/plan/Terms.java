package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan protects, where, and what people must have been told.
 *
 * @param kind what is protected
 * @param title what it is called; names nobody
 * @param country where it stands: inside the United States a release to a foreign person is a deemed export (15 CFR 734.13(a)(2)),
 *     elsewhere a deemed reexport (734.14(a)(2))
 * @param itemIds the items inside
 * @param briefing what whoever is admitted must have signed; null where nothing
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Terms(
        @NotNull Kind kind,
        @NotBlank @Size(max = 200) String title,
        @NotNull CountryCode country,

        @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 64) String> itemIds,

        @Nullable @Valid Briefing briefing) {
    /** What a plan can protect. */
    public enum Kind {
        LAB,
        REPOSITORY,
        DATA_CENTER,
        MODEL_PROJECT
    }

    /**
     * What people are told before they are admitted.
     *
     * @param title what it is called
     * @param sha256 digest of its text, hexadecimal
     * @param edition rises with each change of the text: who signed an earlier one must sign again
     * @param renewAfterDays for how many days a signature is good
     */
    @RegisterForReflection
    public record Briefing(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @Min(1) int edition,
            @Min(1) @Max(1100) int renewAfterDays) {}

    public Terms {
        itemIds = itemIds == null
                ? List.of()
                : itemIds.stream().distinct().sorted().toList();
    }
}
