package dev.portcullis.licensing.license;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.LicenseState.Tolerance;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.balance.LineBalance;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.measure.Units;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Licenses under their locks, and what moved. Locks are taken in the order of the licenses' ids, so that nobody waits in a circle; the
 * lines are read by a statement after the one that took the locks, and so as the last holder left them.
 */
@ApplicationScoped
class BookStore {
    private static final String LOCK = """
            select cast(coalesce(json_agg(json_build_object('id', l.id, 'version', l.version, 'number', l.number, 'kind', l.kind,
                'status', l.status, 'validFrom', l.valid_from, 'validUntil', l.valid_until, 'terms', l.terms,
                'changedAt', to_char(l.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'movements', l.movements, 'amendment', l.amendment, 'blocking', l.blocking)), '[]') as text)
            from (select * from license
                  where number in (select json_array_elements_text(cast(cast(:document as text) as json) -> 'numbers'))
                  order by id for update) l""";

    private static final String READ = """
            with document as (select cast(cast(:document as text) as json) as d),
            asked as (select a ->> 'kind' as kind, a ->> 'reference' as reference
                      from document, json_array_elements(d -> 'references') a),
            found as (
                select m.* from asked a join license_movement m on m.reference = a.reference and m.kind = a.kind
                union
                select m.* from license_movement m
                where m.relates_to in (select json_array_elements_text(d -> 'related') from document))
            select cast(json_build_object(
                'lines', (select coalesce(json_agg(json_build_object('license', n.license_id, 'line', n.line, 'eccn', n.eccn,
                        'item', n.item_id, 'unit', n.unit, 'quantity', cast(n.quantity as text),
                        'value', cast(n.value as text), 'currency', n.currency,
                        'quantityExcess', cast(n.quantity_excess as text), 'valueExcess', cast(n.value_excess as text),
                        'shortfall', cast(n.shortfall as text), 'quantityDrawn', cast(n.quantity_drawn as text),
                        'valueDrawn', cast(n.value_drawn as text), 'quantityAssigned', cast(n.quantity_assigned as text),
                        'valueAssigned', cast(n.value_assigned as text)) order by n.license_id, n.line), '[]')
                    from license_line n
                    where n.license_id in (select json_array_elements_text(d -> 'ids') from document)),
                'movements', (select coalesce(json_agg(%s order by m.license_id, m.number), '[]')
                    from found m join license l on l.id = m.license_id
                        join license_line n on n.license_id = m.license_id and n.line = m.line)) as text)""".formatted(movement());

    private static final String LIST = """
            select cast(coalesce(json_agg(m.movement order by m.number), '[]') as text)
            from (select m.number, %s as movement
                  from license_movement m join license l on l.id = m.license_id
                      join license_line n on n.license_id = m.license_id and n.line = m.line,
                      (select cast(cast(:document as text) as json) as d) p
                  where m.license_id = d ->> 'license' and m.number > cast(d ->> 'after' as bigint)
                  order by m.number limit cast(cast(cast(:document as text) as json) ->> 'most' as integer)) m""".formatted(movement());

    private static final String OF_REFERENCE = """
            select cast(coalesce(json_agg(%s order by m.moved_at, m.license_id, m.number), '[]') as text)
            from license_movement m join license l on l.id = m.license_id
                join license_line n on n.license_id = m.license_id and n.line = m.line,
                (select cast(cast(:document as text) as json) as d) p
            where m.reference = d ->> 'reference' or m.relates_to = d ->> 'reference'""".formatted(movement());

