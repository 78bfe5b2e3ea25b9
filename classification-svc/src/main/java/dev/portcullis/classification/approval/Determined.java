package dev.portcullis.classification.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.classification.rules.ParagraphRef;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person determined where the rules leave the answer to one, or where the agency has ruled on the item (15 CFR 748.3).
 *
 * @param paragraph the entry and paragraph, or {@code EAR99}
 * @param explanation why, for whoever reads it years later
 * @param relatedTo for software and technology, the controlled paragraphs that it is for; absent for those of the rules' answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Determined(
        @NotNull ParagraphRef paragraph,
        @NotBlank @Size(max = 4000) String explanation,
        @Nullable @Size(max = 20) List<@NotNull ParagraphRef> relatedTo) {
    public Determined {
        relatedTo = relatedTo == null ? null : List.copyOf(relatedTo);
    }
}
