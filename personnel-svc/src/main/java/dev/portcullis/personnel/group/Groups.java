package dev.portcullis.personnel.group;

import dev.portcullis.personnel.person.EndsWithPerson;
import dev.portcullis.personnel.person.PersonCriteria;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The groups. Each change gives a group its next version and is kept in the ledger in the same transaction. */
@ApplicationScoped
public class Groups implements EndsWithPerson {
    private static final String CHANGED = "dev.portcullis.group.changed";
    private static final Pattern PERSON = Pattern.compile("per-[0-9a-z]{1,64}");

    @Inject
    Changes changes;

    /** @throws UnknownMemberException where a member is no person, or a deleted one */
    public Uni<Group> create(GroupContent content) {
        GroupRow row = new GroupRow();
        row.id = Ids.next("grp");
        Instant now = now();
        row.createdAt = now;
        put(row, content, now);
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.persist(row)
                        .chain(session::flush)
                        .chain(() -> add(session, row.id, content.members()))
                        .chain(() -> record(row, "CREATED", new TreeSet<>(content.members())))
                        .replaceWith(() -> group(row, content.members()))));
    }

    /** A group with its members, or null. */
    public Uni<@Nullable Group> find(String id) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.find(GroupRow.class, id)
                        .chain(row -> row == null
                                ? Uni.createFrom().<@Nullable Group>nullItem()
                                : members(session, id).map(members -> group(row, members)))));
    }

    /**
     * Changes a group. Where the change leaves it as it is, there is no new version.
     *
     * @param change what it throws ends the transaction
     * @return the group after the change; null where there is none
     */
    public Uni<@Nullable Group> change(String id, Function<Group, GroupContent> change) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.find(GroupRow.class, id, LockMode.PESSIMISTIC_WRITE)
                        .chain(row -> row == null
                                ? Uni.createFrom().<@Nullable Group>nullItem()
                                : members(session, id).chain(had -> change(session, row, had, change)))));
    }

    private Uni<@Nullable Group> change(
            Mutiny.Session session, GroupRow row, List<String> had, Function<Group, GroupContent> change) {
        Group before = group(row, had);
        GroupContent after = change.apply(before);
        if (after.equals(new GroupContent(before.displayName(), before.externalId(), Set.copyOf(had)))) {
            return Uni.createFrom().item(before);
        }
        put(row, after, now());
        Set<String> added = new HashSet<>(after.members());
        had.forEach(added::remove);
        Set<String> removed = new HashSet<>(had);
        removed.removeAll(after.members());
        return session.flush()
                .chain(() -> remove(session, row.id, removed))
                .chain(() -> add(session, row.id, added))
                .chain(() -> record(row, "CHANGED", new TreeSet<>(after.members())))
                .replaceWith(() -> group(row, after.members()));
    }

    /**
     * Takes a group away. Its members remain persons.
     *
     * @param check what it throws ends the transaction
     * @return whether there was such a group
     */
    public Uni<Boolean> delete(String id, Consumer<Group> check) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.find(GroupRow.class, id, LockMode.PESSIMISTIC_WRITE)
                        .chain(row -> {
                            if (row == null) {
                                return Uni.createFrom().item(false);
                            }
                            check.accept(group(row, List.of()));
                            long version = row.version + 1;
                            return session.createNativeQuery("delete from scim_group_member where group_id = :id")
                                    .setParameter("id", id)
                                    .executeUpdate()
                                    .chain(() -> session.remove(row))
                                    .chain(session::flush)
                                    .chain(() -> changes.record(new Change(
                                            null, id, version, CHANGED, null, fact(id, version, "DELETED", Set.of()))))
                                    .replaceWith(true);
                        })));
    }

    /**
     * Groups in the order in which they came.
     *
     * @param withMembers whether their members are read
     */
    public Uni<List<Group>> list(GroupCriteria criteria, boolean withMembers, int most) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(criteria, parameters);
        return Panache.withSession(() -> Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<GroupRow> query =
                    session.createSelectionQuery("from GroupRow g where " + where + " order by g.id", GroupRow.class);
            parameters.forEach(query::setParameter);
            return query.setMaxResults(most)
                    .getResultList()
                    .chain(rows -> withMembers
                            ? withMembers(session, rows)
                            : Uni.createFrom()
                                    .item(rows.stream()
                                            .map(row -> group(row, List.of()))
                                            .toList()));
        }));
    }

    /** The groups of persons, without their members. */
    public Uni<Map<String, List<Group>>> of(List<String> persons) {
        if (persons.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select m.personId, g from GroupMemberRow m join GroupRow g on g.id = m.groupId"
                                        + " where m.personId in (:persons) order by g.id",
                                Object[].class)
                        .setParameter("persons", persons)
                        .getResultList()
                        .map(found -> {
                            Map<String, List<Group>> groups = new HashMap<>();
                            for (Object[] pair : found) {
                                groups.computeIfAbsent((String) pair[0], person -> new ArrayList<>())
                                        .add(group((GroupRow) pair[1], List.of()));
                            }
                            return groups;
                        })));
    }

    /** A person who leaves is in no group any more. */
    @Override
    public Uni<Void> ended(String personId, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from GroupRow g where g.id in (select m.groupId from GroupMemberRow m where m.personId = :person)"
                                        + " order by g.id",
                                GroupRow.class)
                        .setParameter("person", personId)
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getResultList()
                        .chain(rows -> Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(row -> {
                                    row.version++;
                                    row.changedAt = at;
                                    return session.flush()
                                            .chain(() -> remove(session, row.id, Set.of(personId)))
                                            .chain(() -> members(session, row.id))
                                            .chain(left -> record(row, "MEMBER_LEFT", new TreeSet<>(left)));
                                })
                                .collect()
                                .asList())
                        .replaceWithVoid());
    }

    private static Uni<List<Group>> withMembers(Mutiny.Session session, List<GroupRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery(
                        "select m.groupId, m.personId from GroupMemberRow m where m.groupId in (:groups)",
                        Object[].class)
                .setParameter("groups", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(found -> {
                    Map<String, List<String>> members = new HashMap<>();
                    for (Object[] pair : found) {
                        members.computeIfAbsent((String) pair[0], group -> new ArrayList<>())
                                .add((String) pair[1]);
                    }
                    return rows.stream()
                            .map(row -> group(row, members.getOrDefault(row.id, List.of())))
                            .toList();
                });
    }

    private static Uni<List<String>> members(Mutiny.Session session, String id) {
        return session.createSelectionQuery(
                        "select m.personId from GroupMemberRow m where m.groupId = :id order by m.personId",
                        String.class)
                .setParameter("id", id)
                .getResultList();
    }

    private static Uni<Void> add(Mutiny.Session session, String id, Set<String> members) {
        if (members.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (!members.stream().allMatch(member -> PERSON.matcher(member).matches())) {
            return Uni.createFrom().failure(new UnknownMemberException());
        }
        // In order, so that two changes that lock the same persons do not wait for one another.
        return session.createNativeQuery("insert into scim_group_member (group_id, person_id) select :id, p.id from"
                        + " (select id from person where id = any(string_to_array(:members, ',')) and deleted_at is null"
                        + " order by id for share) p on conflict do nothing")
                .setParameter("id", id)
                .setParameter("members", String.join(",", members))
                .executeUpdate()
                .invoke(there -> {
                    if (there != members.size()) {
                        throw new UnknownMemberException();
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> remove(Mutiny.Session session, String id, Set<String> members) {
        if (members.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("delete from scim_group_member where group_id = :id and person_id ="
                        + " any(string_to_array(:members, ','))")
                .setParameter("id", id)
                .setParameter("members", String.join(",", members))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String where(GroupCriteria criteria, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("1 = 1");
        narrow(where, parameters, "g.id", criteria.id());
        String name = criteria.displayName();
        narrow(where, parameters, "g.comparableName", name == null ? null : PersonCriteria.comparable(name));
        narrow(where, parameters, "g.externalId", criteria.externalId());
        if (criteria.member() != null) {
            where.append(" and g.id in (select m.groupId from GroupMemberRow m where m.personId = :member)");
            parameters.put("member", criteria.member());
        }
        return where.toString();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            String name = "p" + parameters.size();
            where.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    private Uni<Long> record(GroupRow row, String kind, Set<String> members) {
        return changes.record(
                new Change(null, row.id, row.version, CHANGED, null, fact(row.id, row.version, kind, members)));
    }

    private static GroupFact fact(String id, long version, String kind, Set<String> members) {
        return new GroupFact(id, version, kind, members.size(), Sha256.of(String.join("\n", members)));
    }

    private static void put(GroupRow row, GroupContent content, Instant now) {
        row.version++;
        row.displayName = content.displayName();
        row.comparableName = PersonCriteria.comparable(content.displayName());
        row.externalId = content.externalId();
        row.changedAt = now;
    }

    private static Group group(GroupRow row, java.util.Collection<String> members) {
        return new Group(
                row.id,
                row.version,
                row.displayName,
                row.externalId,
                members.stream().sorted().toList(),
                row.createdAt,
                row.changedAt);
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** A member is no person of ours. Does not repeat which. */
    public static final class UnknownMemberException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownMemberException() {
            super("a member is unknown", null, false, false);
        }
    }
}
