package dev.portcullis.personnel.evidence;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.personnel.person.Verifications.Kind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of a fact on record, as an officer enters it.
 *
 * @param fact the kind of the fact
 * @param country of the citizenship or residency; absent for other facts
 * @param kind of document, as {@code questions/evidence-kinds.json} lists them
 * @param issuer who issued it, as it says
 * @param digest SHA-256 of the document, hexadecimal, where somebody keeps it; no image comes here
 * @param expires the last day of the document
 */
@RegisterForReflection
public record EvidenceEntry(
        @NotNull Kind fact,
        @Nullable CountryCode country,
        @NotBlank @Size(max = 60) String kind,
        @NotBlank @Size(max = 200) String issuer,
        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @NotNull LocalDate expires) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "EvidenceEntry[" + fact + "]";
    }
}
