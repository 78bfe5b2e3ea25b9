package dev.portcullis.classification.item;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an item to be classified.
 *
 * @param note what the classifier wants to have written down
 */
public record ClassificationRequest(
        @Nullable @Size(max = 2000) String note) {}
