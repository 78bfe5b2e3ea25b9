package dev.portcullis.classification.item;

import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stored items. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<ItemRow, String> {
    /** An item; fails with 404 where there is none. */
    public Uni<ItemRow> require(String id) {
        return findById(id).onItem().ifNull().failWith(() -> Problems.notFound("item", id));
    }

    /** An item that nobody else changes until the transaction ends; fails with 404 where there is none. */
    public Uni<ItemRow> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("item", id));
    }

    /** Items in the order of their ids, which is that of their making. */
    public Uni<List<ItemRow>> after(@Nullable String id, int limit) {
        return find("id > ?1", Sort.by("id"), id == null ? "" : id)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Items with a part number, at most so many. */
    public Uni<List<ItemRow>> named(String partNumber, int most) {
        return find("partNumber = ?1", Sort.by("id"), partNumber)
                .page(Page.ofSize(most))
                .list();
    }

    /** Items whose part number begins so, in the order of the part numbers, at most so many. */
    public Uni<List<ItemRow>> family(String partNumber, int most) {
        String literal = partNumber.replaceAll("[\\\\%_]", "\\\\$0");
        return find("partNumber like ?1 escape '\\'", Sort.by("partNumber").and("id"), literal + "%")
                .page(Page.ofSize(most))
                .list();
    }

    /** Items by their ids. */
    public Uni<Map<String, ItemRow>> of(Collection<String> ids) {
        return list("id in ?1", ids)
                .map(rows -> rows.stream().collect(Collectors.toMap(ItemRow::id, Function.identity())));
    }
}
