package dev.portcullis.personnel.person;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Cases about persons: opened and closed with the doubt that they are about, in its transaction. */
@ApplicationScoped
public class PersonnelCases {
    private static final String CHANGED = "dev.portcullis.personnel-case.changed";
    private static final String COLUMNS =
            "id, version, person_id, kind, opened_at, settled_at, settled_by, settlement from personnel_case";
    private static final String OPEN = """
            insert into personnel_case (id, version, person_id, kind, opened_at) values (:id, 1, :person, 'SOURCES_DISAGREE', :now)
            on conflict do nothing""";
    private static final String AGREE = """
            update personnel_case set version = version + 1, settled_at = :now, settlement = 'SOURCES_AGREE'
            where person_id = :person and kind = 'SOURCES_DISAGREE' and settled_at is null returning id, version""";
    private static final String SETTLE = """
            update personnel_case set version = version + 1, settled_at = :now, settled_by = :by, settlement = 'ONE_SOURCE_IS_RIGHT'
            where id = :id""";

    @Inject
    Changes changes;

    @Inject
    Persons persons;

    /** Opens a case where sources disagree, or closes the open one where they agree. */
    Uni<Void> sources(Mutiny.Session session, String person, boolean disagree, Instant now) {
        if (disagree) {
            String id = Ids.next("pcs");
            return session.createNativeQuery(OPEN)
                    .setParameter("id", id)
                    .setParameter("person", person)
                    .setParameter("now", now)
                    .executeUpdate()
                    .chain(made -> made == 1
                            ? entered(id, 1, person, "")
                            : Uni.createFrom().item(0L))
                    .replaceWithVoid();
        }
        return session.createNativeQuery(AGREE, Object[].class)
                .setParameter("person", person)
                .setParameter("now", now)
                .getResultList()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0L)
                        : entered(
                                (String) rows.get(0)[0],
                                ((Number) rows.get(0)[1]).longValue(),
                                person,
                                "SOURCES_AGREE"))
                .replaceWithVoid();
    }

    /**
     * Settles a case by believing one source; in the caller's transaction.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 404 where there is no such case, 409 where it is settled, 412 where it changed,
     *     422 where the source said nothing of the person
     */
    Uni<PersonnelCase> believe(String id, @Nullable String ifMatch, String source, String by) {
        return find(id).chain(found -> {
            ETags.require(ifMatch, found.version());
            return Panache.getSession()
                    // The person first, as everybody does who writes both; then the case is read as it is now.
                    .chain(session -> persons.lockId(session, found.personId())
                            .chain(() -> find(id))
                            .chain(locked -> {
                                if (locked.settledAt() != null) {
                                    throw Problems.conflict("The case is settled.");
                                }
                                return session.createNativeQuery(SETTLE)
                                        .setParameter("id", id)
                                        .setParameter("by", by)
                                        .setParameter("now", Persons.now())
                                        .executeUpdate()
                                        .chain(() -> entered(
                                                id, locked.version() + 1, locked.personId(), "ONE_SOURCE_IS_RIGHT"))
                                        .chain(() -> persons.believe(locked.personId(), source));
                            }))
                    .onItem()
                    .ifNull()
                    .failWith(() -> Problems.unprocessable("/right", "must be a source that told of the person"))
                    .chain(() -> find(id));
        });
    }

    /** A case; 404 where there is none. */
    Uni<PersonnelCase> find(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select " + COLUMNS + " where id = :id", Object[].class)
                        .setParameter("id", id)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problems.notFound("personnel case", id))
                        .map(PersonnelCases::view));
    }

    /** Cases in the order in which they were opened. */
    Uni<List<PersonnelCase>> page(boolean openOnly, @Nullable String after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select " + COLUMNS
                                        + " where id > :after and (settled_at is null or not :open) order by id limit :limit",
                                Object[].class)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("open", openOnly)
                        .setParameter("limit", limit)
                        .getResultList()
                        .map(rows -> rows.stream().map(PersonnelCases::view).toList()));
    }

    private Uni<Long> entered(String id, long version, String person, String settlement) {
        return changes.record(new Change(null, id, version, CHANGED, null, new Fact(id, person, settlement)));
    }

    private static PersonnelCase view(Object[] row) {
        return new PersonnelCase(
                (String) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                time(row[4]),
                row[5] == null ? null : time(row[5]),
                (String) row[6],
                (String) row[7]);
    }

    private static Instant time(Object value) {
        return value instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) value;
    }

    /** What the ledger keeps of it. */
    @RegisterForReflection
    record Fact(String id, String person, String settlement) {}
}
