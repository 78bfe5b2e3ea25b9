package dev.portcullis.personnel.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps that a message about a person could not be applied exactly. The message itself is refused whole by whoever read it; here it
 * leaves a doubt, which closes the gate for that person in the same transaction, an entry in the ledger, a line in the log and a
 * count to alarm on. It stands until a whole record of the same source is applied exactly, or an officer settles it.
 */
@ApplicationScoped
public class RefusedMessages {
    private static final Logger LOG = Logger.getLogger(RefusedMessages.class);
    private static final String REFUSED = "dev.portcullis.person.message-refused";
    private static final String SETTLED = "dev.portcullis.person.message-settled";
    private static final Pattern WORD = Pattern.compile("[A-Z_]{1,60}");
    private static final int LONGEST_SOURCE = 200;

    private static final String KEEP = """
            insert into refused_message (id, person_id, source, channel, reason, doubt, times, first_at, last_at)
            values (:id, cast(:person as text), :source, :channel, :reason, :doubt, 1, :now, :now)
            on conflict (coalesce(person_id, ''), source, channel, reason, doubt) where settled_at is null
            do update set times = refused_message.times + 1, last_at = greatest(refused_message.last_at, excluded.last_at)
            returning id, times""";
    private static final String SETTLE_OF_SOURCE = """
            update refused_message set settled_at = greatest(:now, last_at), settled_by = :by, settlement = 'WHOLE_RECORD_APPLIED'
            where person_id = :person and source = :source and settled_at is null returning id""";
    private static final String SETTLE_ONE = """
            update refused_message set settled_at = greatest(:now, last_at), settled_by = :by, settlement = :settlement
            where id = :id and settled_at is null returning coalesce(person_id, '')""";
    private static final String STANDING =
            "select distinct doubt from refused_message where person_id = :person and settled_at is null";

    private static final String PAGE = """
            select id, person_id, source, channel, reason, doubt, times, first_at, last_at, settled_at, settled_by, settlement
            from refused_message where id > :after and (settled_at is null or not :open) order by id limit :limit""";

    @Inject
    Persons persons;

    @Inject
    Changes changes;

    @Inject
    MeterRegistry metrics;

    /** Over what a message came. */
    public enum Channel {
        SCIM,
        WEBHOOK,
        FILE
    }

    /**
     * A message that was refused.
     *
     * @param personId about whom; null where that cannot be told, which then only alarms
     * @param source who sent it: the id of the client or of the feed, at most 200 characters, never anything of the message
     * @param reason how it failed, a word such as {@code NO_TARGET}, never anything of the message
     * @param doubt {@link Doubt#EMPLOYMENT_UNCLEAR} where it may have been about whether the person works here, as where it could not
     *     be read at all; else {@link Doubt#HR_MESSAGE_REFUSED}
     */
    public record Refusal(@Nullable String personId, String source, Channel channel, String reason, Doubt doubt) {
        public Refusal {
            if (source.isBlank() || source.length() > LONGEST_SOURCE) {
                throw new IllegalArgumentException("a source has a name of at most " + LONGEST_SOURCE + " characters");
            }
            if (!WORD.matcher(reason).matches()) {
                throw new IllegalArgumentException("a reason is a word in capitals");
            }
        }
    }

