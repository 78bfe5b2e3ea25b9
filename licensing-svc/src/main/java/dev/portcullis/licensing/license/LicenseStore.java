package dev.portcullis.licensing.license;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.LicenseState.Tolerance;
import dev.portcullis.contracts.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes licenses. Must be called inside a transaction or session. */
@ApplicationScoped
class LicenseStore implements PanacheRepositoryBase<LicenseRow, String> {
    /** More licenses than these are never held against one release: whoever has more names the number. */
    private static final int MOST_CANDIDATES = 50;

    @Inject
    ObjectMapper json;

    /** A license and the rows that it was read from. */
    record Stored(LicenseRow row, List<LicenseLineRow> lines, License license) {}

    /** Reads a license; null where there is none. */
    Uni<@Nullable Stored> read(String id) {
        return findById(id).chain(row -> withLines(row));
    }

    /** Reads a license and keeps everybody else from changing it until the transaction ends. */
    Uni<@Nullable Stored> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(row -> withLines(row));
    }

    /** Reads without leaving anything in the session, so that a later lock reads anew. */
    Uni<@Nullable Stored> glance(String id) {
        return read(id).chain(stored -> Panache.getSession()
                .invoke(session -> {
                    if (stored != null) {
                        stored.lines().forEach(session::detach);
                        session.detach(stored.row());
                    }
                })
                .replaceWith(stored));
    }

    Uni<List<License>> page(@Nullable String after, int count) {
        return find("id > ?1 order by id", after == null ? "" : after)
                .range(0, count - 1)
                .list()
                .chain(this::allWithLines);
    }

    /** All licenses of some kinds that may be drawn upon. */
    Uni<List<License>> active(List<LicenseKind> kinds) {
        return find("kind in ?1 and status = ?2 order by id", kinds, LicenseState.Status.ACTIVE)
                .list()
                .chain(this::allWithLines);
    }

    private Uni<List<License>> allWithLines(List<LicenseRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().item(List.<License>of())
                : lines("licenseId in ?1", rows.stream().map(row -> row.id).toList())
                        .map(lines -> {
                            Map<String, List<LicenseLineRow>> byLicense =
                                    lines.stream().collect(Collectors.groupingBy(line -> line.licenseId));
                            return rows.stream()
                                    .map(row -> license(row, byLicense.getOrDefault(row.id, List.of())))
                                    .toList();
                        });
    }

    /**
     * Licenses that might cover an entry, in one order for all: locks taken in it cannot wait for each other in a circle.
     *
     * @param number the one license that is meant; null where any will do
     */
    Uni<List<String>> candidates(Eccn eccn, @Nullable String number) {
        return Panache.getSession()
                .chain(session -> number != null
                        ? session.createSelectionQuery(
                                        "select l.id from LicenseRow l where l.number = :number", String.class)
                                .setParameter("number", number)
                                .getResultList()
                        : session.createSelectionQuery("""
                        select l.id from LicenseRow l
                        where l.status = ACTIVE and exists
                            (select 1 from LicenseLineRow n where n.licenseId = l.id and n.eccn = :eccn)
                        order by l.validUntil, l.id""", String.class)
                                .setParameter("eccn", eccn.value())
                                .setMaxResults(MOST_CANDIDATES)
                                .getResultList());
    }

    Uni<@Nullable String> idOf(String number) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select l.id from LicenseRow l where l.number = :number", String.class)
                        .setParameter("number", number)
                        .getSingleResultOrNull());
    }

    Uni<Boolean> numberIsTaken(String number) {
        return count("number", number).map(count -> count > 0);
    }

    LicenseRow row(License license) {
        LicenseRow row = new LicenseRow();
        row.id = license.id();
        row.version = license.version();
        row.number = license.number();
        row.kind = license.kind();
        row.status = license.status();
        row.validFrom = license.validFrom();
        row.validUntil = license.validUntil();
        row.terms = write(license.terms());
        row.amendment = license.amendment();
        row.blocking = license.openConditions();
        row.changedAt = license.changedAt();
        return row;
    }

    static LicenseLineRow row(String licenseId, Line line) {
        LicenseLineRow row = new LicenseLineRow();
        row.licenseId = licenseId;
        row.line = line.line();
        row.eccn = line.eccn().value();
        row.itemId = line.itemId();
        row.quantity = line.quantity();
        Money value = line.value();
        row.value = value == null ? null : value.amount();
        row.currency = value == null ? null : value.currency();
        row.unit = Lines.unit(line);
        Tolerance tolerance = Lines.tolerance(line);
        row.quantityExcess = tolerance.quantityExcess();
        row.valueExcess = tolerance.valueExcess();
        row.shortfall = tolerance.shortfall();
        return row;
    }

    License license(LicenseRow row, List<LicenseLineRow> lines) {
        return new License(
                row.id,
                row.version,
                row.number,
                row.kind,
                row.status,
                row.validFrom,
                row.validUntil,
                terms(row.terms),
                lines.stream().map(LicenseStore::line).toList(),
                row.changedAt,
                row.amendment,
                row.blocking);
    }

    private static Line line(LicenseLineRow row) {
        return BookStore.line(
                row.line,
                row.eccn,
                row.itemId,
                row.unit,
                row.quantity,
                row.quantityDrawn,
                row.quantityAssigned,
                row.value,
                row.valueDrawn,
                row.valueAssigned,
                row.currency,
                new Tolerance(row.quantityExcess, row.valueExcess, row.shortfall));
    }

    private Uni<@Nullable Stored> withLines(@Nullable LicenseRow row) {
        return row == null
                ? Uni.createFrom().nullItem()
                : lines("licenseId = ?1", row.id).map(lines -> new Stored(row, lines, license(row, lines)));
    }

    private Uni<List<LicenseLineRow>> lines(String where, Object parameter) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from LicenseLineRow where " + where + " order by licenseId, line",
                                LicenseLineRow.class)
                        .setParameter(1, parameter)
                        .getResultList());
    }

    String write(LicenseTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms of a license cannot be written", e);
        }
    }

    private LicenseTerms terms(String text) {
        try {
            return json.readValue(text, LicenseTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms of a license cannot be read", e);
        }
    }
}
