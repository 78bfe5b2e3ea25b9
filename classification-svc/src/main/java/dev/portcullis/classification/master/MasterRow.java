package dev.portcullis.classification.master;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.contracts.ItemState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A row of a product master.
 *
 * @param itemId the item that it describes; absent where the part number tells, or for a new one
 * @param name what its owner calls it
 * @param partNumber the owner's stock-keeping number, by which a row finds its item; required without an id
 * @param form what it is made of
 * @param datasheet its technical facts; absent where only the item is to be registered
 */
public record MasterRow(
        @Nullable @Pattern(regexp = "itm-[0-9a-z]{20,30}", message = "is no id of an item")
        String itemId,

        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(min = 1, max = 100) String partNumber,
        @NotNull ItemState.Form form,
        @Nullable @Valid Datasheet datasheet) {}
