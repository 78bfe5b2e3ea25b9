package dev.portcullis.screening.signal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps how far feeds were read and when they are asked again. All operations run in the caller's transaction. */
@ApplicationScoped
public class Feeds {
    private static final String KNOW =
            "insert into signal_feed (name, address) values (:name, :address) on conflict do nothing";

    /** Another address is another source: what was known of the old one says nothing of it. */
    private static final String CLAIM = """
            update signal_feed set asked_at = :now, next_at = :until,
                etag = case when address = :address then etag end,
                last_modified = case when address = :address then last_modified end,
                address = :address
            where name = :name and next_at <= :now
            returning etag, last_modified, failures""";

    private static final String ANSWERED = """
            update signal_feed set answered_at = :now, next_at = :next, failures = 0, fault = null, etag = :etag,
                last_modified = :modified
            where name = :name""";

    private static final String FAILED =
            "update signal_feed set next_at = :next, failures = failures + 1, fault = :fault where name = :name";

    /**
     * A feed that this replica may ask.
     *
     * @param validators what makes the question a conditional one
     * @param failures how often in a row it failed
     */
    record Claimed(FederalRegisterClient.Validators validators, int failures) {}

    /** Takes a feed whose time has come, for so long; nothing where its time has not come or another replica has taken it. */
    Uni<Optional<Claimed>> claim(String name, String address, Instant now, Duration lease) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOW)
                        .setParameter("name", name)
                        .setParameter("address", address)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(CLAIM, Object[].class)
                                .setParameter("name", name)
                                .setParameter("address", address)
                                .setParameter("now", now)
                                .setParameter("until", now.plus(lease))
                                .getResultList()))
                .map(rows -> rows.stream()
                        .map(row -> new Claimed(
                                new FederalRegisterClient.Validators((String) row[0], (String) row[1]),
                                ((Number) row[2]).intValue()))
                        .findFirst());
    }

    /** The feed has answered. */
    Uni<Void> answered(String name, FederalRegisterClient.Validators validators, Instant now, Instant next) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ANSWERED)
                        .setParameter("now", now)
                        .setParameter("next", next)
                        .setParameter("etag", validators.etag())
                        .setParameter("modified", validators.lastModified())
                        .setParameter("name", name)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The feed has failed. */
    Uni<Void> failed(String name, @Nullable String fault, Instant next) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FAILED)
                        .setParameter("next", next)
                        .setParameter("fault", fault)
                        .setParameter("name", name)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
