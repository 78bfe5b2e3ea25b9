package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.personnel.nationality.Assessment;
import dev.portcullis.personnel.nationality.DeemedExportNationality;
import dev.portcullis.personnel.nationality.NationalityFacts;
import dev.portcullis.personnel.privacy.Seal;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hibernate.LockMode;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The persons. Each change of one seals the record anew, gives it the next version, and is made known in the same transaction.
 */
@ApplicationScoped
public class Persons {
    private static final String CHANGED = "dev.portcullis.person.changed";
    private static final String ERASED = "dev.portcullis.person.erased";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MOST_CAUSES = 16;

    @Inject
    Changes changes;

    @Inject
    Dossiers dossiers;

    /**
     * Adds a person.
     *
     * @param attributes canonical, with {@code userName} and {@code active}
     * @throws ExportControlFacts.InvalidFactException where a fact cannot be
     * @throws UserNameTakenException where somebody else has the user name
     */
    public Uni<Person> create(ObjectNode attributes) {
        Instant now = now();
        requireHappened(attributes, now);
        PersonRow row = new PersonRow();
        row.id = Ids.next("per");
        row.createdAt = now;
        PersonKeyRow key = dossiers.newKey(row.id);
        return takenIfNotUnique(Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> {
                    String commitment = advance(row, key, attributes, now);
                    return session.persist(row)
                            .chain(session::flush)
                            .chain(() -> session.persist(key))
                            .chain(() -> record(row, attributes, "CREATED", commitment))
                            .replaceWith(() -> dossiers.open(row, key));
                })));
    }

    /** A person who is not deleted, or null. */
    public Uni<@Nullable Person> find(String id) {
        return findAny(id).map(person -> person == null || person.deleted() ? null : person);
    }

    /** A person, deleted or not, or null. */
    public Uni<@Nullable Person> findAny(String id) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.find(PersonRow.class, id)
                        .chain(row -> row == null
                                ? Uni.createFrom().nullItem()
                                : session.find(PersonKeyRow.class, id).map(key -> dossiers.open(row, key)))));
    }

    /**
     * Changes a person. Where the change leaves the attributes as they are, there is no new version and no event.
     *
     * @param change from the person to the new attributes; what it throws ends the transaction
     * @return the person after the change; null where there is none, or the person is deleted
     */
    public Uni<@Nullable Person> change(String id, java.util.function.Function<Person, ObjectNode> change) {
        return takenIfNotUnique(Panache.withTransaction(() -> locked(id, (session, row, key) -> {
            if (row.deletedAt != null || key == null) {
                return Uni.createFrom().nullItem();
            }
            Person before = dossiers.open(row, key);
            ObjectNode after = change.apply(before);
            if (after.equals(before.attributes())) {
                return Uni.createFrom().item(before);
            }
            Instant now = now();
            requireHappened(after, now);
            String commitment = advance(row, key, after, now);
            boolean left = before.active() && !isActive(row);
            return session.flush()
                    .chain(() -> record(row, after, left ? "DEACTIVATED" : "CHANGED", commitment))
                    .replaceWith(() -> dossiers.open(row, key));
        })));
    }

    /**
     * Takes a person out of use for good. The record stays, inactive, as long as records must be kept.
     *
     * @param check what it throws ends the transaction
     * @return the person before; null where there is none, or the person is deleted already
     */
    public Uni<@Nullable Person> delete(String id, UnaryOperator<Person> check) {
        return Panache.withTransaction(() -> locked(id, (session, row, key) -> {
            if (row.deletedAt != null || key == null) {
                return Uni.createFrom().nullItem();
            }
            Person before = check.apply(dossiers.open(row, key));
            Instant now = now();
            ObjectNode after = before.attributes().deepCopy();
            after.put("active", false);
            String commitment = advance(row, key, after, now);
            row.deletedAt = now;
            return session.flush()
                    .chain(() -> record(row, after, "DELETED", commitment))
                    .replaceWith(before);
        }));
    }

    /**
     * Destroys the key of a deleted person: nobody can read the record again, and a tombstone takes the person out of the topic.
     *
     * @return whether there was such a person with a key
     */
    public Uni<Boolean> erase(String id) {
        return Panache.withTransaction(() -> locked(id, (session, row, key) -> {
                    if (row.deletedAt == null || key == null) {
                        return Uni.createFrom().<@Nullable Boolean>item(false);
                    }
                    row.version++;
                    row.changedAt = now();
                    row.sealed = null;
                    row.externalIdHash = null;
                    row.userNameHash = Seal.random(32);
                    row.reassessOn = null;
                    return session.remove(key)
                            .chain(session::flush)
                            .chain(() -> changes.record(new Change(
                                    Topics.PERSONS,
                                    id,
                                    row.version,
                                    ERASED,
                                    null,
                                    new PersonFact(id, row.version, "ERASED", ""))))
                            .replaceWith(true);
                }))
                .map(erased -> erased != null && erased);
    }

    /** Those who meet the criteria and are not deleted, in the order in which they came. */
    public Uni<Found> list(PersonCriteria criteria, int offset, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = " from PersonRow p where p.deletedAt is null and "
                + new CriteriaQuery(dossiers::userNameHash, dossiers::externalIdHash, parameters).translate(criteria);
        return Panache.withSession(() -> Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Long> count = session.createSelectionQuery("select count(*)" + where, Long.class);
            parameters.forEach(count::setParameter);
            return count.getSingleResult().chain(total -> {
                if (limit == 0 || total <= offset) {
                    return Uni.createFrom().item(new Found(total, List.of()));
                }
                Mutiny.SelectionQuery<PersonRow> rows =
                        session.createSelectionQuery("select p" + where + " order by p.id", PersonRow.class);
                parameters.forEach(rows::setParameter);
                return rows.setFirstResult(offset)
                        .setMaxResults(limit)
                        .getResultList()
                        .chain(found -> open(session, found))
                        .map(people -> new Found(total, people));
            });
        }));
    }

    /** All persons, deleted or not, after an id, in the order in which they came. */
    public Uni<List<Person>> after(@Nullable String id, int limit) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from PersonRow p where p.id > :after order by p.id", PersonRow.class)
                        .setParameter("after", id == null ? "" : id)
                        .setMaxResults(limit)
                        .getResultList()
                        .chain(rows -> open(session, rows))));
    }

    /** Ids of those whose facts may read differently since a day. */
    Uni<List<String>> due(LocalDate today, int limit) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select p.id from PersonRow p where p.reassessOn <= :today order by p.reassessOn, p.id",
                                String.class)
                        .setParameter("today", today)
                        .setMaxResults(limit)
                        .getResultList()));
    }

    /** Reads the same facts with today's date, and tells the world where that comes to something else. */
    Uni<Void> reassess(String id) {
        return Panache.withTransaction(() -> locked(id, (session, row, key) -> {
                    LocalDate due = row.reassessOn;
                    Instant now = now();
                    if (due == null || due.isAfter(day(now)) || key == null) {
                        return Uni.createFrom().nullItem();
                    }
                    Person person = dossiers.open(row, key);
                    NationalityFacts facts = ExportControlFacts.read(person.attributes());
                    Assessment before = DeemedExportNationality.assess(facts, due.minusDays(1));
                    Assessment after = DeemedExportNationality.assess(facts, day(now));
                    if (PersonStates.same(before, after)) {
                        row.reassessOn = after.changesOn();
                        return session.flush();
                    }
                    String commitment = advance(row, key, person.attributes(), now);
                    return session.flush()
                            .chain(() -> record(row, person.attributes(), "REASSESSED", commitment))
                            .replaceWithVoid();
                }))
                .replaceWithVoid();
    }

    private Uni<List<Person>> open(Mutiny.Session session, List<PersonRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery("from PersonKeyRow k where k.personId in (:ids)", PersonKeyRow.class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(found -> {
                    Map<String, PersonKeyRow> keys = new HashMap<>();
                    found.forEach(key -> keys.put(key.personId, key));
                    return rows.stream()
                            .map(row -> dossiers.open(row, keys.get(row.id)))
                            .toList();
                });
    }

    /** The next version of the row, sealed. */
    private String advance(PersonRow row, PersonKeyRow key, ObjectNode attributes, Instant now) {
        row.version++;
        row.changedAt = now;
        row.status = attributes.path("active").asBoolean(false) ? "ACTIVE" : "INACTIVE";
        row.reassessOn = DeemedExportNationality.assess(ExportControlFacts.read(attributes), day(now))
                .changesOn();
        return dossiers.seal(row, key, attributes);
    }

    private Uni<Long> record(PersonRow row, ObjectNode attributes, String kind, String commitment) {
        Assessment assessment = DeemedExportNationality.assess(ExportControlFacts.read(attributes), day(row.changedAt));
        PersonState state = PersonStates.of(row.id, row.version, isActive(row), assessment, row.changedAt);
        return changes.record(new Change(
                Topics.PERSONS,
                row.id,
                row.version,
                CHANGED,
                state,
                new PersonFact(row.id, row.version, kind, commitment)));
    }

    private <T> Uni<@Nullable T> locked(String id, WithRow<T> action) {
        return Panache.getSession()
                .chain(session -> session.find(PersonRow.class, id, LockMode.PESSIMISTIC_WRITE)
                        .chain(row -> row == null
                                ? Uni.createFrom().<@Nullable T>nullItem()
                                : session.find(PersonKeyRow.class, id).chain(key -> action.apply(session, row, key))));
    }

    private static void requireHappened(ObjectNode attributes, Instant now) {
        ExportControlFacts.requireHappened(ExportControlFacts.read(attributes), day(now));
    }

    private static <T> Uni<T> takenIfNotUnique(Uni<T> action) {
        return action.onFailure(Persons::isNotUnique).transform(e -> new UserNameTakenException());
    }

    private static boolean isNotUnique(Throwable e) {
        Throwable at = e;
        for (int depth = 0; at != null && depth < MOST_CAUSES; depth++, at = at.getCause()) {
            if (at instanceof ConstraintViolationException refused && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isActive(PersonRow row) {
        return row.status.equals("ACTIVE");
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * What a search found.
     *
     * @param total how many meet the criteria
     * @param people those that were asked for
     */
    public record Found(long total, List<Person> people) {}

    /** Somebody else has the user name. Does not repeat it. */
    public static final class UserNameTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UserNameTakenException() {
            super("the user name is taken", null, false, false);
        }
    }

    private interface WithRow<T> {
        Uni<@Nullable T> apply(Mutiny.Session session, PersonRow row, @Nullable PersonKeyRow key);
    }
}
