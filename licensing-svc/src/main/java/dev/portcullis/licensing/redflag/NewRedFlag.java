package dev.portcullis.licensing.redflag;

import dev.portcullis.licensing.determination.RedFlag.Kind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Raises a red flag.
 *
 * @param number its number in the Supplement, or {@code OTHER}
 * @param kind what it is raised on
 * @param subject the id of a party or item, a country's code, or the business's own reference
 * @param seen what was seen, in words
 * @param evidence SHA-256 digests of documents that show it
 */
public record NewRedFlag(
        @NotBlank @Size(max = 10) String number,
        @NotNull Kind kind,

        @NotBlank @Size(max = 64) @Pattern(regexp = "\\S.*", message = "must not begin with a space")
        String subject,

        @NotBlank @Size(max = 2000) String seen,

        @Nullable @Size(max = 20)
        List<
                        @NotNull
                        @Pattern(regexp = NewRedFlag.DIGEST, message = "must be a SHA-256 digest in hexadecimal digits")
                        String>
                evidence) {
    static final String DIGEST = "[0-9a-f]{64}";
}
