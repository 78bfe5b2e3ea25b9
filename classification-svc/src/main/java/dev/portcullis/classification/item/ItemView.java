package dev.portcullis.classification.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.ItemState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item as callers see it.
 *
 * @param version rises by one with each change; also the ETag
 * @param datasheets how many datasheets it has; the last has this number
 * @param classifications how many classifications it has; the last has this number
 * @param classification the classification in effect; absent until there is one, and again from a new datasheet until the item is
 *     classified anew
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemView(
        String id,
        long version,
        String name,
        @Nullable String partNumber,
        ItemState.Form form,
        int datasheets,
        int classifications,
        ItemState.@Nullable Classification classification,
        Instant createdAt,
        Instant changedAt) {}
