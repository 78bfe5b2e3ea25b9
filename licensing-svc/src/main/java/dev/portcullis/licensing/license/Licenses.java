package dev.portcullis.licensing.license;

import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.Money;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.balance.LineBalance;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.license.Drawing.Drawn;
import dev.portcullis.licensing.license.Instruction.Use;
import dev.portcullis.licensing.license.LicenseStore.Stored;
import dev.portcullis.licensing.license.NewLicense.NewLine;
import dev.portcullis.licensing.license.Outcome.Moved;
import dev.portcullis.licensing.license.Outcome.Refused;
import dev.portcullis.licensing.measure.Units;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Licenses and what the gate draws on them. Everything runs in the caller's transaction.
 *
 * <p>Whatever changes a license locks its row until the transaction ends, so that two releases never see the same remainder; and
 * because the row is locked before the event is written, events of one license stand in the order of their versions.
 */
@ApplicationScoped
public class Licenses {
    @Inject
    LicenseStore store;

    @Inject
    Books books;

    @Inject
    Amendments amendments;

    @Inject
    LicenseCoverage coverage;

    @Inject
    LicenseKinds kinds;

    @Inject
    Units units;

    @Inject
    Changes changes;

    /** @throws dev.portcullis.platform.problem.ProblemException 400 at the first field of a license that cannot be so */
    public void requireSound(NewLicense wanted) {
        new LicenseRules(kinds, units).require(wanted);
    }

    /** The license with a number; null where there is none. */
    public Uni<@Nullable License> withNumber(String number) {
        return store.idOf(number)
                .chain(id -> id == null
                        ? Uni.createFrom().nullItem()
                        : store.read(id).map(stored -> present(stored, id).license()));
    }

