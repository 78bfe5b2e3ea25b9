package dev.portcullis.licensing.license;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.licensing.license.LicenseStore.Stored;
import dev.portcullis.licensing.measure.Units;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Versions of what licenses say: earlier ones stay readable, with who changed what, when and why. Everything runs in the caller's
 * transaction.
 */
@ApplicationScoped
public class Amendments {
    private static final String KEEP = """
            insert into license_amendment (license_id, number, content, reason, amended_by, amended_at)
            values (:license, :number, :content, :reason, :by, :at) on conflict do nothing""";
    private static final String LIST = """
            select number, content, reason, amended_by, amended_at from license_amendment
            where license_id = :license and number > :after order by number limit :most""";
    private static final String USED = "select distinct line from license_movement where license_id = :license";

    @Inject
    LicenseStore store;

    @Inject
    LicenseKinds kinds;

    @Inject
    Units units;

    @Inject
    Changes changes;

    @Inject
    ObjectMapper json;

    /**
     * A version of what a license says.
     *
     * @param number from 1, which is what was first recorded
     * @param reason why
     * @param by token subject of who recorded it
     * @param at when
     * @param words what it says
     */
    @RegisterForReflection
    public record Amendment(int number, String reason, String by, Instant at, Words words) {}

    /**
     * Amends a license; 428 or 412 where its newest version was not seen.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 400 or 422 at the field that cannot be changed so
     */
    public Uni<License> amend(
            String id, @Nullable String ifMatch, NewLicense words, String reason, String by, Instant now) {
        new LicenseRules(kinds, units).require(words);
        return store.lock(id).chain(found -> {
            Stored stored = Licenses.present(found, id);
            ETags.require(ifMatch, stored.row().version);
            if (stored.row().status == LicenseState.Status.REVOKED) {
                throw Problems.conflict("The license was revoked; it is not amended any more.");
            }
            License before = stored.license();
            return used(id).chain(used -> {
                List<Line> lines = AmendmentRules.amended(before, words, used);
                // What was recorded before amendments were kept is kept now.
                return keep(before, "As it was before amendments were kept.", by, before.changedAt())
                        .chain(() -> lines(stored, lines))
                        .chain(rows -> write(stored, rows, words, now))
                        .call(after -> keep(after, reason, by, now))
                        .call(after -> changes.record(Licenses.change(after, new Amended(after.amendment(), reason))));
            });
        });
    }

    /** Versions in their order, after one. */
    public Uni<List<Amendment>> list(String id, int after, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("license", id)
                        .setParameter("after", after)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(this::amendment).toList());
    }

    /** Keeps what a license says now, where that version is not kept yet. */
    Uni<Void> keep(License license, String reason, String by, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("license", license.id())
                        .setParameter("number", license.amendment())
                        .setParameter("content", write(Words.of(license)))
                        .setParameter("reason", reason)
                        .setParameter("by", by)
                        .setParameter("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Set<Integer>> used(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USED, Integer.class)
                        .setParameter("license", id)
                        .getResultList())
                .map(HashSet::new);
    }

    /** Changes, adds and removes rows of lines, and gives those that stand then. */
    private static Uni<List<LicenseLineRow>> lines(Stored stored, List<Line> lines) {
        Map<Integer, LicenseLineRow> before =
                stored.lines().stream().collect(Collectors.toMap(row -> row.line, Function.identity()));
        List<LicenseLineRow> after = new ArrayList<>();
        List<LicenseLineRow> added = new ArrayList<>();
        for (Line line : lines) {
            LicenseLineRow fresh = LicenseStore.row(stored.row().id, line);
            LicenseLineRow row = before.remove(line.line());
            if (row == null) {
                added.add(fresh);
                after.add(fresh);
            } else {
                row.eccn = fresh.eccn;
                row.itemId = fresh.itemId;
                row.quantity = fresh.quantity;
                row.value = fresh.value;
                row.currency = fresh.currency;
                row.unit = fresh.unit;
                row.quantityExcess = fresh.quantityExcess;
                row.valueExcess = fresh.valueExcess;
                row.shortfall = fresh.shortfall;
                after.add(row);
            }
        }
        after.sort(java.util.Comparator.comparingInt(row -> row.line));
        return Panache.getSession()
                .chain(session -> session.removeAll(before.values().toArray())
                        .chain(() -> session.persistAll(added.toArray()))
                        .replaceWith(after));
    }

    private Uni<License> write(Stored stored, List<LicenseLineRow> rows, NewLicense words, Instant now) {
        LicenseRow row = stored.row();
        row.validFrom = words.validFrom();
        row.validUntil = words.validUntil();
        row.terms = store.write(words.terms());
        row.amendment++;
        row.version++;
        row.changedAt = now;
        row.status = Account.status(row.status, store.license(row, rows).lines());
        License after = store.license(row, rows);
        return Panache.getSession().chain(session -> session.flush()).replaceWith(after);
    }

    private Amendment amendment(Object[] row) {
        return new Amendment(
                ((Number) row[0]).intValue(), (String) row[2], (String) row[3], instant(row[4]), words((String)
                        row[1]));
    }

    static Instant instant(Object stored) {
        return stored instanceof OffsetDateTime time ? time.toInstant() : (Instant) stored;
    }

    private Words words(String text) {
        try {
            return json.readValue(text, Words.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words of a license cannot be read", e);
        }
    }

    private String write(Words words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words of a license cannot be written", e);
        }
    }

    /** Ledger fact: what a license says was changed. */
    @RegisterForReflection
    record Amended(int amendment, String reason) {}
}
