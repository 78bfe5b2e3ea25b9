package dev.portcullis.classification.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a classification of an item by its latest datasheet.
 *
 * @param note what the proposer wants to have written down
 * @param determined what a person determined, where the rules leave it to one or the agency has ruled
 * @param ccats number of the agency's ruling on the item (15 CFR 748.3), such as {@code G123456}
 * @param attachments documents that the proposal rests on
 */
public record ClassificationRequest(
        @Nullable @Size(max = 2000) String note,
        @Nullable @Valid Determined determined,

        @Nullable @Pattern(regexp = "[A-Z][0-9]{6,9}", message = "must read like G123456")
        String ccats,

        @Size(max = 50) List<@NotNull @Valid Attachment> attachments) {
    /** By the rules alone. */
    public static final ClassificationRequest PLAIN = new ClassificationRequest(null, null, null, List.of());

    public ClassificationRequest {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }
}
