package dev.portcullis.personnel.membership;

import dev.portcullis.personnel.deemed.TechnologyAccess;
import dev.portcullis.personnel.membership.MembershipTables.Desired;
import dev.portcullis.personnel.membership.MembershipTables.Desired.Due;
import dev.portcullis.platform.pulse.Pulse;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the realm's groups as admissions say. A change of an admission says in its own transaction whose membership is due; where the realm
 * is away, it stays due. All groups are compared from time to time: who is in one and should not be, whoever put him there, is taken out,
 * and counted as drift. Those who lost access come first, leave before anybody joins, and have their sessions ended.
 *
 * <p>Where what admissions rest on is older than its limit, all groups are emptied, and filled again when it is not: no admission changes by
 * that. One replica works at a time, under a database lock.
 */
@ApplicationScoped
public class Membership {
    private static final Logger LOG = Logger.getLogger(Membership.class);
    private static final long LOCK = 0x706f72746d656d62L;
    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Inject
    Pool pool;

    @Inject
    MembershipTables tables;

    @Inject
    Realm realm;

    @Inject
    MembershipSettings settings;

    @Inject
    TechnologyAccess technology;

    @Inject
    MeterRegistry metrics;

    private Instant startedAt = Instant.EPOCH;
    private Instant comparedAt = Instant.EPOCH;
    private boolean held;
    private boolean wasCurrent;
    private @Nullable Pulse pulse;

    void start(@Observes StartupEvent event) {
        if (!settings.enabled()) {
            LOG.info("membership in the realm is not kept: portcullis.membership.enabled is false");
            return;
        }
        startedAt = Instant.now();
        pulse = Pulse.start("membership", settings.watch(), this::turn);
    }

    void stop(@Observes ShutdownEvent event) {
        if (pulse != null) {
            pulse.close();
        }
    }

    private void turn() {
        Instant now = Instant.now();
        pool.withTransaction(connection -> connection
                        .query("select 1")
                        .execute()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(() -> inRequest(() -> work(tables.in(connection), now))))
                .await()
                .atMost(PATIENCE);
    }

    /** The realm's client lives as long as a request does: each turn is one. */
    private static void inRequest(Runnable work) {
        ManagedContext context = Arc.container().requestContext();
        if (context.isActive()) {
            work.run();
            return;
        }
        context.activate();
        try {
            work.run();
        } finally {
            context.terminate();
        }
    }

    private void work(Desired desired, Instant now) {
        if (!desired.lock(LOCK)) {
            return;
        }
        hold(desired, now);
        applyAll(desired);
        if (now.isAfter(comparedAt.plus(settings.reconcile())) && (wasCurrent || held)) {
            compare(desired);
            comparedAt = now;
        }
    }

    /** One that cannot be done keeps none of the others waiting, and stays due; where none can, the realm is away. */
    private void applyAll(Desired desired) {
        List<Due> due = desired.due(AT_ONCE);
        RuntimeException last = null;
        int failed = 0;
        for (Due one : due) {
            try {
                apply(desired, one);
                desired.done(one);
            } catch (RuntimeException e) {
                failed++;
                last = e;
                count("failed");
                LOG.warnf("membership of %s is looked at again: %s", one.personId(), e.getClass());
            }
        }
        if (last != null && failed == due.size()) {
            throw last;
        }
    }

    private void hold(Desired desired, Instant now) {
        boolean current = technology.reliable().isCurrent(now);
        wasCurrent |= current;
        boolean waits = !wasCurrent && now.isBefore(startedAt.plus(settings.patience()));
        boolean holds = !current && !waits;
        if (holds != held) {
            LOG.warn(
                    holds
                            ? "what admissions rest on is older than its limit: all groups are emptied until it is not"
                            : "what admissions rest on is recent again: the groups are filled");
            metrics.counter("portcullis.membership.holds", "holds", Boolean.toString(holds))
                    .increment();
            desired.allDue();
            held = holds;
        }
    }

    private void apply(Desired desired, Due due) {
        List<String> accounts = realm.accounts(due.personId());
        if (accounts.size() > 1) {
            metrics.counter("portcullis.membership.ambiguous").increment();
            LOG.errorf("several accounts say that they are %s: none of them is let in", due.personId());
        }
        Set<String> should = held || accounts.size() != 1 ? Set.of() : desired.groupsOf(due.personId());
        for (String account : accounts) {
            Map<String, String> is = realm.groupsOf(account);
            Comparison comparison = Comparison.of(is.keySet(), should);
            for (String group : comparison.leave()) {
                String id = is.get(group);
                if (id != null) {
                    realm.leave(account, id);
                    count("left");
                }
            }
            if (due.endsSessions()) {
                realm.endSessions(account);
                count("sessions-ended");
            }
            for (String group : comparison.join()) {
                realm.join(account, group);
                count("joined");
            }
        }
    }

    private void compare(Desired desired) {
        Map<String, String> groups = realm.groups();
        Set<String> missing = held ? new HashSet<>() : desired.groups();
        for (Map.Entry<String, String> group : groups.entrySet()) {
            Set<String> should = held ? Set.of() : desired.personsOf(group.getKey());
            Set<String> found = new HashSet<>();
            realm.members(group.getValue()).forEach((account, person) -> {
                if (person == null || !should.contains(person) || !found.add(person)) {
                    realm.leave(account, group.getValue());
                    realm.endSessions(account);
                    drift("unknown-member");
                }
            });
            Comparison.of(found, should).join().forEach(person -> {
                desired.due(person);
                drift("missing-member");
            });
            missing.remove(group.getKey());
        }
        for (String group : missing) {
            desired.personsOf(group).forEach(desired::due);
        }
    }

    private void drift(String kind) {
        metrics.counter("portcullis.membership.drift", "kind", kind).increment();
    }

    private void count(String what) {
        metrics.counter("portcullis.membership.changes", "what", what).increment();
    }
}
