package dev.portcullis.licensing.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.platform.ledger.Ledger;
import dev.portcullis.platform.ledger.Ledger.Evidence;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A determination as its reader may see it, with what an explanation adds.
 *
 * @param issuedAt when the explanation was made
 * @param determination as it was made, less what is withheld
 * @param ledgerEntryId the ledger entry that keeps it
 * @param sha256 digest of the stored determination; absent where something is withheld
 * @param withheld what the reader is not shown; absent where all is
 * @param names the names of item and parties by id, as they are known when this is issued: the decision rests on ids and versions
 * @param ledger the proof; absent where something is withheld, for it confirms a guess of what that is
 */
@RegisterForReflection(
        targets = {Explained.class, Evidence.class, Ledger.InclusionProof.class, Ledger.LedgerEntry.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explained(
        Instant issuedAt,
        Determination determination,
        long ledgerEntryId,
        @Nullable String sha256,
        @Nullable String withheld,
        Map<String, String> names,
        @Nullable Evidence ledger) {
    public Explained {
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /** An id, with the name where one is known. */
    String named(String id) {
        String name = names.get(id);
        return name == null ? id : name + " (" + id + ")";
    }
}
