package dev.portcullis.screening.list;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what was refused and why. All operations run in the caller's transaction. */
@ApplicationScoped
public class Refusals implements PanacheRepositoryBase<RefusalRow, String> {
    public Uni<Void> add(Refusal refusal) {
        RefusalRow row = new RefusalRow();
        row.id = refusal.id();
        row.source = refusal.source();
        row.digest = refusal.digest();
        row.bytes = refusal.bytes();
        row.published = refusal.published();
        row.reason = refusal.reason();
        row.refusedAt = refusal.refusedAt();
        row.sentBy = refusal.sentBy();
        return persist(row).replaceWithVoid();
    }

    /** Refusals of a source, the newest first, starting after the one with the given id. */
    public Uni<List<Refusal>> page(String source, @Nullable String after, int count) {
        return (after == null
                        ? find("source = ?1 order by id desc", source)
                        : find("source = ?1 and id < ?2 order by id desc", source, after))
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(Refusals::refusal).toList());
    }

    private static Refusal refusal(RefusalRow row) {
        return new Refusal(
                row.id, row.source, row.digest, row.bytes, row.published, row.reason, row.refusedAt, row.sentBy);
    }
}
