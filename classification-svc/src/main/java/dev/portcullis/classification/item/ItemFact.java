package dev.portcullis.classification.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.ItemState;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a change to an item: digests of what was stated and answered, and no person.
 *
 * @param datasheet number of the latest datasheet, 0 where there is none
 * @param datasheetSha256 its digest, where this change brought it
 * @param classification number of the latest classification, 0 where there is none
 * @param resultSha256 its digest, where this change brought it
 * @param status how far the classification in effect got; absent where there is none
 * @param eccn its entry
 * @param paragraph its paragraph
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemFact(
        ItemState.Form form,
        int datasheet,
        @Nullable String datasheetSha256,
        int classification,
        @Nullable String resultSha256,
        ItemState.@Nullable Status status,
        @Nullable String eccn,
        @Nullable String paragraph) {}
