package dev.portcullis.classification.item;

import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored datasheets. */
@ApplicationScoped
public class Datasheets implements PanacheRepositoryBase<DatasheetRow, String> {
    /** A datasheet; fails with 404 where there is none. */
    public Uni<DatasheetRow> require(String itemId, int number) {
        return find("itemId = ?1 and number = ?2", itemId, number)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("datasheet", itemId + "/" + number));
    }

    /** The datasheet with the highest number, or null. */
    public Uni<@Nullable DatasheetRow> latest(String itemId) {
        return find("itemId = ?1", Sort.descending("number"), itemId).firstResult();
    }

    /** Datasheets of an item in the order of their numbers. */
    public Uni<List<DatasheetRow>> after(String itemId, int number, int limit) {
        return find("itemId = ?1 and number > ?2", Sort.by("number"), itemId, number)
                .page(Page.ofSize(limit))
                .list();
    }
}
