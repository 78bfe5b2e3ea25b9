package dev.portcullis.screening.stake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Share;
import dev.portcullis.screening.ownership.Stake;
import dev.portcullis.screening.screening.Identity;
import dev.portcullis.screening.screening.Named;
import dev.portcullis.screening.screening.Subject;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps stakes with their history: what a source said, and from when to when it said so. All operations run in the caller's transaction.
 */
@ApplicationScoped
public class StakeStore {
    /** An instant by which everything is told that is committed, whatever the clock of the replica that wrote it. */
    public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Rows that go to the database in one statement. */
    private static final int BATCH = 1_000;

    /** Owners that are looked up in one statement. */
    private static final int LOOKED_UP = 1_000;

    private static final String TOLD = " recorded_at <= :known and (superseded_at is null or superseded_at > :known) ";

    private static final String INSERT = """
            insert into stake (source, digest, owner, owned, kind, low, high, valid_from, valid_to, recorded_at, recorded_by,
                confirmed_by)
            select :source, s.digest, s.owner, s.owned, s.kind, s.low, s.high, s."from", s."to", :now, :by, :by
            from jsonb_to_recordset(cast(cast(:stakes as text) as jsonb))
                as s(digest text, owner text, owned text, kind text, low numeric, high numeric, "from" date, "to" date)
            on conflict (source, digest) where superseded_at is null do update set confirmed_by = excluded.confirmed_by""";

    private static final String NAMES = """
            insert into stake_owner (owner, name, changed_at)
            select n.owner, n.name, :now from jsonb_to_recordset(cast(cast(:names as text) as jsonb)) as n(owner text, name jsonb)
            on conflict (owner) do update set name = excluded.name, changed_at = excluded.changed_at
            where stake_owner.name <> excluded.name""";

    /** Up from the starts to all who own of them, through other ids of the same. */
    private static final String ABOVE = """
            with recursive reached(node) as (
                select cast(unnest(cast(:starts as text[])) as text)
                union
                select up.node from reached join lateral (
                    select owner as node from stake where owned = reached.node and %1$s
                    union all
                    select owned from stake where owner = reached.node and kind = 'SAME' and %1$s) as up on true)
            select stake.owner, stake.owned, stake.kind, stake.low, stake.high, stake.valid_from, stake.valid_to, stake.source
            from stake join reached on stake.owned = reached.node where %1$s""".formatted(TOLD);

    /** Down from the starts to all kept parties that they own something of, and the starts themselves. */
    private static final String BELOW = """
            with recursive reached(node) as (
                %s
                union
                select down.node from reached join lateral (
                    select owned as node from stake where owner = reached.node and superseded_at is null
                    union all
                    select owner from stake where owned = reached.node and kind = 'SAME' and superseded_at is null) as down
                    on true)
            insert into ownership_due (party, due_on)
            select party.id, :day from reached join party on party.id = substring(reached.node from 7)
            where reached.node like 'party:%%'""";

    private static final String BELOW_OWNERS = BELOW.formatted("select cast(unnest(cast(:starts as text[])) as text)");
    private static final String BELOW_CHANGED = BELOW.formatted("""
            select owned from stake where recorded_by = :by or superseded_by = :by
                union
                select owner from stake where (recorded_by = :by or superseded_by = :by) and kind = 'SAME'""");

    @Inject
    ObjectMapper json;

