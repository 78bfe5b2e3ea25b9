package dev.portcullis.classification.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.ItemState;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a change to an item: digests of what was stated and answered, and no person.
 *
 * @param datasheet number of the latest datasheet, 0 where there is none
 * @param classification number of the latest classification, 0 where there is none
 * @param status how far the classification in effect got; absent where there is none
 * @param eccn its entry
 * @param paragraph its paragraph
 * @param change what this change brought
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemFact(
        ItemState.Form form,
        int datasheet,
        int classification,
        ItemState.@Nullable Status status,
        @Nullable String eccn,
        @Nullable String paragraph,
        ItemChange change) {}
