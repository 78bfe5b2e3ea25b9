package dev.portcullis.classification.approval;

import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stored classifications. */
@ApplicationScoped
public class Classifications implements PanacheRepositoryBase<ClassificationRow, String> {
    /** A classification; fails with 404 where there is none. */
    public Uni<ClassificationRow> require(String itemId, int number) {
        return find("itemId = ?1 and number = ?2", itemId, number)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("classification", itemId + "/" + number));
    }

    /** Classifications of an item in the order of their numbers. */
    public Uni<List<ClassificationRow>> after(String itemId, int number, int limit) {
        return find("itemId = ?1 and number > ?2", Sort.by("number"), itemId, number)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Classifications by their ids. */
    Uni<Map<String, ClassificationRow>> of(List<String> ids) {
        return list("id in ?1", ids)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity())));
    }
}
