package dev.portcullis.classification.item;

import dev.portcullis.contracts.ItemState;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An item to be registered.
 *
 * @param name what its owner calls it
 * @param partNumber the owner's stock-keeping number
 * @param form what it is made of
 */
public record NewItem(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(min = 1, max = 100) String partNumber,
        @NotNull ItemState.Form form) {}
