package dev.portcullis.licensing.redflag;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Closes a red flag.
 *
 * @param reason what was found, and why it takes the suspicion away
 * @param evidence SHA-256 digests of the documents that show it, one at least: the inquiry is what the Supplement asks for
 */
public record Resolution(
        @NotBlank @Size(max = 2000) String reason,

        @NotNull @Size(min = 1, max = 20)
        List<
                        @NotNull
                        @Pattern(regexp = NewRedFlag.DIGEST, message = "must be a SHA-256 digest in hexadecimal digits")
                        String>
                evidence) {}
