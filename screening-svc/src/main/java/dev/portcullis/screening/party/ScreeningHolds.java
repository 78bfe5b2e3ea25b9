package dev.portcullis.screening.party;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which parties' screenings hold for the editions that are searched. One holds that was made against them, and one that was made against earlier
 * ones where nothing that has changed since can touch the party: then its row stays as it is, and a row for all of its like says so. All
 * operations run in the caller's transaction.
 */
@ApplicationScoped
public class ScreeningHolds {
    /** What parties were screened against, without reading all parties; those of nothing are told apart. */
    private static final String STALE = """
            with recursive seen(editions) as (
                (select min(screened_edition) from party)
                union all
                select (select min(screened_edition) from party where screened_edition > seen.editions) from seen
                where seen.editions is not null)
            select editions from seen where editions is not null and editions <> :editions
                and not exists (select 1 from screening_holds where editions = :editions and screened = seen.editions)
            limit 1""";

    private static final String LOCK_STALE = """
            select id from party where screened_edition = :stale limit :count for update skip locked""";

    private static final String LOCK_UNSCREENED = """
            select id from party where screened_edition is null limit :count for update skip locked""";

    private static final String CARRY = """
            insert into screening_holds (editions, screened)
            select :next, s.screened
            from (select screened from screening_holds where editions = :editions union select cast(:editions as text)) as s
            where exists (select 1 from party where screened_edition = s.screened)
            on conflict do nothing""";

    /**
     * A mark behind which lie all changes that are committed by now: {@link #changedSince} gives those after it, and those that were under way.
     */
    public Uni<String> mark() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)", String.class)
                        .getSingleResult());
    }

    /** The parties that were registered or changed since a mark, and perhaps some from before it. Reads all rows' headers. */
    public Uni<List<String>> changedSince(String mark) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from party where age(xmin) <= age(xid(cast(cast(:mark as text) as xid8))) order by id",
                                String.class)
                        .setParameter("mark", mark)
                        .getResultList());
    }

    /** The owners that are known by name only and were told or renamed since a mark, likewise. */
    public Uni<List<String>> ownersChangedSince(String mark) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select owner from stake_owner where age(xmin) <= age(xid(cast(cast(:mark as text) as xid8)))",
                                String.class)
                        .setParameter("mark", mark)
                        .getResultList());
    }

    /** What screenings were made against that hold for the editions. */
    public Uni<Set<String>> heldFor(String editions) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select screened from screening_holds where editions = :editions", String.class)
                        .setParameter("editions", editions)
                        .getResultList())
                .map(screened -> {
                    Set<String> held = new HashSet<>(screened);
                    held.add(editions);
                    return held;
                });
    }

    /** What holds for some editions holds for the next ones, but for those who are given to {@link #endFor}. */
    public Uni<Void> carryOver(String editions, String next) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CARRY)
                        .setParameter("editions", editions)
                        .setParameter("next", next)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The parties' screenings hold for nothing any more; what they found stays until they are screened again. */
    public Uni<Void> endFor(List<String> parties) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update party set screened_edition = null where id = any(cast(:ids as text[]))")
                        .setParameter("ids", parties.toArray(String[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Some parties whose screenings do not hold for the editions, locked; those that somebody else has locked are left out. */
    public Uni<List<String>> behindAndLock(String editions, int count) {
        return lockUnscreened(count)
                .chain(unscreened -> unscreened.size() == count
                        ? Uni.createFrom().item(unscreened)
                        : stale(editions)
                                .chain(stale -> stale.isEmpty()
                                        ? Uni.createFrom().item(unscreened)
                                        : lockStale(stale.get(0), count - unscreened.size())
                                                .map(more -> both(unscreened, more))));
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Whether there is a party whose screening does not hold for the editions. */
    public Uni<Boolean> anyBehind(String editions) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from party where screened_edition is null limit 1", String.class)
                        .getResultList())
                .chain(unscreened -> unscreened.isEmpty()
                        ? stale(editions).map(stale -> !stale.isEmpty())
                        : Uni.createFrom().item(true));
    }

    private static Uni<List<String>> stale(String editions) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STALE, String.class)
                        .setParameter("editions", editions)
                        .getResultList());
    }

    private static Uni<List<String>> lockUnscreened(int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_UNSCREENED, String.class)
                        .setParameter("count", count)
                        .getResultList());
    }

    private static Uni<List<String>> lockStale(String stale, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_STALE, String.class)
                        .setParameter("stale", stale)
                        .setParameter("count", count)
                        .getResultList());
    }
}
