package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.personnel.nationality.Assessment;
import dev.portcullis.personnel.nationality.DeemedExportNationality;
import dev.portcullis.personnel.nationality.NationalityFacts;
import dev.portcullis.personnel.privacy.Seal;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    /** What ends with a person who is deleted. */
    @Inject
    @All
    List<EndsWithPerson> ending;

    @Inject
    RefusedMessages refused;

    @Inject
    PersonnelCases cases;

    @Inject
    @Any
    Instance<ErasedWith> others;

    /** What a fact counts for that no second person has verified; where nothing is said, for nothing. */
    @Inject
    @ConfigProperty(name = "portcullis.persons.unverified-facts", defaultValue = "WITHHOLD")
    UnverifiedFacts unverifiedFacts;

    /**
     * Adds a person.
     *
     * @param attributes canonical, with {@code userName} and {@code active}
     * @throws ExportControlFacts.InvalidFactException where a fact cannot be
     * @throws UserNameTakenException where somebody else has the user name
     */
    public Uni<Person> create(ObjectNode attributes) {
        return add(Verifications.carry(dossiers.nothing(), attributes), dossiers.nothing());
    }

    /** As {@link #create(ObjectNode)}, told by a source. */
    public Uni<Person> create(ObjectNode attributes, String source) {
        return add(
                Verifications.carry(dossiers.nothing(), attributes),
                Statements.told(dossiers.nothing(), source, attributes));
    }

    private Uni<Person> add(ObjectNode attributes, ObjectNode statements) {
        Instant now = now();
        requireHappened(attributes, now);
        PersonRow row = new PersonRow();
        row.id = Ids.next("per");
        row.createdAt = now;
        row.marked = true;
        PersonKeyRow key = dossiers.newKey(row.id);
        return takenIfNotUnique(Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> {
                    String commitment = advance(row, key, attributes, statements, now);
                    return session.persist(row)
                            .chain(session::flush)
                            .chain(() -> session.persist(key))
                            .chain(() -> mark(session, row, Set.of(), attributes))
                            .chain(() -> record(row, attributes, "CREATED", commitment))
                            .replaceWith(() -> dossiers.open(row, key));
                })));
    }

    /** A person who is not deleted, or null. */
    public Uni<@Nullable Person> find(String id) {
        return findAny(id).map(person -> person == null || person.deleted() ? null : person);
    }

    /** As {@link #find}, in the caller's session. */
    public Uni<@Nullable Person> findInTransaction(String id) {
        return Panache.getSession()
                .chain(session -> session.find(PersonRow.class, id)
                        .chain(row -> row == null || row.deletedAt != null
                                ? Uni.createFrom().nullItem()
                                : session.find(PersonKeyRow.class, id).map(key -> dossiers.open(row, key))));
    }

    /** As {@link #findAny}, in the caller's session. */
    public Uni<@Nullable Person> findAnyInTransaction(String id) {
        return Panache.getSession()
                .chain(session -> session.find(PersonRow.class, id)
                        .chain(row -> row == null
                                ? Uni.createFrom().nullItem()
                                : session.find(PersonKeyRow.class, id).map(key -> dossiers.open(row, key))));
    }

    /** Locks a person for the transaction, deleted or not; whether there is one who is not erased. */
    public Uni<Boolean> lockUnerased(String id) {
        return Panache.getSession()
                .chain(session -> session.find(PersonRow.class, id, LockMode.PESSIMISTIC_WRITE))
                .map(row -> row != null && row.sealed != null);
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
    public Uni<@Nullable Person> change(String id, Function<Person, ObjectNode> change) {
        return takenIfNotUnique(Panache.withTransaction(() -> locked(id, (session, row, key) -> {
            if (row.deletedAt != null || key == null) {
                return Uni.createFrom().nullItem();
            }
            Person before = dossiers.open(row, key);
            ObjectNode after = Verifications.carry(before.attributes(), change.apply(before));
            return put(
                    session,
                    row,
                    key,
                    before,
                    after,
                    Statements.moved(before.statements(), before.attributes(), after));
        })));
    }

    /**
     * As {@link #change}, where a source says the whole record and not a part of it: what was refused of that source before is settled
     * by it.
     *
     * @param source as in {@link RefusedMessages.Refusal}
     */
    public Uni<@Nullable Person> replace(String id, String source, Function<Person, ObjectNode> change) {
        return takenIfNotUnique(Panache.withTransaction(() -> locked(id, (session, row, key) -> {
            if (row.deletedAt != null || key == null) {
                return Uni.createFrom().nullItem();
            }
            Person before = dossiers.open(row, key);
            ObjectNode after = Verifications.carry(before.attributes(), change.apply(before));
            ObjectNode statements = Statements.told(before.statements(), source, after);
            return refused.settleOfSource(session, id, source, now())
                    .chain(settled ->
                            settled ? settleRow(session, row) : Uni.createFrom().voidItem())
                    .chain(() -> put(session, row, key, before, after, statements));
        })));
    }

    /**
     * Verifies a fact.
     *
     * @param by who did, who must not be who told of it
     * @return the person after; null where there is none, or the record holds no such fact any more
     */
    public Uni<@Nullable Person> verify(String id, Verifications.Fact fact, String by) {
        return Panache.withTransaction(() -> verifyInTransaction(id, fact, by));
    }

    /** As {@link #verify}, in the caller's transaction. */
    public Uni<@Nullable Person> verifyInTransaction(String id, Verifications.Fact fact, String by) {
        return locked(id, (session, row, key) -> {
            if (row.deletedAt != null || key == null) {
                return Uni.createFrom().nullItem();
            }
            Person before = dossiers.open(row, key);
            return Verifications.verify(before.attributes(), fact, by, now())
                    .map(after -> put(session, row, key, before, after, before.statements()))
                    .orElseGet(() -> Uni.createFrom().nullItem());
        });
    }

    /** Takes the verification of a fact away, in the caller's transaction, as when its evidence has expired. */
    public Uni<@Nullable Person> unverifyInTransaction(String id, Verifications.Fact fact) {
        return locked(id, (session, row, key) -> {
            if (row.deletedAt != null || key == null) {
                return Uni.createFrom().nullItem();
            }
            Person before = dossiers.open(row, key);
            return put(
                    session, row, key, before, Verifications.unverify(before.attributes(), fact), before.statements());
        });
    }

    /**
     * Settles a disagreement of sources: one is believed, and what the others said is forgotten until they say it again. In the caller's
     * transaction.
     *
     * @return the person after; null where there is none, or the source said nothing
     */
    Uni<@Nullable Person> believe(String id, String source) {
        return locked(id, (session, row, key) -> {
            if (row.deletedAt != null || key == null) {
                return Uni.createFrom().nullItem();
            }
            Person before = dossiers.open(row, key);
            JsonNode statement = before.statements().path(source);
            if (statement.isMissingNode()) {
                return Uni.createFrom().nullItem();
            }
            ObjectNode after =
                    Verifications.carry(before.attributes(), Statements.believing(before.attributes(), statement));
            return put(session, row, key, before, after, Statements.told(dossiers.nothing(), source, after));
        });
    }

    /** The row's next version, where the attributes or the doubts are others than before. */
    private Uni<@Nullable Person> put(
            Mutiny.Session session,
            PersonRow row,
            PersonKeyRow key,
            Person before,
            ObjectNode after,
            ObjectNode statements) {
        boolean disagree = Statements.disagree(statements);
        Doubts doubts = Doubts.of(row.doubts).set(Doubt.SOURCES_DISAGREE, disagree);
        if (after.equals(before.attributes()) && doubts.equals(before.doubts())) {
            if (!statements.equals(before.statements())) {
                dossiers.restate(row, key, statements);
            }
            return session.flush().replaceWith(() -> dossiers.open(row, key));
        }
        Instant now = now();
        requireHappened(after, now);
        Set<String> marks = row.marked ? SearchMarks.of(before.attributes(), dossiers::mark) : Set.of();
        row.marked = true;
        String commitment = advance(row, key, after, statements, now);
        boolean left = before.active() && !isActive(row);
        return session.flush()
                .chain(() -> mark(session, row, marks, after))
                .chain(() -> record(row, after, left ? "DEACTIVATED" : "CHANGED", commitment))
                .chain(() -> before.doubts().has(Doubt.SOURCES_DISAGREE) == disagree
                        ? Uni.createFrom().voidItem()
                        : cases.sources(session, row.id, disagree, now))
                .replaceWith(() -> dossiers.open(row, key));
    }

    /**
     * Locks a person for the transaction.
     *
     * @return the id; empty where there is none, or the person is deleted
     */
    Uni<String> lockId(Mutiny.Session session, String id) {
        return session.find(PersonRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .map(row -> row == null || row.deletedAt != null ? "" : id);
    }

    /** Adds a doubt about a person who is locked, and tells the world where it is new. */
    Uni<Void> doubt(Mutiny.Session session, String id, Doubt doubt) {
        return session.find(PersonRow.class, id)
                .chain(row -> doubts(session, row, Doubts.of(row.doubts).with(doubt)));
    }

    /** Reads anew which doubts stand about a person who is locked, and tells the world where there are others than before. */
    Uni<Void> settled(Mutiny.Session session, String id) {
        return session.find(PersonRow.class, id)
                .chain(row -> row == null || row.deletedAt != null
                        ? Uni.createFrom().voidItem()
                        : standing(session, row).chain(doubts -> doubts(session, row, doubts)));
    }

    private Uni<Void> settleRow(Mutiny.Session session, PersonRow row) {
        return standing(session, row)
                .invoke(doubts -> row.doubts = doubts.words())
                .replaceWithVoid();
    }

    /** What refused messages leave, read anew; the others as they stand. */
    private static Uni<Doubts> standing(Mutiny.Session session, PersonRow row) {
        Doubts before = Doubts.of(row.doubts);
        return RefusedMessages.standing(session, row.id)
                .map(words -> before.set(Doubt.HR_MESSAGE_REFUSED, words.contains(Doubt.HR_MESSAGE_REFUSED.name()))
                        .set(Doubt.EMPLOYMENT_UNCLEAR, words.contains(Doubt.EMPLOYMENT_UNCLEAR.name())));
    }

    private Uni<Void> doubts(Mutiny.Session session, PersonRow row, Doubts doubts) {
        if (row.doubts.equals(doubts.words())) {
            return Uni.createFrom().voidItem();
        }
        return session.find(PersonKeyRow.class, row.id).chain(key -> {
            if (key == null) {
                return Uni.createFrom().voidItem();
            }
            Person before = dossiers.open(row, key);
            row.doubts = doubts.words();
            String commitment = advance(row, key, before.attributes(), before.statements(), now());
            return session.flush()
                    .chain(() -> record(row, before.attributes(), "REASSESSED", commitment))
                    .replaceWithVoid();
        });
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
            String commitment = advance(row, key, after, before.statements(), now);
            row.deletedAt = now;
            return session.flush()
                    .chain(() -> forget(session, id))
                    .chain(() -> leave(id, now))
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
        return Panache.withTransaction(() -> eraseInTransaction(id)).map(entry -> entry != null);
    }

    /**
     * As {@link #erase}, in the caller's transaction. The entry in the ledger names the digest of the wrapped key that was destroyed.
     *
     * @return the id of the entry; null where there was no such person with a key
     */
    public Uni<@Nullable Long> eraseInTransaction(String id) {
        return locked(id, (session, row, key) -> {
            if (row.deletedAt == null || key == null) {
                return Uni.createFrom().nullItem();
            }
            String destroyed = digest(key.wrapped);
            row.version++;
            row.changedAt = now();
            row.sealed = null;
            row.externalIdHash = null;
            row.userNameHash = Seal.random(32);
            row.reassessOn = null;
            row.unverified = false;
            return session.remove(key)
                    .chain(session::flush)
                    .chain(() -> forget(session, id))
                    .chain(() -> eraseElsewhere(id))
                    .chain(() -> changes.record(new Change(
                            Topics.PERSONS,
                            id,
                            row.version,
                            ERASED,
                            null,
                            new PersonFact(id, row.version, "ERASED", destroyed))));
        });
    }

    private static String digest(byte[] bytes) {
        MessageDigest digest = Sha256.start();
        digest.update(bytes);
        return Sha256.hex(digest);
    }

    private Uni<Void> eraseElsewhere(String id) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (ErasedWith other : others) {
            all = all.chain(() -> other.erase(id));
        }
        return all;
    }

    /** Those who meet the criteria and are not deleted, in the order in which they came. */
    public Uni<Found> list(PersonCriteria criteria, int offset, int limit) {
        return list(criteria, Ordering.AS_THEY_CAME, offset, limit);
    }

    /** Those who meet the criteria and are not deleted. */
    public Uni<Found> list(PersonCriteria criteria, Ordering ordering, int offset, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(criteria, parameters);
        return Panache.withSession(() -> Panache.getSession().chain(session -> {
            if (limit == 0) {
                return count(session, where, parameters).map(total -> new Found(total, List.of()));
            }
            Mutiny.SelectionQuery<PersonRow> rows =
                    session.createSelectionQuery("select p" + where + ordering.clause, PersonRow.class);
            parameters.forEach(rows::setParameter);
            return rows.setFirstResult(offset)
                    .setMaxResults(limit)
                    .getResultList()
                    .chain(found -> open(session, found))
                    .chain(people -> {
                        if (people.size() < limit && (offset == 0 || !people.isEmpty())) {
                            // The last page tells how many there are.
                            return Uni.createFrom().item(new Found(offset + people.size(), people));
                        }
                        return count(session, where, parameters).map(total -> new Found(total, people));
                    });
        }));
    }

    /** How many meet the criteria and are not deleted. */
    public Uni<Long> count(PersonCriteria criteria) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(criteria, parameters);
        return Panache.withSession(() -> Panache.getSession().chain(session -> count(session, where, parameters)));
    }

    /** Those after an id who meet the criteria and are not deleted, in the order in which they came. */
    public Uni<List<Person>> next(PersonCriteria criteria, String after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(criteria, parameters) + " and p.id > :after order by p.id";
        parameters.put("after", after);
        return Panache.withSession(() -> Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<PersonRow> rows = session.createSelectionQuery("select p" + where, PersonRow.class);
            parameters.forEach(rows::setParameter);
            return rows.setMaxResults(limit).getResultList().chain(found -> open(session, found));
        }));
    }

    /** Those of the ids who are not deleted, in no order. */
    public Uni<List<Person>> all(List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from PersonRow p where p.deletedAt is null and p.id in (:ids)", PersonRow.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .chain(rows -> open(session, rows))));
    }

    private String where(PersonCriteria criteria, Map<String, Object> parameters) {
        return " from PersonRow p where p.deletedAt is null and "
                + new CriteriaQuery(dossiers::userNameHash, dossiers::externalIdHash, dossiers::mark, parameters)
                        .translate(criteria);
    }

    private static Uni<Long> count(Mutiny.Session session, String where, Map<String, Object> parameters) {
        Mutiny.SelectionQuery<Long> count = session.createSelectionQuery("select count(*)" + where, Long.class);
        parameters.forEach(count::setParameter);
        return count.getSingleResult();
    }

    /** Makes the marks those of the attributes. */
    private Uni<Void> mark(Mutiny.Session session, PersonRow row, Set<String> before, ObjectNode attributes) {
        Set<String> after = SearchMarks.of(attributes, dossiers::mark);
        if (after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        Uni<?> removed = before.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery("delete from person_mark where person_id = :id")
                        .setParameter("id", row.id)
                        .executeUpdate();
        return removed.chain(() -> after.isEmpty()
                        ? Uni.createFrom().item(0)
                        : session.createNativeQuery(
                                        "insert into person_mark (mark, person_id)"
                                                + " select m, :id from unnest(string_to_array(:marks, ',')) m on conflict do nothing")
                                .setParameter("id", row.id)
                                .setParameter("marks", String.join(",", after))
                                .executeUpdate())
                .replaceWithVoid();
    }

    /** What else ends with a person. */
    private Uni<Void> leave(String id, Instant now) {
        return Multi.createFrom()
                .iterable(ending)
                .onItem()
                .transformToUniAndConcatenate(other -> other.ended(id, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Takes the marks away with what they mark. */
    private static Uni<Integer> forget(Mutiny.Session session, String id) {
        return session.createNativeQuery("delete from person_mark where person_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Marks records that an earlier version of the program left without.
     *
     * @return how many were found
     */
    Uni<Integer> markSome(int limit) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from PersonRow p where p.marked = false and p.deletedAt is null order by p.id",
                                PersonRow.class)
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .setMaxResults(limit)
                        .getResultList()
                        .chain(rows -> open(session, rows)
                                .chain(people -> Multi.createFrom()
                                        .range(0, rows.size())
                                        .onItem()
                                        .transformToUniAndConcatenate(i -> {
                                            rows.get(i).marked = true;
                                            return mark(
                                                    session,
                                                    rows.get(i),
                                                    Set.of(),
                                                    people.get(i).attributes());
                                        })
                                        .collect()
                                        .asList())
                                .replaceWith(rows.size()))));
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

    /** Wraps keys of persons with the master key of today, some at a time. */
    public Uni<Integer> rewrap(String currentKeyId, int limit) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from PersonKeyRow k where k.masterKeyId <> :current order by k.personId",
                                PersonKeyRow.class)
                        .setParameter("current", currentKeyId)
                        .setMaxResults(limit)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList()
                        .map(keys -> {
                            keys.forEach(dossiers::rewrap);
                            return keys.size();
                        })));
    }

    /** Deleted persons on whom nothing was done since a moment, and who are not erased. */
    public Uni<List<String>> untouchedSince(Instant moment, int limit) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select p.id from PersonRow p join PersonKeyRow k on k.personId = p.id"
                                        + " where p.deletedAt is not null and p.changedAt <= :moment order by p.changedAt, p.id",
                                String.class)
                        .setParameter("moment", moment)
                        .setMaxResults(limit)
                        .getResultList()));
    }

    /** What the other services hear of a person, as of today; null where there is no such person. */
    public Uni<@Nullable PersonState> state(String id) {
        return findAny(id).map(person -> person == null ? null : state(person, day(now())));
    }

    /** Likewise of all persons, those who left included, after an id and in the order in which they came. */
    public Uni<List<PersonState>> states(@Nullable String after, int limit) {
        LocalDate today = day(now());
        return after(after, limit)
                .map(people ->
                        people.stream().map(person -> state(person, today)).toList());
    }

    private static PersonState state(Person person, LocalDate today) {
        return PersonStates.of(
                person.id(),
                person.version(),
                person.active(),
                DeemedExportNationality.assess(ExportControlFacts.read(person.attributes()), today),
                person.doubts(),
                person.changedAt());
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
                    String commitment = advance(row, key, person.attributes(), person.statements(), now);
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
    private String advance(PersonRow row, PersonKeyRow key, ObjectNode attributes, ObjectNode statements, Instant now) {
        row.version++;
        row.changedAt = now;
        row.status = attributes.path("active").asBoolean(false) ? "ACTIVE" : "INACTIVE";
        row.reassessOn = DeemedExportNationality.assess(ExportControlFacts.read(attributes), day(now))
                .changesOn();
        row.unverified = UnverifiedFacts.any(attributes);
        row.doubts = Doubts.of(row.doubts)
                .set(Doubt.SOURCES_DISAGREE, Statements.disagree(statements))
                .set(Doubt.FACTS_UNVERIFIED, row.unverified && unverifiedFacts == UnverifiedFacts.WITHHOLD)
                .words();
        return dossiers.seal(row, key, attributes, statements);
    }

    private Uni<Long> record(PersonRow row, ObjectNode attributes, String kind, String commitment) {
        Assessment assessment = DeemedExportNationality.assess(ExportControlFacts.read(attributes), day(row.changedAt));
        PersonState state =
                PersonStates.of(row.id, row.version, isActive(row), assessment, Doubts.of(row.doubts), row.changedAt);
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

    /**
     * Holds attributes to what a record takes, without writing one.
     *
     * @throws ExportControlFacts.InvalidFactException where a fact cannot be
     */
    public static void requireExact(ObjectNode attributes) {
        requireHappened(attributes, now());
    }

    /** Whether a change from the one to the other would leave the record as it is. */
    public static boolean saysTheSame(ObjectNode before, ObjectNode after) {
        return Verifications.carry(before, after).equals(before);
    }

    private static void requireHappened(ObjectNode attributes, Instant now) {
        ExportControlFacts.requireHappened(ExportControlFacts.read(attributes), day(now));
        ExportControlFacts.employment(attributes);
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
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** In which order the database lists persons. */
    public enum Ordering {
        AS_THEY_CAME("p.id"),
        LAST_TO_COME_FIRST("p.id desc"),
        LEAST_RECENTLY_CHANGED_FIRST("p.changedAt, p.id"),
        MOST_RECENTLY_CHANGED_FIRST("p.changedAt desc, p.id desc");

        private final String clause;

        Ordering(String columns) {
            clause = " order by " + columns;
        }
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
