package dev.portcullis.licensing.record;

import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.release.Release;
import org.jspecify.annotations.Nullable;

/**
 * A record with all that it rests on.
 *
 * @param view as it is shown
 * @param release as it was decided
 * @param releaseEntry the ledger entry of the release
 * @param determinationEntry the ledger entry of the determination
 * @param licenseEntry the ledger entry of the draw on a license; absent where none was drawn on
 * @param known what is known of the transaction
 */
record WholeRecord(
        RecordView view,
        Release release,
        long releaseEntry,
        long determinationEntry,
        @Nullable Long licenseEntry,
        Known known) {}
