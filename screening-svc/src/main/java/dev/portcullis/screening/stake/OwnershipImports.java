package dev.portcullis.screening.stake;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a record of each change of what sources tell. All operations run in the caller's transaction. */
@ApplicationScoped
public class OwnershipImports implements PanacheRepositoryBase<OwnershipImportRow, String> {

    public Uni<Void> add(StakeImport taken) {
        OwnershipImportRow row = new OwnershipImportRow();
        row.id = taken.id();
        row.source = taken.source();
        row.format = taken.format();
        row.digest = taken.digest();
        row.bytes = taken.bytes();
        row.stakes = taken.stakes();
        row.added = taken.added();
        row.ended = taken.ended();
        row.parties = taken.parties();
        row.loadedAt = taken.loadedAt();
        row.loadedBy = taken.loadedBy();
        return persist(row).replaceWithVoid();
    }

    public Uni<Optional<StakeImport>> byId(String id) {
        return findById(id).map(row -> Optional.ofNullable(row).map(OwnershipImports::taken));
    }

    /** The last change of a source. */
    public Uni<Optional<StakeImport>> latest(String source) {
        return find("source = ?1 order by id desc", source)
                .range(0, 0)
                .list()
                .map(rows -> rows.stream().findFirst().map(OwnershipImports::taken));
    }

    /** Changes, the newest first, starting after the one with the given id. */
    public Uni<List<StakeImport>> page(@Nullable String after, int count) {
        return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(OwnershipImports::taken).toList());
    }

    private static StakeImport taken(OwnershipImportRow row) {
        return new StakeImport(
                row.id,
                row.source,
                row.format,
                row.digest,
                row.bytes,
                row.stakes,
                row.added,
                row.ended,
                row.parties,
                row.loadedAt,
                row.loadedBy);
    }
}
