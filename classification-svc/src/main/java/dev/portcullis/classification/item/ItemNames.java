package dev.portcullis.classification.item;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What of an item can change.
 *
 * @param name what its owner calls it
 * @param partNumber the owner's stock-keeping number; absent takes it away
 */
public record ItemNames(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(min = 1, max = 100) String partNumber) {}
