package dev.portcullis.screening.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores signals. All operations run in the caller's transaction or session. */
@ApplicationScoped
public class Signals implements PanacheRepositoryBase<SignalRow, String> {
    /** Signals change one after the other: whoever resumes a stream after a change number has then missed none before it. */
    private static final String HOLD =
            "select 1 from (select pg_advisory_xact_lock(hashtext('change of a signal'))) as held";

    private static final String TOUCH = "update signal set change_number = nextval('signal_change') where id = :id";

    private static final String ACKNOWLEDGE = """
            insert into signal_acknowledgment (signal_id, subject, name, reason, at)
            values (:signal, :subject, :name, :reason, :at) on conflict do nothing""";

    /** Days are compared as text: they are all of ISO 8601. */
    private static final String MATTERING = """
            select id from signal where id > :after
                and (raised_at > :since or cast(content as jsonb) #>> '{effective,from}' > :today)
                and (not acknowledged or coalesce(cast(content as jsonb) #>> '{effective,until}', '9999-12-31') >= :today)
            order by id limit :count""";

    private static final String ACKNOWLEDGMENTS = """
            select signal_id, name, reason, at from signal_acknowledgment where signal_id in :ids order by at, subject""";

    @Inject
    ObjectMapper json;

    /** Lets nobody else change a signal until the transaction ends. */
    Uni<Void> hold() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLD, Integer.class).getSingleResult())
                .replaceWithVoid();
    }

    /** Whether a signal of this origin is known. */
    Uni<Boolean> isKnown(String origin) {
        return count("origin", origin).map(found -> found > 0);
    }

    /** Stores a new signal and gives the text that is kept of it. */
    Uni<String> add(Signal signal) {
        SignalRow row = new SignalRow();
        News news = signal.news();
        row.id = signal.id();
        row.version = signal.version();
        row.origin = signal.origin();
        row.kind = news.kind().name();
        row.source = news.source().name();
        row.publishedOn = news.publishedOn();
        row.countries = spaced(news.countries());
        row.eccns = spaced(news.eccns());
        row.content = write(news);
        row.raisedAt = signal.raisedAt();
        row.raisedBy = signal.raisedBy();
        return persist(row).chain(this::flush).replaceWith(row.content);
    }

    Uni<Optional<Signal>> signal(String id) {
        return findById(id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.<Signal>empty())
                        : withAcknowledgments(List.of(row)).map(found -> Optional.of(found.get(0))));
    }

    /** Signals, the newest first, starting after the one with the given id. */
    Uni<List<Signal>> page(SignalFilter filter, @Nullable String after, int count) {
        List<String> conditions = new ArrayList<>(filter.conditions());
        Map<String, Object> values = new HashMap<>(filter.values());
        if (after != null) {
            conditions.add("id < :after");
            values.put("after", after);
        }
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        return find(where + "order by id desc", values)
                .range(0, count - 1)
                .list()
                .chain(this::withAcknowledgments);
    }

    /**
     * Signals that still matter to who comes new, in the order of their ids: nobody has acknowledged them, or their last day is not over; and they were raised
     * after an instant, or their first day is still to come.
     */
    Uni<List<Signal>> mattering(LocalDate today, Instant since, @Nullable String after, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MATTERING, String.class)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("today", today.toString())
                        .setParameter("since", since)
                        .setParameter("count", count)
                        .getResultList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.<Signal>of())
                        : find("id in ?1 order by id", ids).list().chain(this::withAcknowledgments));
    }

    /** Signals that changed after a change number, in the order of their last changes. */
    Uni<List<Signal>> changedAfter(long changeNumber, int count) {
        return find("changeNumber > ?1 order by changeNumber", changeNumber)
                .range(0, count - 1)
                .list()
                .chain(this::withAcknowledgments);
    }

    /** The highest change number; 0 where there is no signal. */
    Uni<Long> lastChange() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select coalesce(max(change_number), 0) from signal", Long.class)
                        .getSingleResult());
    }

    /**
     * Adds an acknowledgment and raises the version.
     *
     * @return whether it was added; the same person acknowledges a signal once
     */
    Uni<Boolean> acknowledge(String id, String subject, Signal.Acknowledgment acknowledgment) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ACKNOWLEDGE)
                        .setParameter("signal", id)
                        .setParameter("subject", subject)
                        .setParameter("name", acknowledgment.by())
                        .setParameter("reason", acknowledgment.reason())
                        .setParameter("at", acknowledgment.at())
                        .executeUpdate()
                        .chain(added -> added == 0
                                ? Uni.createFrom().item(false)
                                : findById(id)
                                        .invoke(row -> {
                                            row.version++;
                                            row.acknowledged = true;
                                        })
                                        .chain(this::flush)
                                        .chain(() -> session.createNativeQuery(TOUCH)
                                                .setParameter("id", id)
                                                .executeUpdate())
                                        .replaceWith(true)));
    }

    private Uni<List<Signal>> withAcknowledgments(List<SignalRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ACKNOWLEDGMENTS, Object[].class)
                        .setParameter("ids", rows.stream().map(row -> row.id).toList())
                        .getResultList())
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                row -> (String) row[0],
                                Collectors.mapping(Signals::acknowledgment, Collectors.toList()))))
                .map(found -> rows.stream()
                        .map(row -> signal(row, found.getOrDefault(row.id, List.of())))
                        .toList());
    }

    private static Signal.Acknowledgment acknowledgment(Object[] row) {
        return new Signal.Acknowledgment((String) row[1], (String) row[2], instant(row[3]));
    }

    static @Nullable Instant moment(@Nullable Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private Signal signal(SignalRow row, List<Signal.Acknowledgment> acknowledgments) {
        return new Signal(
                row.id,
                row.version,
                row.changeNumber,
                row.origin,
                news(row),
                row.raisedAt,
                row.raisedBy,
                acknowledgments,
                new Signal.Impact(row.impactDone, row.impactFound, row.impactAt));
    }

    private News news(SignalRow row) {
        try {
            return json.readValue(row.content, News.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored signal cannot be read", e);
        }
    }

    private static String spaced(Collection<?> values) {
        return values.stream().map(value -> value + " ").collect(Collectors.joining("", " ", ""));
    }

    private String write(News news) {
        try {
            return json.writeValueAsString(news);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signal cannot be written", e);
        }
    }
}