    private static final String WRITE = """
            with document as (select cast(cast(:document as text) as json) as d),
            %s,
            licenses as (
                update license l set version = c.version, status = c.status, movements = c.movements, changed_at = c.at
                from document, json_to_recordset(d -> 'licenses')
                    as c (id text, version bigint, status text, movements bigint, at timestamptz)
                where l.id = c.id),
            lines as (
                update license_line n set quantity_drawn = c."quantityDrawn", value_drawn = c."valueDrawn",
                    quantity_assigned = c."quantityAssigned", value_assigned = c."valueAssigned"
                from document, json_to_recordset(d -> 'lines')
                    as c (license text, line integer, "quantityDrawn" numeric, "valueDrawn" numeric,
                        "quantityAssigned" numeric, "valueAssigned" numeric)
                where n.license_id = c.license and n.line = c.line),
            moved as (
                insert into license_movement (license_id, number, version, line, kind, reference, part, digest, quantity, value,
                    quantity_assigned, value_assigned, quantity_drawn_after, value_drawn_after, quantity_assigned_after,
                    value_assigned_after, relates_to, reason, moved_by, moved_at, ledger_entry_id)
                select c.license, c.number, c.version, c.line, c.kind, c.reference, c.part, c.digest, c.quantity, c.value,
                    c."quantityAssigned", c."valueAssigned", c."quantityDrawnAfter", c."valueDrawnAfter",
                    c."quantityAssignedAfter", c."valueAssignedAfter", c.relates, c.reason, c.by, c.at, r.entry_id
                from document, json_to_recordset(d -> 'movements')
                    as c (license text, number bigint, version bigint, line integer, kind text, reference text, part integer,
                        digest text, quantity numeric, value numeric, "quantityAssigned" numeric, "valueAssigned" numeric,
                        "quantityDrawnAfter" numeric, "valueDrawnAfter" numeric, "quantityAssignedAfter" numeric,
                        "valueAssignedAfter" numeric, relates text, reason text, by text, at timestamptz, change bigint)
                    join recorded r on r.ord = c.change)
            select cast(json_agg(r.entry_id order by r.ord) as text) from recorded r""".formatted(Changes.RECORDED);

    @Inject
    ObjectMapper json;

    @Inject
    Changes changes;

    /** Licenses that are locked, and the movements that were asked for. */
    record Opened(List<Account> accounts, List<MovementView> known) {}

    /** A change of a license to be made known, and the movements that it is about. */
    record Known(Change change, List<MovementView> movements) {}

    /**
     * Locks the licenses of instructions and reads what is needed to judge them.
     *
     * @param numbers of the licenses
     * @param instructions whose references are looked up
     */
    Uni<Opened> open(Statements sql, Set<String> numbers, List<Instruction> instructions) {
        ObjectNode locking = json.createObjectNode();
        ArrayNode named = locking.putArray("numbers");
        numbers.forEach(named::add);
        return sql.ask(LOCK, write(locking)).map(this::read).chain(licenses -> {
            ObjectNode reading = json.createObjectNode();
            ArrayNode ids = reading.putArray("ids");
            licenses.forEach(license -> ids.add(license.path("id").asText()));
            ArrayNode references = reading.putArray("references");
            ArrayNode related = reading.putArray("related");
            instructions.forEach(instruction -> {
                reference(references, instruction.kind(), instruction.reference());
                String relatesTo = instruction.relatesTo();
                if (relatesTo != null) {
                    reference(
                            references,
                            instruction.kind() == Movement.RETURN ? Movement.DRAW : Movement.ASSIGN,
                            relatesTo);
                    related.add(relatesTo);
                }
            });
            return sql.ask(READ, write(reading)).map(this::read).map(found -> opened(licenses, found));
        });
    }

    /** Writes what moved, each license's balance once, and gives the movements with their ledger entries. */
    Uni<List<MovementView>> write(
            Statements sql, Collection<Account> accounts, List<MovementView> made, List<Known> known) {
        Map<Long, Integer> places = new HashMap<>();
        ObjectNode document = json.createObjectNode();
        ArrayNode changed = document.putArray("changes");
        ArrayNode movements = document.putArray("movements");
        List<MovementView> ordered = new ArrayList<>();
        for (Known change : known) {
            changed.add(changes.described(change.change()));
            for (MovementView movement : change.movements()) {
                places.put((long) ordered.size(), changed.size() - 1);
                ordered.add(movement);
                movements.add(movement(movement, changed.size()));
            }
        }
        if (ordered.size() != made.size()) {
            throw new IllegalStateException("a movement belongs to no change");
        }
        ArrayNode licenses = document.putArray("licenses");
        ArrayNode lines = document.putArray("lines");
        Set<String> movedLines = made.stream()
                .map(movement -> movement.licenseId() + " " + movement.line())
                .collect(Collectors.toSet());
        for (Account account : accounts) {
            License license = account.license();
            licenses.addObject()
                    .put("id", license.id())
                    .put("version", license.version())
                    .put("status", license.status().name())
                    .put("movements", account.movements())
                    .put("at", license.changedAt().toString());
            license.lines().stream()
                    .filter(line -> movedLines.contains(license.id() + " " + line.line()))
                    .forEach(line -> lines.add(line(license.id(), line)));
        }
        return sql.ask(WRITE, write(document)).map(this::read).map(entries -> {
            List<MovementView> entered = new ArrayList<>(ordered.size());
            for (int i = 0; i < ordered.size(); i++) {
                Integer place = places.get((long) i);
                entered.add(ordered.get(i)
                        .entered(entries.path(place == null ? 0 : place).asLong()));
            }
            return entered;
        });
    }

