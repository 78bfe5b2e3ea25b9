package dev.portcullis.personnel.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An erasure, and once it is done its certificate: the entry of the ledger, which names the digest of the wrapped key that was destroyed, and
 * where the ledger proves that entry.
 *
 * @param version rises by one with each change
 * @param agreedBy who agreed, never who proposed; absent while it is proposed, and where the time of the record had run out by itself
 * @param ledgerEntry id of the entry; absent while it is proposed
 * @param proof where the ledger's proof of the entry is; absent likewise
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Erasure(
        @Schema(examples = "ers-01k9zq0v5m8y3h2t7n4c6w1xrd") String id,
        long version,
        String personId,
        String proposedBy,
        Instant proposedAt,
        @Nullable String agreedBy,
        @Nullable Instant erasedAt,
        @Nullable Long ledgerEntry,
        @Nullable String proof) {}