    /** Records a license; 409 where its number is known already. */
    public Uni<License> add(NewLicense wanted, String by, Instant now) {
        new LicenseRules(kinds, units).require(wanted);
        License license = new License(
                Ids.next("lic"),
                1,
                wanted.number(),
                wanted.kind(),
                LicenseState.Status.ACTIVE,
                wanted.validFrom(),
                wanted.validUntil(),
                wanted.terms(),
                wanted.lines().stream().map(NewLine::unused).toList(),
                now,
                1,
                0);
        return store.numberIsTaken(license.number())
                .invoke(taken -> {
                    if (taken) {
                        throw numberTaken();
                    }
                })
                .chain(() -> store.persistAndFlush(store.row(license)))
                // Two managers at the same moment: the second meets the constraint instead of the question above.
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> numberTaken())
                .chain(() -> Panache.getSession())
                .chain(session -> session.persistAll(license.lines().stream()
                        .map(line -> LicenseStore.row(license.id(), line))
                        .toArray()))
                .chain(() -> amendments.keep(license, "As first recorded.", by, now))
                .chain(() -> changes.record(change(license, new Recorded(license.number(), license.kind()))))
                .replaceWith(license);
    }

    /** A license; 404 where there is none. */
    public Uni<License> get(String id) {
        return store.read(id).map(stored -> present(stored, id).license());
    }

    /** Licenses in the order of their ids, which is that of their making. */
    public Uni<List<License>> list(@Nullable String after, int count) {
        return store.page(after, count);
    }

    /** The licenses that name persons and may be drawn upon. */
    public Uni<List<License>> forPersons() {
        return store.active(Stream.of(LicenseKind.values())
                .filter(kind -> kinds.of(kind).persons())
                .toList());
    }

    /** Ends a license for good; 428 or 412 where its newest version was not seen. */
    public Uni<License> revoke(String id, @Nullable String ifMatch, String reason, Instant now) {
        return turn(id, ifMatch, LicenseState.Status.REVOKED, new Revoked(reason), now);
    }

    /** Stops a license until it is reinstated (15 CFR 750.8); 428 or 412 where its newest version was not seen. */
    public Uni<License> suspend(String id, @Nullable String ifMatch, String reason, Instant now) {
        return turn(id, ifMatch, LicenseState.Status.SUSPENDED, new Suspended(reason), now);
    }

    /** Ends a suspension; 428 or 412 where its newest version was not seen. */
    public Uni<License> reinstate(String id, @Nullable String ifMatch, String reason, Instant now) {
        return turn(id, ifMatch, LicenseState.Status.ACTIVE, new Reinstated(reason), now);
    }

    private Uni<License> turn(String id, @Nullable String ifMatch, LicenseState.Status next, Object fact, Instant now) {
        return store.lock(id).chain(found -> {
            Stored stored = present(found, id);
            ETags.require(ifMatch, stored.row().version);
            LicenseState.Status before = stored.row().status;
            if (before == LicenseState.Status.REVOKED) {
                throw Problems.conflict("The license was revoked before.");
            }
            if (next == LicenseState.Status.SUSPENDED && before == LicenseState.Status.SUSPENDED) {
                throw Problems.conflict("The license is suspended already.");
            }
            if (next == LicenseState.Status.ACTIVE && before != LicenseState.Status.SUSPENDED) {
                throw Problems.conflict("The license is not suspended.");
            }
            stored.row().status = Account.status(next, stored.license().lines());
            License after = changed(stored, now);
            return changes.record(change(after, fact)).replaceWith(after);
        });
    }

    /** Keeps everybody else from changing a license until the transaction ends; 404 where there is none. */
    public Uni<License> lock(String id) {
        return store.lock(id).map(stored -> present(stored, id).license());
    }

    /**
     * Makes a change of a license's conditions known with the license.
     *
     * @param more by how many more conditions stand before a draw; less than zero where there are fewer
     * @param fact what the ledger keeps
     */
    public Uni<License> condition(String id, int more, Object fact, Instant now) {
        return store.lock(id).chain(found -> {
            Stored stored = present(found, id);
            stored.row().blocking += more;
            License after = changed(stored, now);
            return changes.record(change(after, fact)).replaceWith(after);
        });
    }

    /**
     * Draws on a license that covers a release, if there is one.
     *
     * @param releaseId the release, which draws once
     * @param wanted what the license must cover
     * @param number the one license that may be drawn upon; null where any may
     * @param by token subject of who asks
     * @param now the moment of the draw
     */
    public Uni<Drawing> draw(String releaseId, Wanted wanted, @Nullable String number, String by, Instant now) {
        return store.candidates(wanted.eccn(), number)
                .chain(ids -> next(ids.iterator(), new ArrayList<>(), releaseId, wanted, by, now));
    }

    /**
     * Draws on several licenses for one release: on all of them, or on none.
     *
     * @param releaseId the release, which draws once
     * @param parts what each license must cover; in the order in which they are answered
     */
    public Uni<Drawing> draw(String releaseId, List<Use> parts, String by, Instant now) {
        Instruction instruction =
                new Instruction(Movement.DRAW, releaseId, releaseId, List.copyOf(parts), null, null, by, now);
        return books.post(instruction).map(outcome -> drawing(outcome, parts));
    }

    private static Drawing drawing(Outcome outcome, List<Use> parts) {
        if (outcome instanceof Refused refused) {
            return new Drawing(null, List.of(), refused.considered());
        }
        Moved moved = (Moved) outcome;
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            drawn.add(drawn(
                    moved.movements().get(i), moved.after().get(i), parts.get(i).wanted()));
        }
        return new Drawing(drawn.get(0), drawn.subList(1, drawn.size()), moved.considered());
    }

    private Uni<Drawing> next(
            Iterator<String> ids, List<Coverage> considered, String releaseId, Wanted wanted, String by, Instant now) {
        if (!ids.hasNext()) {
            return Uni.createFrom().item(new Drawing(null, List.of(), considered));
        }
        String id = ids.next();
        return store.glance(id).chain(seen -> {
            License license = present(seen, id).license();
            Coverage glanced = coverage.check(license, wanted);
            if (!glanced.covers()) {
                considered.add(glanced);
                return next(ids, considered, releaseId, wanted, by, now);
            }
            Use use = new Use(license.number(), null, wanted);
            return draw(releaseId, List.of(use), by, now).chain(drawing -> {
                considered.addAll(drawing.considered());
                return drawing.drawn() == null
                        ? next(ids, considered, releaseId, wanted, by, now)
                        : Uni.createFrom().item(new Drawing(drawing.drawn(), List.of(), considered));
            });
        });
    }

    private static Drawn drawn(MovementView movement, LineBalance after, Wanted wanted) {
        Money stated = wanted.value();
        boolean valued = after.limit().value() != null && stated != null;
        BigDecimal quantityLeft = after.quantityLeft();
        BigDecimal valueLeft = after.valueLeft();
        return new Drawn(
                movement.licenseId(),
                movement.licenseNumber(),
                movement.line(),
                movement.quantity(),
                valued ? stated : null,
                quantityLeft == null ? null : Lines.tidy(quantityLeft),
                valueLeft == null || stated == null ? null : new Money(Lines.tidy(valueLeft), stated.currency()),
                movement.ledgerEntryId());
    }

    private License changed(Stored stored, Instant now) {
        stored.row().version++;
        stored.row().changedAt = now;
        return store.license(stored.row(), stored.lines());
    }

    static Stored present(@Nullable Stored stored, String id) {
        if (stored == null) {
            throw Problems.notFound("license", id);
        }
        return stored;
    }

    private static RuntimeException numberTaken() {
        return Problems.conflict("A license with this number is recorded already.");
    }

    static Change change(License license, Object fact) {
        return new Change(Topics.LICENSES, license.id(), license.version(), Books.CHANGED, license.toState(), fact);
    }

    /** Ledger fact: a license was recorded. */
    @RegisterForReflection
    record Recorded(String number, LicenseKind kind) {}

    /** Ledger fact: a license ended before its last day. */
    @RegisterForReflection
    record Revoked(String reason) {}

    /** Ledger fact: a license was stopped for a time. */
    @RegisterForReflection
    record Suspended(String suspension) {}

    /** Ledger fact: a license that was stopped goes on. */
    @RegisterForReflection
    record Reinstated(String reinstatement) {}
}