    /**
     * Keeps a refusal, in a transaction of its own: call it after that of the message was rolled back, and answer the sender when it
     * is done. Where it fails, the sender must be told to try again (503), since nothing closed the gate.
     */
    public Uni<Void> keep(Refusal refusal) {
        metrics.counter(
                        "portcullis.hr.messages.refused",
                        "channel",
                        refusal.channel().name(),
                        "reason",
                        refusal.reason())
                .increment();
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
            String id = refusal.personId();
            Uni<String> about = id == null ? Uni.createFrom().item("") : persons.lockId(session, id);
            // Somebody who is not here has no gate to close: the message is kept as one about nobody.
            return about.chain(person -> keep(session, refusal, person.isEmpty() ? null : person));
        }));
    }

    private Uni<Void> keep(Mutiny.Session session, Refusal refusal, @Nullable String person) {
        return session.createNativeQuery(KEEP, Object[].class)
                .setParameter("id", Ids.next("rfm"))
                .setParameter("person", person)
                .setParameter("source", refusal.source())
                .setParameter("channel", refusal.channel().name())
                .setParameter("reason", refusal.reason())
                .setParameter("doubt", refusal.doubt().name())
                .setParameter("now", Persons.now())
                .getSingleResult()
                .chain(row -> {
                    String id = (String) row[0];
                    boolean first = ((Number) row[1]).longValue() == 1;
                    if (first) {
                        // What is repeated is counted and fills no log.
                        LOG.warnf(
                                "message of %s over %s about %s refused: %s",
                                refusal.source(), refusal.channel(), person, refusal.reason());
                    }
                    Uni<?> entered = first
                            ? changes.record(new Change(
                                    null,
                                    id,
                                    1,
                                    REFUSED,
                                    null,
                                    new Fact(
                                            id,
                                            person,
                                            refusal.source(),
                                            refusal.channel().name(),
                                            refusal.reason(),
                                            "")))
                            : Uni.createFrom().voidItem();
                    return person == null
                            ? entered.replaceWithVoid()
                            : entered.chain(() -> persons.doubt(session, person, refusal.doubt()));
                });
    }

    /**
     * An officer settles a refusal of which the HR system will send no more.
     *
     * @param settlement why, a word such as {@code CORRECTED_AT_SOURCE}
     * @return whether it stood
     */
    public Uni<Boolean> settle(String id, String by, String settlement) {
        return Panache.withTransaction(() -> settleInTransaction(id, by, settlement));
    }

    /** As {@link #settle}, in the caller's transaction. */
    Uni<Boolean> settleInTransaction(String id, String by, String settlement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select coalesce(person_id, '') from refused_message where id = :id", String.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull()
                        .chain(person -> person == null
                                ? Uni.createFrom().item(false)
                                // The person first, as everybody does who writes both.
                                : persons.lockId(session, person)
                                        .chain(() -> settleLocked(session, id, person, by, settlement))));
    }

    /** Refused messages in the order in which they first came. */
    Uni<List<View>> page(boolean openOnly, @Nullable String after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("open", openOnly)
                        .setParameter("limit", limit)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new View(
                                        (String) row[0],
                                        (String) row[1],
                                        (String) row[2],
                                        (String) row[3],
                                        (String) row[4],
                                        (String) row[5],
                                        ((Number) row[6]).longValue(),
                                        time(row[7]),
                                        time(row[8]),
                                        row[9] == null ? null : time(row[9]),
                                        (String) row[10],
                                        (String) row[11]))
                                .toList()));
    }

    private static Instant time(Object value) {
        return value instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) value;
    }

    private Uni<Boolean> settleLocked(Mutiny.Session session, String id, String person, String by, String settlement) {
        return session.createNativeQuery(SETTLE_ONE, String.class)
                .setParameter("id", id)
                .setParameter("by", by)
                .setParameter("settlement", settlement)
                .setParameter("now", Persons.now())
                .getResultList()
                .chain(settled -> settled.isEmpty()
                        ? Uni.createFrom().item(false)
                        : entered(id, person.isEmpty() ? null : person, settlement)
                                .chain(() -> person.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : persons.settled(session, person))
                                .replaceWith(true));
    }

    /**
     * Settles what stood against a source when a whole record of it has been applied exactly; in the transaction of that record, with
     * the person locked.
     *
     * @return whether anything stood
     */
    Uni<Boolean> settleOfSource(Mutiny.Session session, String person, String source, Instant now) {
        return session.createNativeQuery(SETTLE_OF_SOURCE, String.class)
                .setParameter("person", person)
                .setParameter("source", source)
                .setParameter("by", source)
                .setParameter("now", now)
                .getResultList()
                .chain(ids -> {
                    Uni<?> all = Uni.createFrom().voidItem();
                    for (String id : ids) {
                        all = all.chain(() -> entered(id, person, "WHOLE_RECORD_APPLIED"));
                    }
                    return all.replaceWith(!ids.isEmpty());
                });
    }

    /** The doubts that refused messages leave about a person. */
    static Uni<List<String>> standing(Mutiny.Session session, String person) {
        return session.createNativeQuery(STANDING, String.class)
                .setParameter("person", person)
                .getResultList();
    }

    private Uni<Long> entered(String id, @Nullable String person, String settlement) {
        return changes.record(new Change(null, id, 2, SETTLED, null, new Fact(id, person, "", "", "", settlement)));
    }

    /**
     * A refused message, without anything of its content.
     *
     * @param personId about whom; absent where that could not be told
     * @param times how often it came
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            @Nullable String personId,
            String source,
            String channel,
            String reason,
            String doubt,
            long times,
            Instant firstAt,
            Instant lastAt,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String settlement) {}

    /** What the ledger keeps of it. */
    @RegisterForReflection
    record Fact(String id, @Nullable String person, String source, String channel, String reason, String settlement) {}
}
