package dev.portcullis.classification.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A document that a step rests on. The document itself stays where the company keeps it; its digest proves which one was meant.
 *
 * @param name its title or file name
 * @param sha256 its SHA-256, 64 small hexadecimal digits
 * @param place where to find it, such as a number in the company's archive
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(
        @NotBlank @Size(max = 200) String name,

        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 as 64 hexadecimal digits in small letters")
        String sha256,

        @Nullable @Size(min = 1, max = 500) String place) {}
