package dev.portcullis.classification.item;

import dev.portcullis.classification.datasheet.Datasheet;
import java.time.Instant;

/**
 * A numbered datasheet as callers see it.
 *
 * @param number 1, 2, 3 within the item
 * @param sha256 digest of the datasheet as stored, which the ledger holds too
 * @param createdBy subject of the caller who stated it
 * @param datasheet what was stated
 */
public record DatasheetView(
        String itemId, int number, String sha256, String createdBy, Instant createdAt, Datasheet datasheet) {}
