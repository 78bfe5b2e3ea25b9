package dev.portcullis.licensing.license;

import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.Money;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.license.Drawing.Drawn;
import dev.portcullis.licensing.license.LicenseStore.Stored;
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
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Licenses and draws on them. Everything runs in the caller's transaction.
 *
 * <p>A draw locks the license's row until its transaction ends, so that two releases never see the same remainder; and because the
 * row is locked before the event is written, events of one license stand in the order of their versions.
 */
@ApplicationScoped
public class Licenses {
    private static final String CHANGED = "dev.portcullis.license.changed";

    @Inject
    LicenseStore store;

    @Inject
    Changes changes;

    /** Records a license; 409 where its number is known already. */
    public Uni<License> add(NewLicense wanted, Instant now) {
        LicenseRules.require(wanted);
        License license = new License(
                Ids.next("lic"),
                1,
                wanted.number(),
                wanted.kind(),
                LicenseState.Status.ACTIVE,
                wanted.validFrom(),
                wanted.validUntil(),
                wanted.terms(),
                wanted.lines().stream()
                        .map(line -> new Line(
                                line.line(),
                                line.eccn(),
                                line.itemId(),
                                line.quantity(),
                                BigDecimal.ZERO,
                                line.value(),
                                line.value() == null
                                        ? null
                                        : new Money(
                                                BigDecimal.ZERO, line.value().currency())))
                        .toList(),
                now);
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

    /** Ends a license for good; 428 or 412 where its newest version was not seen. */
    public Uni<License> revoke(String id, @Nullable String ifMatch, String reason, Instant now) {
        return store.lock(id).chain(found -> {
            Stored stored = present(found, id);
            ETags.require(ifMatch, stored.row().version);
            if (stored.row().status == LicenseState.Status.REVOKED) {
                throw Problems.conflict("The license was revoked before.");
            }
            stored.row().status = LicenseState.Status.REVOKED;
            License after = changed(stored, now);
            return changes.record(change(after, new Revoked(reason))).replaceWith(after);
        });
    }

    /**
     * Draws on a license that covers a release, if there is one.
     *
     * @param releaseId the release, which draws once
     * @param wanted what the license must cover
     * @param number the one license that may be drawn upon; null where any may
     * @param now the moment of the draw
     */
    public Uni<Drawing> draw(String releaseId, Wanted wanted, @Nullable String number, Instant now) {
        return store.candidates(wanted.eccn(), number)
                .chain(ids -> next(ids.iterator(), new ArrayList<>(), releaseId, wanted, now));
    }

    private Uni<Drawing> next(
            Iterator<String> ids, List<Coverage> considered, String releaseId, Wanted wanted, Instant now) {
        if (!ids.hasNext()) {
            return Uni.createFrom().item(new Drawing(null, considered));
        }
        String id = ids.next();
        return store.glance(id).chain(seen -> {
            Coverage coverage = LicenseCoverage.check(present(seen, id).license(), wanted);
            if (!coverage.covers()) {
                considered.add(coverage);
                return next(ids, considered, releaseId, wanted, now);
            }
            return store.lock(id).chain(locked -> {
                Coverage still = LicenseCoverage.check(present(locked, id).license(), wanted);
                considered.add(still);
                Integer line = still.line();
                return line == null
                        ? next(ids, considered, releaseId, wanted, now)
                        : take(present(locked, id), line, releaseId, wanted, now)
                                .map(drawn -> new Drawing(drawn, considered));
            });
        });
    }

    private Uni<Drawn> take(Stored stored, int number, String releaseId, Wanted wanted, Instant now) {
        LicenseLineRow line = stored.lines().stream()
                .filter(candidate -> candidate.line == number)
                .findFirst()
                .orElseThrow();
        Money value = line.value == null ? null : wanted.value();
        line.quantityDrawn = line.quantityDrawn.add(wanted.quantity());
        if (value != null) {
            line.valueDrawn = line.valueDrawn.add(value.amount());
        }
        if (stored.lines().stream().allMatch(Licenses::isExhausted)) {
            stored.row().status = LicenseState.Status.EXHAUSTED;
        }
        License after = changed(stored, now);
        LicenseDrawRow draw = new LicenseDrawRow();
        draw.releaseId = releaseId;
        draw.licenseId = after.id();
        draw.line = number;
        draw.quantity = wanted.quantity();
        draw.value = value == null ? null : value.amount();
        draw.drawnAt = now;
        DrawnFact fact = new DrawnFact(releaseId, after.number(), number, wanted.quantity(), value);
        return Panache.getSession()
                .chain(session -> session.persist(draw))
                .chain(() -> changes.record(change(after, fact)))
                .map(entry -> new Drawn(
                        after.id(),
                        after.number(),
                        number,
                        wanted.quantity(),
                        value,
                        line.quantity == null ? null : LicenseStore.tidy(line.quantity.subtract(line.quantityDrawn)),
                        line.value == null || line.currency == null
                                ? null
                                : new Money(LicenseStore.tidy(line.value.subtract(line.valueDrawn)), line.currency),
                        entry));
    }

    private License changed(Stored stored, Instant now) {
        stored.row().version++;
        stored.row().changedAt = now;
        return store.license(stored.row(), stored.lines());
    }

    private static boolean isExhausted(LicenseLineRow line) {
        return line.quantity != null && line.quantityDrawn.compareTo(line.quantity) >= 0
                || line.value != null && line.valueDrawn.compareTo(line.value) >= 0;
    }

    private static Stored present(@Nullable Stored stored, String id) {
        if (stored == null) {
            throw Problems.notFound("license", id);
        }
        return stored;
    }

    private static RuntimeException numberTaken() {
        return Problems.conflict("A license with this number is recorded already.");
    }

    private static Change change(License license, Object fact) {
        return new Change(Topics.LICENSES, license.id(), license.version(), CHANGED, license.toState(), fact);
    }

    /** Ledger fact: a license was recorded. */
    @RegisterForReflection
    record Recorded(String number, LicenseKind kind) {}

    /** Ledger fact: a license ended before its last day. */
    @RegisterForReflection
    record Revoked(String reason) {}

    /** Ledger fact: a release drew. */
    @RegisterForReflection
    record DrawnFact(
            String releaseId,
            String number,
            int line,
            BigDecimal quantity,
            @Nullable Money value) {}
}
