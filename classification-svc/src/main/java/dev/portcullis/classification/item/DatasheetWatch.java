package dev.portcullis.classification.item;

import io.smallrye.mutiny.Uni;

/** What has to happen to an item's classifications when its datasheet changes. */
public interface DatasheetWatch {
    /**
     * Follows a new datasheet. Runs in the transaction that stores it, with the item locked; may change the item's classification in
     * effect and its proposal.
     *
     * @param itemId the item
     * @param number the datasheet's number
     * @param resolved the datasheet with everything looked up
     * @param by who stated it
     * @return what was done, for the ledger
     */
    Uni<ItemChange> datasheetAdded(String itemId, int number, Resolved resolved, Actor by);
}