    /** A license's movements in their order, after one. */
    Uni<List<MovementView>> history(Statements sql, String licenseId, long after, int most) {
        return sql.ask(
                        LIST,
                        write(json.createObjectNode()
                                .put("license", licenseId)
                                .put("after", after)
                                .put("most", most)))
                .map(text -> movements(read(text)));
    }

    /** What a reference moved, and what relates to it. */
    Uni<List<MovementView>> ofReference(Statements sql, String reference) {
        return sql.ask(OF_REFERENCE, write(json.createObjectNode().put("reference", reference)))
                .map(text -> movements(read(text)));
    }

    private static void reference(ArrayNode references, Movement kind, String reference) {
        references.addObject().put("kind", kind.name()).put("reference", reference);
    }

    private Opened opened(JsonNode licenses, JsonNode found) {
        Map<String, List<Line>> lines = new HashMap<>();
        found.path("lines")
                .forEach(line -> lines.computeIfAbsent(line.path("license").asText(), id -> new ArrayList<>())
                        .add(line(line)));
        List<Account> accounts = new ArrayList<>();
        licenses.forEach(license -> accounts.add(account(license, lines)));
        return new Opened(accounts, movements(found.path("movements")));
    }

    private Account account(JsonNode node, Map<String, List<Line>> lines) {
        String id = node.path("id").asText();
        License license = new License(
                id,
                node.path("version").asLong(),
                node.path("number").asText(),
                LicenseKind.valueOf(node.path("kind").asText()),
                LicenseState.Status.valueOf(node.path("status").asText()),
                LocalDate.parse(node.path("validFrom").asText()),
                LocalDate.parse(node.path("validUntil").asText()),
                terms(node.path("terms").asText()),
                lines.getOrDefault(id, List.of()),
                Instant.parse(node.path("changedAt").asText()),
                node.path("amendment").asInt(),
                node.path("blocking").asInt());
        return new Account(license, node.path("movements").asLong());
    }

    private static Line line(JsonNode node) {
        return line(
                node.path("line").asInt(),
                node.path("eccn").asText(),
                text(node, "item"),
                node.path("unit").asText(),
                number(node, "quantity"),
                decimal(node, "quantityDrawn"),
                decimal(node, "quantityAssigned"),
                number(node, "value"),
                decimal(node, "valueDrawn"),
                decimal(node, "valueAssigned"),
                text(node, "currency"),
                new Tolerance(
                        decimal(node, "quantityExcess"), decimal(node, "valueExcess"), decimal(node, "shortfall")));
    }

    /** A line as the service tells it: without zeros that nobody wrote, and without what is as it always is. */
    static Line line(
            int number,
            String eccn,
            @Nullable String item,
            String unit,
            @Nullable BigDecimal quantity,
            BigDecimal quantityDrawn,
            BigDecimal quantityAssigned,
            @Nullable BigDecimal value,
            BigDecimal valueDrawn,
            BigDecimal valueAssigned,
            @Nullable String currency,
            Tolerance tolerance) {
        boolean tolerant = tolerance.quantityExcess().signum()
                        + tolerance.valueExcess().signum()
                        + tolerance.shortfall().signum()
                > 0;
        boolean valued = value != null && currency != null;
        return new Line(
                number,
                Eccn.of(eccn),
                item,
                quantity == null ? null : Lines.tidy(quantity),
                Lines.tidy(quantityDrawn),
                value == null || currency == null ? null : new Money(Lines.tidy(value), currency),
                valued ? new Money(Lines.tidy(valueDrawn), currency) : null,
                unit.equals(Units.ONE) ? null : unit,
                Lines.orNull(quantityAssigned),
                valued && valueAssigned.signum() > 0 ? new Money(Lines.tidy(valueAssigned), currency) : null,
                tolerant
                        ? new Tolerance(
                                Lines.tidy(tolerance.quantityExcess()),
                                Lines.tidy(tolerance.valueExcess()),
                                Lines.tidy(tolerance.shortfall()))
                        : null);
    }

