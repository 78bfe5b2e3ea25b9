package dev.portcullis.personnel.source;

import dev.portcullis.contracts.Topics;
import dev.portcullis.personnel.source.HrSource.Word;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.outbox.FeedLimit;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.pulse.Pulse;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears the HR systems. Until when persons' records may be relied on is the last word of the system that has been silent longest, and the
 * limit; before the first word of any, they may not.
 */
@ApplicationScoped
public class HrSources implements FeedLimit {
    private static final Logger LOG = Logger.getLogger(HrSources.class);
    private static final String RETIRED = "dev.portcullis.hr-source.retired";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Between two words of one system over SCIM that are written down. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private static final String HEAR = """
            insert into hr_source (id, version, complete_up_to, word) values ($1, 1, $2, $3)
            on conflict (id) do update set complete_up_to = excluded.complete_up_to, word = excluded.word,
                retired_at = null, version = hr_source.version + case when hr_source.retired_at is null then 0 else 1 end
            where hr_source.complete_up_to < excluded.complete_up_to
            """;
    private static final String EARLIEST = "select min(complete_up_to) from hr_source where retired_at is null";

    @Inject
    Pool pool;

    @Inject
    HrSettings settings;

    @Inject
    Changes changes;

    @Inject
    MeterRegistry metrics;

    private final Map<String, Instant> written = new ConcurrentHashMap<>();
    private volatile Instant goodUntil = Instant.EPOCH;
    private @Nullable Pulse pulse;

    void start(@Observes StartupEvent event) {
        metrics.gauge(
                "portcullis.hr.good.seconds",
                this,
                sources -> Duration.between(Instant.now(), sources.goodUntil()).toMillis() / 1000.0);
        pulse = Pulse.start("hr-sources", settings.watch(), () -> look().await().atMost(PATIENCE));
    }

    void stop(@Observes ShutdownEvent event) {
        if (pulse != null) {
            pulse.close();
        }
    }

    @Override
    public String topic() {
        return Topics.PERSONS;
    }

    @Override
    public Instant goodUntil() {
        return goodUntil;
    }

    /**
     * Hears that a system told all that it knew by a moment. An earlier moment than one that was heard before changes nothing.
     *
     * @param completeUpTo at most now: nobody can answer for what is to come
     * @throws dev.portcullis.platform.problem.ProblemException 422 where the moment is ahead
     */
    public Uni<HrSource> hear(String id, Word word, Instant completeUpTo) {
        if (completeUpTo.isAfter(Instant.now().plus(CLOCK_SKEW))) {
            return Uni.createFrom()
                    .failure(Problems.unprocessable("/completeUpTo", "is ahead: nobody knows what is to come"));
        }
        return pool.preparedQuery(HEAR)
                .execute(Tuple.of(id, utc(completeUpTo), word.name()))
                .chain(this::look)
                .chain(() -> get(id));
    }

    /** Hears, in passing, that a system read or wrote just now. Costs nothing where it did so a moment ago. */
    public void overhear(String id, Instant now) {
        Instant last = written.get(id);
        if (last != null && now.isBefore(last.plus(PACE))) {
            return;
        }
        written.put(id, now);
        hear(id, Word.SCIM, now).subscribe().with(heard -> {}, failure -> {
            written.remove(id);
            LOG.warnf("that HR spoke could not be written down: %s", failure.getClass());
        });
    }

    /** A system; 404 where none of the name ever spoke. */
    public Uni<HrSource> get(String id) {
        return pool.preparedQuery("select * from hr_source where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problems.notFound("HR source", id);
                    }
                    return source(rows.iterator().next());
                });
    }

    /** Systems in the order of their names. */
    public Uni<List<HrSource>> page(@Nullable String after, int count) {
        return pool.preparedQuery("select * from hr_source where id > $1 order by id limit $2")
                .execute(Tuple.of(after == null ? "" : after, count))
                .map(rows -> {
                    List<HrSource> sources = new ArrayList<>();
                    rows.forEach(row -> sources.add(source(row)));
                    return sources;
                });
    }

    /** Waits no more for a system, until it speaks again. Must be called inside a transaction. */
    public Uni<HrSource> retire(String id, @Nullable String ifMatch, String by, String reason) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select version from hr_source where id = :id and retired_at is null for update",
                                Long.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull()
                        .chain(version -> {
                            if (version == null) {
                                throw Problems.notFound("HR source that is waited for", id);
                            }
                            ETags.require(ifMatch, version);
                            return session.createNativeQuery(
                                            "update hr_source set retired_at = :now, version = version + 1 where id = :id")
                                    .setParameter("now", now)
                                    .setParameter("id", id)
                                    .executeUpdate()
                                    .chain(() -> changes.record(
                                            new Change(null, id, version + 1, RETIRED, null, new Retired(by, reason))));
                        }))
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(
                                "select version, complete_up_to, word from hr_source where id = :id", Object[].class)
                        .setParameter("id", id)
                        .getSingleResult())
                .map(row -> new HrSource(
                        id,
                        ((Number) row[0]).longValue(),
                        ((Instant) row[1]),
                        ((Instant) row[1]).plus(settings.limit()),
                        Word.valueOf((String) row[2]),
                        now));
    }

    private Uni<Void> look() {
        return pool.query(EARLIEST)
                .execute()
                .invoke(rows -> {
                    OffsetDateTime earliest = rows.iterator().next().getOffsetDateTime(0);
                    goodUntil = earliest == null
                            ? Instant.EPOCH
                            : earliest.toInstant().plus(settings.limit());
                })
                .replaceWithVoid();
    }

    private HrSource source(Row row) {
        Instant completeUpTo = row.getOffsetDateTime("complete_up_to").toInstant();
        OffsetDateTime retired = row.getOffsetDateTime("retired_at");
        return new HrSource(
                row.getString("id"),
                row.getLong("version"),
                completeUpTo,
                completeUpTo.plus(settings.limit()),
                Word.valueOf(row.getString("word")),
                retired == null ? null : retired.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Ledger fact: a system is not waited for any more. */
    @RegisterForReflection
    record Retired(String by, String reason) {}
}
