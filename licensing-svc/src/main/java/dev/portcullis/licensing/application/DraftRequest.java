package dev.portcullis.licensing.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * What persons say in an application; it takes the place of all that was said before.
 *
 * @param answers by field of the form
 * @param documents kept elsewhere, by digest
 */
public record DraftRequest(
        @Size(max = 200) Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 4000) String> answers,
        @Size(max = 100) List<@NotNull @Valid SupportDocument> documents) {
    public DraftRequest {
        answers = answers == null ? Map.of() : answers;
        documents = documents == null ? List.of() : documents;
    }
}
