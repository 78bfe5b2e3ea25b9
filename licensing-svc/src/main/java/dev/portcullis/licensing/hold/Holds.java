package dev.portcullis.licensing.hold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letters. Each change raises the edition's number in its own transaction, and each decision reads that number in its own: a
 * letter that was committed before a decision began binds it on every replica, with no delay, and the letters themselves are read
 * only when the number has changed.
 */
@ApplicationScoped
public class Holds implements PanacheRepositoryBase<HoldRow, String> {
    private static final String CHANGED = "dev.portcullis.hold.changed";

    @Inject
    ObjectMapper json;

    @Inject
    Changes changes;

    private volatile Edition known = new Edition(0, List.of());

    private record Edition(long number, List<Hold> holds) {}

    /** The letters that were not withdrawn, as they stand in the present transaction. */
    public Uni<List<Hold>> active() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select number from hold_edition", Long.class)
                        .getSingleResult())
                .chain(number -> {
                    Edition edition = known;
                    return edition.number() == number ? Uni.createFrom().item(edition.holds()) : load(number);
                });
    }

    /** The letters of some ids, withdrawn or not, in the order of their recording; without those that there are not. */
    public Uni<List<Hold>> named(List<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("id in ?1 order by id", ids)
                        .map(rows -> rows.stream().map(this::hold).toList());
    }

    private Uni<List<Hold>> load(long number) {
        // The letters are read after the number: they may be newer than it says, and then the next decision reads them
        // again.
        return list("status = ?1 order by id", Hold.Status.ACTIVE).map(rows -> {
            List<Hold> holds = rows.stream().map(this::hold).toList();
            known = new Edition(number, holds);
            return holds;
        });
    }

    /** Records a letter. */
    public Uni<Hold> add(HoldTerms terms, String caller, Instant now) {
        require(terms);
        Hold hold = new Hold(Ids.next("hld"), 1, Hold.Status.ACTIVE, terms, null, now);
        HoldRow row = new HoldRow();
        row.id = hold.id();
        row.version = 1;
        row.effectiveFrom = terms.effectiveFrom();
        row.effectiveUntil = terms.effectiveUntil();
        row.terms = write(terms);
        row.changedAt = now;
        row.changedBy = caller;
        return persist(row).chain(() -> made(hold)).replaceWith(hold);
    }

    /** A letter; 404 where there is none. */
    public Uni<Hold> get(String id) {
        return findById(id).map(row -> hold(present(row, id)));
    }

    /** Letters in the order of their recording, those that were withdrawn included. */
    public Uni<List<Hold>> page(@Nullable String after, int count) {
        return find("id > ?1 order by id", after == null ? "" : after)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::hold).toList());
    }

    /** Withdraws a letter for good; 428 or 412 where its newest version was not seen, 409 where it was withdrawn before. */
    public Uni<Hold> withdraw(String id, @Nullable String ifMatch, String reason, String caller, Instant now) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(found -> {
            HoldRow row = present(found, id);
            ETags.require(ifMatch, row.version);
            if (row.status == Hold.Status.WITHDRAWN) {
                throw Problems.conflict("The hold was withdrawn before.");
            }
            row.version++;
            row.status = Hold.Status.WITHDRAWN;
            row.withdrawal = reason;
            row.changedAt = now;
            row.changedBy = caller;
            Hold after = hold(row);
            return made(after).replaceWith(after);
        });
    }

    private Uni<Long> made(Hold hold) {
        // Holds are this service's own: no topic carries them, the ledger keeps them.
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update hold_edition set number = number + 1")
                        .executeUpdate())
                .chain(() -> changes.record(new Change(
                        null,
                        hold.id(),
                        hold.version(),
                        CHANGED,
                        null,
                        new Changed(hold.status(), hold.terms(), hold.withdrawal()))));
    }

    private static void require(HoldTerms terms) {
        if (!terms.namesItems() && !terms.namesTargets()) {
            throw Problems.invalid("/itemIds", "or another scope must be named: a letter holds something");
        }
        if (terms.effectiveUntil() != null && terms.effectiveUntil().isBefore(terms.effectiveFrom())) {
            throw Problems.invalid("/effectiveUntil", "must not be before effectiveFrom");
        }
    }

    private static HoldRow present(@Nullable HoldRow row, String id) {
        if (row == null) {
            throw Problems.notFound("hold", id);
        }
        return row;
    }

    private Hold hold(HoldRow row) {
        try {
            return new Hold(
                    row.id,
                    row.version,
                    row.status,
                    json.readValue(row.terms, HoldTerms.class),
                    row.withdrawal,
                    row.changedAt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms of a hold cannot be read", e);
        }
    }

    private String write(HoldTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms of a hold cannot be written", e);
        }
    }

    /** Ledger fact: a letter was recorded or withdrawn. */
    @RegisterForReflection
    record Changed(
            Hold.Status status, HoldTerms terms, @Nullable String withdrawal) {}
}
