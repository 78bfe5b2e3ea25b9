package dev.portcullis.screening.owner;

import dev.portcullis.screening.stake.StakeImport;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the ledger keeps of a change of stakes for ever: its digest, and no name. */
@RegisterForReflection
record ImportFact(String source, String format, String digest, int stakes, int added, int ended, int parties) {
    static ImportFact of(StakeImport taken) {
        return new ImportFact(
                taken.source(),
                taken.format(),
                taken.digest(),
                taken.stakes(),
                taken.added(),
                taken.ended(),
                taken.parties());
    }
}
