package dev.portcullis.classification.approval;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where classifications stand. */
@ApplicationScoped
public class Lives implements PanacheRepositoryBase<LifeRow, String> {
    private static final Set<State> AWAITING = Set.of(State.PROPOSED, State.REVIEWED);
    private static final Set<State> STANDING = Set.of(State.APPROVED, State.REOPENED);

    /** The one of an item that awaits somebody; null where none does. */
    Uni<@Nullable LifeRow> awaiting(String itemId) {
        return find("itemId = ?1 and state in ?2", itemId, AWAITING).firstResult();
    }

    /** The one that an item goes by, approved or reopened; null where there is none. */
    Uni<@Nullable LifeRow> standing(String itemId) {
        return find("itemId = ?1 and state in ?2", itemId, STANDING).firstResult();
    }

    Uni<List<LifeRow>> of(Collection<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
    }

    /** Those that stand in one of some places, after one. */
    Uni<List<LifeRow>> in(Set<State> states, String after, int limit) {
        return find("state in ?1 and id > ?2", Sort.by("id"), states, after)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Approved ones that somebody has to look at again by a day, after one. */
    Uni<List<LifeRow>> due(LocalDate by, String after, int limit) {
        return find("state = ?1 and nextReview <= ?2 and id > ?3", Sort.by("id"), State.APPROVED, by, after)
                .page(Page.ofSize(limit))
                .list();
    }
}
