package dev.portcullis.licensing.alert;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stored alerts. Everything runs in the caller's transaction. */
@ApplicationScoped
class Alerts {
    private static final String COLUMNS = """
            id, license_id, license_number, kind, part, threshold, message, raised_at, acknowledged_by, acknowledged_at""";
    private static final String RAISE = """
            insert into license_alert (id, license_id, license_number, kind, part, threshold, basis, message, raised_at)
            values (:id, :license, :number, :kind, :part, :threshold, :basis, :message, :at) on conflict do nothing""";
    private static final String LIST = "select " + COLUMNS + """
             from license_alert where id > :after and (:kind = '' or kind = :kind) and (:license = '' or license_id = :license)
            and (:all or acknowledged_at is null) order by id limit :most""";
    private static final String FIND = "select " + COLUMNS + " from license_alert where id = :id for update";
    private static final String ACKNOWLEDGE =
            "update license_alert set acknowledged_by = :by, acknowledged_at = :at where id = :id";
    private static final String OPEN =
            "select kind, count(*) from license_alert where acknowledged_at is null group by kind";

    @Inject
    Changes changes;

    /** Raises what was not raised before; how many of them. */
    Uni<Integer> raise(List<Alert.Due> due, Instant now) {
        Uni<Integer> raised = Uni.createFrom().item(0);
        for (Alert.Due one : due) {
            raised = raised.chain(before -> raise(one, now).map(count -> before + count));
        }
        return raised;
    }

    private static Uni<Integer> raise(Alert.Due due, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RAISE)
                        .setParameter("id", Ids.next("lal"))
                        .setParameter("license", due.licenseId())
                        .setParameter("number", due.licenseNumber())
                        .setParameter("kind", due.kind().name())
                        .setParameter("part", due.part())
                        .setParameter("threshold", due.threshold())
                        .setParameter("basis", due.basis())
                        .setParameter("message", due.message())
                        .setParameter("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate());
    }

    /** Alerts in the order of their raising, after one, narrowed to what is given. */
    Uni<List<Alert>> list(
            Alert.@Nullable Kind kind, @Nullable String license, boolean all, @Nullable String after, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("kind", kind == null ? "" : kind.name())
                        .setParameter("license", license == null ? "" : license)
                        .setParameter("all", all)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(Alerts::alert).toList());
    }

    /** Keeps who looked at an alert; 404 where there is none, 409 where somebody did before. */
    Uni<Alert> acknowledge(String id, String by, Instant now) {
        return find(id).invoke(alert -> {
                    if (alert.acknowledgedAt() != null) {
                        throw Problems.conflict("The alert was acknowledged before.");
                    }
                })
                .call(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ACKNOWLEDGE)
                                .setParameter("by", by)
                                .setParameter("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                                .setParameter("id", id)
                                .executeUpdate()))
                .call(alert -> changes.record(new Change(
                        null,
                        id,
                        1,
                        "dev.portcullis.license.alert.acknowledged",
                        null,
                        new Fact(alert.licenseNumber(), alert.kind(), alert.part(), alert.threshold()))))
                .chain(() -> find(id));
    }

    /** How many nobody looked at yet, by kind. */
    Uni<Map<Alert.Kind, Long>> open() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OPEN, Object[].class).getResultList())
                .map(rows -> {
                    Map<Alert.Kind, Long> counts = new EnumMap<>(Alert.Kind.class);
                    rows.forEach(row -> counts.put(Alert.Kind.valueOf((String) row[0]), ((Number) row[1]).longValue()));
                    return counts;
                });
    }

    private static Uni<Alert> find(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw Problems.notFound("alert", id);
                    }
                    return alert(row);
                });
    }

    private static Alert alert(Object[] row) {
        Instant raisedAt = instant(row[7]);
        if (raisedAt == null) {
            throw new IllegalStateException("an alert was raised at no time");
        }
        return new Alert(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Alert.Kind.valueOf((String) row[3]),
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(),
                (String) row[6],
                raisedAt,
                (String) row[8],
                instant(row[9]));
    }

    private static @Nullable Instant instant(@Nullable Object stored) {
        return stored instanceof OffsetDateTime time ? time.toInstant() : (Instant) stored;
    }

    /** Ledger fact: somebody looked at an alert. */
    @RegisterForReflection
    record Fact(String number, Alert.Kind kind, int part, int threshold) {}
}
