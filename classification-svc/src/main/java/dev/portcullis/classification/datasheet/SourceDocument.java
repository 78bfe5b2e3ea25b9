package dev.portcullis.classification.datasheet;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The document behind a datasheet.
 *
 * @param title as printed on it
 * @param issued its date
 * @param sha256 digest of the file that was read, in small hexadecimal digits
 */
public record SourceDocument(
        @NotBlank @Size(max = 300) String title,
        @Nullable LocalDate issued,

        @Nullable @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 small hexadecimal digits")
        String sha256) {}
