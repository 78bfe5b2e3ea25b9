package dev.portcullis.classification.master;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import of a product master as callers see it. While it is being applied, {@code applied + unchanged + failed} of
 * {@code received - invalid} rows are done.
 *
 * @param sha256 digest of the file
 * @param propose whether a classification is proposed for each item that has none
 * @param skipInvalid whether rows that are in order are applied although others are not
 * @param received how many rows the file has
 * @param invalid how many of them are not in order
 * @param applied how many changed an item or registered one
 * @param unchanged how many found everything as they say
 * @param failed how many could not be applied
 * @param createdBy the account that sent it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        String id,
        ImportState state,
        String layout,
        @Nullable String sha256,
        boolean propose,
        boolean skipInvalid,
        int received,
        int invalid,
        int applied,
        int unchanged,
        int failed,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {}
