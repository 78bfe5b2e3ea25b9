package dev.portcullis.screening.imports;

import dev.portcullis.screening.list.Edition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * What the ledger keeps of an import for ever.
 *
 * @param source the file's kind
 * @param digest SHA-256 of the file, in hexadecimal
 * @param counts entries by list code
 * @param quarantined rows that could not be read
 * @param shrinkAccepted whether the officer let a loss pass that would otherwise be refused
 */
@RegisterForReflection
record ImportFact(String source, String digest, Map<String, Integer> counts, int quarantined, boolean shrinkAccepted) {
    static ImportFact of(Edition edition, boolean shrinkAccepted) {
        return new ImportFact(
                edition.source(), edition.digest(), edition.counts(), edition.quarantined(), shrinkAccepted);
    }
}
