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
 * @param classification the classification in effect; absent until one is approved, and open for review where it was reopened
 * @param proposal a classification that awaits its review or approval
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
        ItemState.@Nullable Proposal proposal,
        Instant createdAt,
        Instant changedAt) {}
