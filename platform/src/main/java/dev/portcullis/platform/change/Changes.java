package dev.portcullis.platform.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.ledger.LedgerRow;
import dev.portcullis.platform.outbox.OutboxRow;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes state changes known. The event and the ledger entry are written in the caller's transaction: either the change, its event
 * and its entry are all there, or none of them is.
 */
@ApplicationScoped
public class Changes {
    /**
     * For whoever records many changes with one statement of its own: common table expressions that write what {@link #described} gave,
     * found as an array {@code changes} in the statement's one parameter, a JSON document. {@code recorded} then has for each its place
     * {@code ord} in the array, from 1, and the id of its ledger entry {@code entry_id}; ids rise with the places.
     */
    public static final String RECORDED = """
            recorded as (
                select ord, nextval(pg_get_serial_sequence('ledger_entry', 'id')) as entry_id, c.*
                from (select ord, change from
                      json_array_elements(cast(cast(:document as text) as json) -> 'changes') with ordinality as a (change, ord)
                      order by ord) a,
                    json_to_record(a.change) as c (entry text, topic text, key text, type text, version bigint,
                        "eventId" uuid, state text, trace text)),
            entered as (
                insert into ledger_entry (id, payload) overriding system value
                select entry_id, decode(entry, 'base64') from recorded order by ord),
            told as (
                insert into outbox (topic, key, type, version, event_id, payload, trace)
                select topic, key, type, version, "eventId", decode(state, 'base64'), trace
                from recorded where topic is not null order by ord)""";

    @Inject
    ObjectMapper json;

    /**
     * Records a change. Must be called inside a transaction.
     *
     * @return the id of the ledger entry, by which a proof can be asked for
     */
    public Uni<Long> record(Change change) {
        String topic = change.topic();
        OutboxRow event = topic == null ? null : event(topic, change);
        LedgerRow entry = new LedgerRow(entryPayload(change));
        return Panache.currentTransaction().chain(transaction -> {
            if (transaction == null) {
                throw new IllegalStateException("a change is recorded outside a transaction");
            }
            return Panache.getSession()
                    .chain(session -> (event == null ? session.persist(entry) : session.persistAll(event, entry))
                            .replaceWith(() -> entry.id()));
        });
    }

    /** A change in the form that {@link #RECORDED} writes; the caller writes it in the transaction of the change. */
    public ObjectNode described(Change change) {
        Object state = change.state();
        return json.createObjectNode()
                .put("entry", entryPayload(change))
                .put("topic", change.topic())
                .put("key", change.key())
                .put("type", change.type())
                .put("version", change.version())
                .put("eventId", UUID.randomUUID().toString())
                .put("state", state == null ? null : bytes(json.writer(), state))
                .put("trace", traceParent());
    }

    private OutboxRow event(String topic, Change change) {
        return new OutboxRow(
                topic,
                change.key(),
                change.type(),
                change.version(),
                UUID.randomUUID(),
                change.state() == null ? null : bytes(json.writer(), change.state()),
                traceParent());
    }

    private byte[] entryPayload(Change change) {
        // Keys in order, so that the same fact has the same bytes and anybody can recompute the leaf.
        ObjectWriter canonical = json.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        return bytes(canonical, new Entry(change.type(), change.key(), change.version(), change.ledgerFact()));
    }

    private static byte[] bytes(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state cannot be written as JSON", e);
        }
    }

    private static @Nullable String traceParent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** The payload of a ledger entry. */
    @RegisterForReflection
    record Entry(String type, String subject, long version, Object fact) {}
}
