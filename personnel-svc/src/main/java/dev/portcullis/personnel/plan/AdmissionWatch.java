package dev.portcullis.personnel.plan;

import dev.portcullis.personnel.deemed.TechnologyAccess;
import dev.portcullis.personnel.deemed.TechnologyAccess.AnswerChanged;
import dev.portcullis.platform.pulse.Pulse;
import dev.portcullis.platform.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks again at admissions that have become due: a changed person or plan says so in its own transaction, a changed answer when it
 * arrives, and the end of a visa, license or briefing by the clock. After a start, all are looked at once, for what arrived in a process that
 * died is told to nobody again. Two replicas that look at the same admission go one after the other.
 */
@ApplicationScoped
public class AdmissionWatch {
    private static final Logger LOG = Logger.getLogger(AdmissionWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS_WHILE_OLD = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;

    private static final String ALL = """
            insert into admission_due (admission_id) select id from admission where state = 'ADMITTED'""";
    private static final String OF_ITEMS = """
            insert into admission_due (admission_id)
            select distinct a.id from admission a join technology_control_plan_item i on i.plan_id = a.plan_id
            where i.item_id = any($1) and a.state = 'ADMITTED'""";
    private static final String BY_CLOCK = """
            with ripe as (
                update admission set recheck_at = null where state = 'ADMITTED' and recheck_at <= now() returning id)
            insert into admission_due (admission_id) select id from ripe""";
    private static final String DUE = """
            select admission_id, max(id) as seen from admission_due group by admission_id order by min(id) limit $1""";

    @Inject
    Pool pool;

    @Inject
    Admissions admissions;

    @Inject
    TechnologyAccess technology;

    @Inject
    Transactions transactions;

    @Inject
    @ConfigProperty(name = "portcullis.plans.watch", defaultValue = "PT0.1S")
    Duration pause;

    private final Set<String> items = new LinkedHashSet<>();
    private boolean begun;
    private Instant lastLookWhileOld = Instant.EPOCH;
    private @Nullable Pulse pulse;

    private record Due(String admission, long seen) {}

    void start(@Observes StartupEvent event) {
        pulse = Pulse.start("admissions", pause, this::turn);
    }

    void stop(@Observes ShutdownEvent event) {
        if (pulse != null) {
            pulse.close();
        }
    }

    void answer(@Observes AnswerChanged changed) {
        synchronized (items) {
            items.add(changed.itemId());
        }
    }

    private void turn() {
        if (!begun) {
            pool.query(ALL).execute().await().atMost(PATIENCE);
            begun = true;
        }
        noteItems();
        pool.query(BY_CLOCK).execute().await().atMost(PATIENCE);
        List<Due> due = due();
        Instant now = Instant.now();
        if (!due.isEmpty() && !technology.reliable().isCurrent(now)) {
            // They stay due until enough is known: no need to ask at each turn.
            if (now.isBefore(lastLookWhileOld.plus(BETWEEN_LOOKS_WHILE_OLD))) {
                return;
            }
            lastLookWhileOld = now;
        }
        for (Due one : due) {
            try {
                transactions.run(() -> admissions.recheck(one.admission(), one.seen(), Instant.now()));
            } catch (RuntimeException e) {
                LOG.warnf("admission %s is looked at again: %s", one.admission(), e.getClass());
            }
        }
    }

    private void noteItems() {
        List<String> changed;
        synchronized (items) {
            changed = new ArrayList<>(items);
            items.clear();
        }
        if (changed.isEmpty()) {
            return;
        }
        try {
            pool.preparedQuery(OF_ITEMS)
                    .execute(Tuple.tuple().addArrayOfString(changed.toArray(String[]::new)))
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException e) {
            synchronized (items) {
                items.addAll(changed);
            }
            throw e;
        }
    }

    private List<Due> due() {
        List<Due> due = new ArrayList<>();
        for (Row row :
                pool.preparedQuery(DUE).execute(Tuple.of(AT_ONCE)).await().atMost(PATIENCE)) {
            due.add(new Due(row.getString("admission_id"), row.getLong("seen")));
        }
        return due;
    }
}
