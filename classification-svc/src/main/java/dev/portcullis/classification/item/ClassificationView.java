package dev.portcullis.classification.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.portcullis.classification.determination.Classification;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stored classification as callers see it.
 *
 * @param number 1, 2, 3 within the item
 * @param datasheetNumber the datasheet that was read
 * @param sha256 digest of the result as stored, which the ledger holds too
 * @param note what the classifier wrote down
 * @param inputs other items that were read
 * @param result the reasoned answer, byte for byte as stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassificationView(
        String itemId,
        int number,
        int datasheetNumber,
        String sha256,
        @Nullable String note,
        String createdBy,
        Instant createdAt,

        @JsonRawValue @Schema(implementation = Input[].class)
        String inputs,

        @JsonRawValue @Schema(implementation = Classification.class)
        String result) {}
