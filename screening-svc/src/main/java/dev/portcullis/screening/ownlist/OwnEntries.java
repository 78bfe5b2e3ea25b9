package dev.portcullis.screening.ownlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores single entries. All operations run in the caller's transaction or session. */
@ApplicationScoped
public class OwnEntries implements PanacheRepositoryBase<OwnEntryRow, String> {
    @Inject
    ObjectMapper json;

    Uni<Optional<OwnEntry>> entry(String id) {
        return findById(id).map(row -> Optional.ofNullable(row).map(this::entry));
    }

    /** The entry, which nobody else can change until the transaction ends. */
    Uni<Optional<OwnEntry>> entryAndLock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(this::entry));
    }

    /** Entries, the newest first, starting after the one with the given id. */
    Uni<List<OwnEntry>> page(@Nullable String after, int count) {
        return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::entry).toList());
    }

    /** The entries that are on a list on a day, in the order of their ids. */
    Uni<List<OwnEntry>> inForce(LocalDate day) {
        return find(
                        "state in ('APPROVED', 'WITHDRAWAL_PROPOSED') and validFrom <= ?1 and (validUntil is null or validUntil >= ?1) order by id",
                        day)
                .list()
                .map(rows -> rows.stream()
                        .map(this::entry)
                        .filter(entry -> entry.isInForceOn(day))
                        .toList());
    }

    /** Stores an entry that is new, or was read in this transaction. */
    Uni<Void> save(OwnEntry entry) {
        return findById(entry.id()).chain(found -> {
            OwnEntryRow row = found == null ? new OwnEntryRow() : found;
            row.id = entry.id();
            row.version = entry.version();
            row.list = entry.content().list().name();
            row.state = entry.state().name();
            row.proposedBy = entry.proposedBy();
            row.validFrom = entry.content().from();
            row.validUntil = entry.content().until();
            row.content = write(entry.content());
            row.createdAt = entry.createdAt();
            row.changedAt = entry.changedAt();
            return found == null
                    ? persist(row).replaceWithVoid()
                    : Uni.createFrom().voidItem();
        });
    }

    private OwnEntry entry(OwnEntryRow row) {
        try {
            return new OwnEntry(
                    row.id,
                    row.version,
                    json.readValue(row.content, OwnEntry.Content.class),
                    OwnEntry.State.valueOf(row.state),
                    row.proposedBy,
                    row.createdAt,
                    row.changedAt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry cannot be read", e);
        }
    }

    private String write(OwnEntry.Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry cannot be written", e);
        }
    }
}
