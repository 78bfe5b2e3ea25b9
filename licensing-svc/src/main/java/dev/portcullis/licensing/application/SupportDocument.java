package dev.portcullis.licensing.application;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A document that is kept elsewhere and named by its digest.
 *
 * @param kind which document it is, such as {@code PRC_END_USER_STATEMENT}, or {@code OTHER}
 * @param name by which people find it
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param submitted whether it goes to BIS with the application; else it is on file
 */
@RegisterForReflection
public record SupportDocument(
        @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,63}", message = "must be a kind of document such as OTHER")
        String kind,

        @NotBlank @Size(max = 200) String name,

        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits in small letters")
        String sha256,

        boolean submitted) {}