    private ObjectNode line(String license, Line line) {
        LineBalance balance = Lines.balance(line);
        return json.createObjectNode()
                .put("license", license)
                .put("line", line.line())
                .put("quantityDrawn", balance.drawn().quantity().toPlainString())
                .put("valueDrawn", balance.drawn().value().toPlainString())
                .put("quantityAssigned", balance.assigned().quantity().toPlainString())
                .put("valueAssigned", balance.assigned().value().toPlainString());
    }

    private ObjectNode movement(MovementView movement, int change) {
        return json.createObjectNode()
                .put("license", movement.licenseId())
                .put("number", movement.number())
                .put("version", movement.version())
                .put("line", movement.line())
                .put("kind", movement.kind().name())
                .put("reference", movement.reference())
                .put("part", movement.part())
                .put("digest", movement.digest())
                .put("quantity", movement.quantity().toPlainString())
                .put("value", movement.value().toPlainString())
                .put("quantityAssigned", movement.quantityAssigned().toPlainString())
                .put("valueAssigned", movement.valueAssigned().toPlainString())
                .put("quantityDrawnAfter", movement.quantityDrawnAfter().toPlainString())
                .put("valueDrawnAfter", movement.valueDrawnAfter().toPlainString())
                .put("quantityAssignedAfter", movement.quantityAssignedAfter().toPlainString())
                .put("valueAssignedAfter", movement.valueAssignedAfter().toPlainString())
                .put("relates", movement.relatesTo())
                .put("reason", movement.reason())
                .put("by", movement.by())
                .put("at", movement.at().toString())
                .put("change", change);
    }

    private static String movement() {
        return """
                json_build_object('license', m.license_id, 'licenseNumber', l.number, 'number', m.number, 'version', m.version,
                    'line', m.line, 'kind', m.kind, 'unit', n.unit, 'currency', n.currency, 'reference', m.reference, 'part', m.part, 'digest', m.digest,
                    'quantity', cast(m.quantity as text), 'value', cast(m.value as text),
                    'quantityAssigned', cast(m.quantity_assigned as text), 'valueAssigned', cast(m.value_assigned as text),
                    'quantityDrawnAfter', cast(m.quantity_drawn_after as text),
                    'valueDrawnAfter', cast(m.value_drawn_after as text),
                    'quantityAssignedAfter', cast(m.quantity_assigned_after as text),
                    'valueAssignedAfter', cast(m.value_assigned_after as text), 'relates', m.relates_to, 'reason', m.reason,
                    'by', m.moved_by, 'at', to_char(m.moved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    'entry', m.ledger_entry_id)""";
    }

    private static List<MovementView> movements(JsonNode nodes) {
        List<MovementView> movements = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            movements.add(new MovementView(
                    node.path("license").asText(),
                    node.path("licenseNumber").asText(),
                    node.path("number").asLong(),
                    node.path("version").asLong(),
                    node.path("line").asInt(),
                    Movement.valueOf(node.path("kind").asText()),
                    node.path("unit").asText(),
                    text(node, "currency"),
                    node.path("reference").asText(),
                    node.path("part").asInt(),
                    Lines.tidy(decimal(node, "quantity")),
                    Lines.tidy(decimal(node, "value")),
                    Lines.tidy(decimal(node, "quantityAssigned")),
                    Lines.tidy(decimal(node, "valueAssigned")),
                    Lines.tidy(decimal(node, "quantityDrawnAfter")),
                    Lines.tidy(decimal(node, "valueDrawnAfter")),
                    Lines.tidy(decimal(node, "quantityAssignedAfter")),
                    Lines.tidy(decimal(node, "valueAssignedAfter")),
                    text(node, "relates"),
                    text(node, "reason"),
                    node.path("by").asText(),
                    Instant.parse(node.path("at").asText()),
                    node.path("entry").asLong(),
                    node.path("digest").asText()));
        }
        return movements;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }

    private static @Nullable BigDecimal number(JsonNode node, String field) {
        return node.hasNonNull(field) ? new BigDecimal(node.path(field).asText()) : null;
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }

    private LicenseTerms terms(String text) {
        try {
            return json.readValue(text, LicenseTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms of a license cannot be read", e);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the database answered cannot be read", e);
        }
    }

    private String write(ObjectNode document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document cannot be written", e);
        }
    }
}