    /** Lets one change of a source's stakes run at a time. */
    public Uni<Void> hold(String source) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtext(:source))) as held",
                                Integer.class)
                        .setParameter("source", "stakes of " + source)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /**
     * Makes these stakes all that a source says from now on.
     *
     * @param by the id of the change
     * @return how many are new, and how many the source says no longer
     */
    public Uni<Change> replace(
            String source, Collection<Stake> stakes, Map<Owner, OwnerName> names, String by, Instant now) {
        Uni<Void> written = Uni.createFrom().voidItem();
        List<Map.Entry<Owner, OwnerName>> named = List.copyOf(names.entrySet());
        for (int from = 0; from < named.size(); from += BATCH) {
            List<Map.Entry<Owner, OwnerName>> batch = named.subList(from, Math.min(named.size(), from + BATCH));
            written = written.chain(() -> writeNames(batch, now));
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        stakes.forEach(stake -> {
            Row row = Row.of(stake);
            rows.putIfAbsent(row.digest(), row);
        });
        List<Row> all = List.copyOf(rows.values());
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Row> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            written = written.chain(() -> writeStakes(source, batch, by, now));
        }
        return written.chain(() -> end(source, by, now))
                .chain(ended -> added(by).map(added -> new Change(added, ended)));
    }

    /** What a change did. */
    public record Change(int added, int ended) {}

    /** A stake as it goes to the database. */
    record Row(
            String digest,
            String owner,
            String owned,
            String kind,
            BigDecimal low,
            BigDecimal high,
            @Nullable String from,
            @Nullable String to) {
        static Row of(Stake stake) {
            String from = stake.from() == null ? null : stake.from().toString();
            String to = stake.to() == null ? null : stake.to().toString();
            String said = String.join(
                    "\n",
                    stake.owner().toString(),
                    stake.owned().toString(),
                    stake.kind().name(),
                    stake.share().toString(),
                    String.valueOf(from),
                    String.valueOf(to));
            return new Row(
                    Sha256.of(said),
                    stake.owner().toString(),
                    stake.owned().toString(),
                    stake.kind().name(),
                    stake.share().low(),
                    stake.share().high(),
                    from,
                    to);
        }
    }

    private Uni<Void> writeStakes(String source, List<Row> rows, String by, Instant now) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("digest", row.digest);
            value.put("owner", row.owner);
            value.put("owned", row.owned);
            value.put("kind", row.kind);
            value.put("low", row.low);
            value.put("high", row.high);
            if (row.from != null) {
                value.put("from", row.from);
            }
            if (row.to != null) {
                value.put("to", row.to);
            }
            values.add(value);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("source", source)
                        .setParameter("now", now)
                        .setParameter("by", by)
                        .setParameter("stakes", write(values))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> writeNames(List<Map.Entry<Owner, OwnerName>> names, Instant now) {
        List<Map<String, Object>> values = names.stream()
                .map(named -> Map.<String, Object>of("owner", named.getKey().toString(), "name", named.getValue()))
                .toList();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NAMES)
                        .setParameter("now", now)
                        .setParameter("names", write(values))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Integer> end(String source, String by, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update stake set superseded_at = :now, superseded_by = :by where source = :source and superseded_at is"
                                        + " null and confirmed_by <> :by")
                        .setParameter("now", now)
                        .setParameter("by", by)
                        .setParameter("source", source)
                        .executeUpdate());
    }

    private static Uni<Integer> added(String by) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from stake where recorded_by = :by", Long.class)
                        .setParameter("by", by)
                        .getSingleResult())
                .map(Math::toIntExact);
    }

    /** Marks the parties that a change reaches. */
    public Uni<Integer> markReached(String by, LocalDate day) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BELOW_CHANGED)
                        .setParameter("by", by)
                        .setParameter("day", day)
                        .executeUpdate());
    }

    /** Marks the parties below owners of whom something has changed beside their stakes. */
    public Uni<Integer> markBelow(Collection<Owner> owners, LocalDate day) {
        if (owners.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BELOW_OWNERS)
                        .setParameter("starts", texts(owners))
                        .setParameter("day", day)
                        .executeUpdate());
    }

    /** Marks a party for a day to come, unless it is marked for it. */
    Uni<Void> markFor(String party, LocalDate day) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into ownership_due (party, due_on) select :party, :day where not exists"
                                        + " (select 1 from ownership_due where party = :party and due_on = :day)")
                        .setParameter("party", party)
                        .setParameter("day", day)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A mark. */
    public record Due(long id, String party) {}

    /** Marks whose day has come, the oldest first; those that somebody else works at are left out. */
    public Uni<List<Due>> dueAndLock(LocalDate day, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id, party from ownership_due where due_on <= :day order by due_on, id limit :count for update skip"
                                        + " locked",
                                Object[].class)
                        .setParameter("day", day)
                        .setParameter("count", count)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Due(((Number) row[0]).longValue(), (String) row[1]))
                        .toList());
    }

    /** Takes marks away. */
    public Uni<Void> done(List<Due> marks) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from ownership_due where id in (:ids)")
                        .setParameter("ids", marks.stream().map(Due::id).toList())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** All stakes that lead up from the starts, as they were told at an instant. */
    public Uni<List<Stake>> above(Collection<Owner> starts, Instant known) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ABOVE, Object[].class)
                        .setParameter("starts", texts(starts))
                        .setParameter("known", known)
                        .getResultList())
                .map(rows -> rows.stream().map(StakeStore::stake).toList());
    }

    private static Stake stake(Object[] row) {
        return new Stake(
                Owner.parse((String) row[0]),
                Owner.parse((String) row[1]),
                Stake.Kind.valueOf((String) row[2]),
                Share.between((BigDecimal) row[3], (BigDecimal) row[4]),
                date(row[5]),
                date(row[6]),
                (String) row[7]);
    }

    private static @Nullable LocalDate date(@Nullable Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }

    /** Who the owners are that have a name: kept parties, and those who are known by name only. */
    Uni<Map<Owner, Subject>> subjects(Collection<Owner> owners) {
        List<String> parties = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Owner owner : owners) {
            switch (owner.kind()) {
                case PARTY -> parties.add(owner.key());
                case OTHER -> others.add(owner.toString());
                case ENTRY -> {}
            }
        }
        Map<Owner, Subject> found = new HashMap<>();
        return inBatches(
                        parties,
                        "select id, name, aliases, country, addresses, identity from party where id in (:keys)",
                        row -> found.put(
                                Owner.party((String) row[0]),
                                read((String) row[5], Identity.class)
                                        .subject(
                                                (String) row[1],
                                                List.of(read((String) row[2], String[].class)),
                                                CountryCode.of((String) row[3]),
                                                List.of(read((String) row[4], String[].class)))))
                .chain(() -> inBatches(
                        others,
                        "select owner, cast(name as text) from stake_owner where owner in (:keys)",
                        row -> found.put(Owner.parse((String) row[0]), subject((String) row[1]))))
                .replaceWith(found);
    }

    /** Owners who are known by name only, in the order of their keys, starting after the given one. */
    public Uni<List<Named<Owner>>> named(@Nullable Owner after, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select owner, cast(name as text) from stake_owner where owner > :after order by owner limit :count",
                                Object[].class)
                        .setParameter("after", after == null ? "" : after.toString())
                        .setParameter("count", count)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Named<>(Owner.parse((String) row[0]), subject((String) row[1])))
                        .toList());
    }

    private Subject subject(String stored) {
        OwnerName name = read(stored, OwnerName.class);
        String country = name.country();
        return new Subject(
                name.names().get(0),
                name.names().subList(1, name.names().size()),
                country == null ? null : CountryCode.of(country));
    }

    /** Which of the ids are no kept parties. */
    public Uni<List<String>> unknownParties(Collection<String> ids) {
        TreeSet<String> unknown = new TreeSet<>(ids);
        return inBatches(
                        List.copyOf(ids),
                        "select id, version from party where id in (:keys)",
                        row -> unknown.remove((String) row[0]))
                .replaceWith(() -> List.copyOf(unknown));
    }

    /** Which of the owners are known by name only, and are not known. */
    public Uni<List<String>> unknownOthers(Collection<Owner> owners) {
        TreeSet<String> unknown = new TreeSet<>();
        owners.stream()
                .filter(owner -> owner.kind() == Owner.Kind.OTHER)
                .forEach(owner -> unknown.add(owner.toString()));
        return inBatches(
                        List.copyOf(unknown),
                        "select owner, cast(name as text) from stake_owner where owner in (:keys)",
                        row -> unknown.remove((String) row[0]))
                .replaceWith(() -> List.copyOf(unknown));
    }

    /** The entries of some editions that have one of the ids. */
    Uni<Void> entries(List<String> editions, Collection<String> ids, Consumer<ListedParty> each) {
        return inBatches(
                List.copyOf(ids),
                Map.of("editions", editions),
                "select entry_id, cast(content as text) from list_entry where edition in (:editions) and entry_id in (:keys)",
                row -> each.accept(read((String) row[1], ListedParty.class)));
    }

    private Uni<Void> inBatches(List<String> keys, String query, Consumer<Object[]> each) {
        return inBatches(keys, Map.of(), query, each);
    }

    private Uni<Void> inBatches(List<String> keys, Map<String, ?> parameters, String query, Consumer<Object[]> each) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int from = 0; from < keys.size(); from += LOOKED_UP) {
            List<String> batch = keys.subList(from, Math.min(keys.size(), from + LOOKED_UP));
            done = done.chain(() -> Panache.getSession()
                    .chain(session -> {
                        var selection =
                                session.createNativeQuery(query, Object[].class).setParameter("keys", batch);
                        parameters.forEach(selection::setParameter);
                        return selection.getResultList();
                    })
                    .invoke(rows -> rows.forEach(each))
                    .replaceWithVoid());
        }
        return done;
    }

    private static String[] texts(Collection<Owner> owners) {
        return owners.stream().map(Owner::toString).toArray(String[]::new);
    }

    <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored of an owner cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stakes cannot be written", e);
        }
    }
}
