package dev.portcullis.licensing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Legal holds. Everything runs in the caller's transaction. */
@ApplicationScoped
public class RecordHolds implements PanacheRepositoryBase<RecordHoldRow, String> {
    private static final String CHANGED = "dev.portcullis.record-hold.changed";

    @Inject
    Changes changes;

    /** The ids of holds in force on a record. */
    Uni<List<String>> inForce(String releaseId) {
        return list("releaseId = ?1 and state <> ?2 order by id", releaseId, RecordHold.State.LIFTED)
                .map(rows -> rows.stream().map(row -> row.id).toList());
    }

    /** Places a hold; 404 where there is no record. It is in force from the answer on. */
    Uni<RecordHold> place(String releaseId, String reason, String by, Instant now) {
        // Locked, so that a deletion under way is waited for and none begins meanwhile.
        return Panache.getSession()
                .chain(session -> session.find(RecordRow.class, releaseId, LockModeType.PESSIMISTIC_WRITE))
                .chain(record -> {
                    if (record == null) {
                        throw Problems.notFound("record of a permitted release", releaseId);
                    }
                    RecordHoldRow row = new RecordHoldRow();
                    row.id = Ids.next("rhd");
                    row.version = 1;
                    row.releaseId = releaseId;
                    row.reason = reason;
                    row.placedBy = by;
                    row.placedAt = now;
                    row.changedAt = now;
                    return persist(row).chain(() -> made(row));
                });
    }

    /** Proposes to lift a hold; it stays in force. */
    Uni<RecordHold> propose(String id, @Nullable String ifMatch, String reason, String by, Instant now) {
        return locked(id, ifMatch).chain(row -> {
            if (row.state != RecordHold.State.IN_FORCE) {
                throw Problems.conflict("The hold is " + row.state + ".");
            }
            row.state = RecordHold.State.LIFT_PROPOSED;
            row.liftReason = reason;
            row.liftProposedBy = by;
            return changed(row, now);
        });
    }

    /** Takes a proposal back: the hold stays. */
    Uni<RecordHold> keep(String id, @Nullable String ifMatch, String note, Instant now) {
        return locked(id, ifMatch).chain(row -> {
            requireProposed(row);
            row.state = RecordHold.State.IN_FORCE;
            row.liftReason = null;
            row.liftProposedBy = null;
            row.decisionNote = note;
            return changed(row, now);
        });
    }

    /** Lifts a hold; 403 where the caller proposed it. */
    Uni<RecordHold> lift(String id, @Nullable String ifMatch, String note, String by, Instant now) {
        return locked(id, ifMatch).chain(row -> {
            requireProposed(row);
            if (by.equals(row.liftProposedBy)) {
                throw Problems.forbidden("Who proposed to lift a hold does not lift it: it takes a second person.");
            }
            row.state = RecordHold.State.LIFTED;
            row.liftedBy = by;
            row.decisionNote = note;
            return changed(row, now);
        });
    }

    /** A hold; 404 where there is none. */
    Uni<RecordHold> get(String id) {
        return findById(id).map(row -> hold(present(row, id)));
    }

    /** Holds in the order of their making, narrowed to a release where one is given. */
    Uni<List<RecordHold>> page(@Nullable String releaseId, @Nullable String after, int count) {
        String from = after == null ? "" : after;
        return (releaseId == null
                        ? find("id > ?1 order by id", from)
                        : find("id > ?1 and releaseId = ?2 order by id", from, releaseId))
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(RecordHolds::hold).toList());
    }

    private Uni<RecordHoldRow> locked(String id, @Nullable String ifMatch) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> ETags.require(ifMatch, present(row, id).version));
    }

    private Uni<RecordHold> changed(RecordHoldRow row, Instant now) {
        row.version++;
        row.changedAt = now;
        return made(row);
    }

    private Uni<RecordHold> made(RecordHoldRow row) {
        String reasons =
                String.join("\n", row.reason, String.valueOf(row.liftReason), String.valueOf(row.decisionNote));
        return changes.record(new Change(
                        null,
                        row.id,
                        row.version,
                        CHANGED,
                        null,
                        new ChangedFact(row.releaseId, row.state, Sha256.of(reasons.getBytes(StandardCharsets.UTF_8)))))
                .replaceWith(() -> hold(row));
    }

    private static void requireProposed(RecordHoldRow row) {
        if (row.state != RecordHold.State.LIFT_PROPOSED) {
            throw Problems.conflict("Nobody has proposed to lift the hold: it is " + row.state + ".");
        }
    }

    private static RecordHoldRow present(@Nullable RecordHoldRow row, String id) {
        if (row == null) {
            throw Problems.notFound("legal hold", id);
        }
        return row;
    }

    private static RecordHold hold(RecordHoldRow row) {
        return new RecordHold(
                row.id,
                row.version,
                row.releaseId,
                row.state,
                row.reason,
                row.placedBy,
                row.placedAt,
                row.liftReason,
                row.liftProposedBy,
                row.liftedBy,
                row.decisionNote,
                row.changedAt);
    }

    /** Ledger fact: a hold was placed, or what became of it. Reasons stay in the table; the ledger keeps their digests. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangedFact(String releaseId, RecordHold.State state, String reasonsSha256) {}
}
