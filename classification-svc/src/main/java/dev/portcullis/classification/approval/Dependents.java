package dev.portcullis.classification.approval;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The classifications that were worked out from an item: its change has them worked out again. */
@ApplicationScoped
public class Dependents {
    private static final String QUEUE = """
            insert into reevaluation (item_id, because, since)
            select distinct l.item_id, cast(:because as text), now()
            from classification_input i join classification_life l on l.id = i.classification_id
            where i.input_id = :because and l.state in ('APPROVED', 'PROPOSED', 'REVIEWED') and l.item_id <> :because
            on conflict (item_id, because) do update set since = excluded.since""";

    /** Has them worked out again. Runs in the caller's transaction, so that the change and this are both there or neither. */
    Uni<Void> queue(String itemId) {
        return Panache.getSession()
                .chain(session -> session.flush()
                        .chain(() -> session.createNativeQuery(QUEUE)
                                .setParameter("because", itemId)
                                .executeUpdate()))
                .replaceWithVoid();
    }
}
