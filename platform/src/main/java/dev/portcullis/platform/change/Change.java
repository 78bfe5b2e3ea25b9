package dev.portcullis.platform.change;

import org.jspecify.annotations.Nullable;

/**
 * A state change to be made known.
 *
 * @param topic the topic that carries the aggregate's state; null where no other service is told and the ledger alone keeps it
 * @param key the aggregate's id
 * @param version the aggregate's version after the change, 1 or more, one higher with each change
 * @param type the CloudEvents type, such as {@code dev.portcullis.item.changed}
 * @param state the whole state after the change; null where the aggregate is gone for good
 * @param ledgerFact what the ledger keeps for ever; it must carry no personal data
 */
public record Change(
        @Nullable String topic,
        String key,
        long version,
        String type,
        @Nullable Object state,
        Object ledgerFact) {}
