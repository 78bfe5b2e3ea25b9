package dev.portcullis.licensing.usage;

import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.license.Books;
import dev.portcullis.licensing.license.Instruction;
import dev.portcullis.licensing.license.Instruction.Exact;
import dev.portcullis.licensing.license.License;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.licensing.usage.AdjustmentView.State;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Corrections of balances: one person proposes, another agrees, and only then does the balance move. Everything runs in the caller's
 * transaction.
 */
@ApplicationScoped
class Adjustments {
    private static final String COLUMNS = """
            license_id, number, state, line, quantity, value, reason, proposed_by, proposed_at, decided_by, decided_at""";
    private static final String LOCK = "select version from license where id = :license for update";
    private static final String ADD = """
            insert into license_adjustment (license_id, number, state, line, quantity, value, reason, proposed_by, proposed_at)
            select :license, coalesce(max(number), 0) + 1, 'PROPOSED', :line, :quantity, :value, :reason, :by, :at
            from license_adjustment where license_id = :license returning number""";
    private static final String FIND =
            "select " + COLUMNS + " from license_adjustment where license_id = :license and number = :number";
    private static final String LIST = "select " + COLUMNS
            + " from license_adjustment where license_id = :license and number > :after order by number limit :most";
    private static final String DECIDE = """
            update license_adjustment set state = :state, decided_by = :by, decided_at = :at
            where license_id = :license and number = :number and state = 'PROPOSED'""";

    @Inject
    Licenses licenses;

    @Inject
    Books books;

    @Inject
    Changes changes;

    Uni<AdjustmentView> propose(String licenseId, AdjustmentRequest request, String by, Instant now) {
        return lock(licenseId)
                .chain(() -> licenses.get(licenseId))
                .invoke(license -> require(license, request))
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(ADD, Integer.class)
                        .setParameter("license", licenseId)
                        .setParameter("line", request.line())
                        .setParameter("quantity", signed(request.quantity(), request.lower()))
                        .setParameter("value", signed(value(request), request.lower()))
                        .setParameter("reason", request.reason())
                        .setParameter("by", by)
                        .setParameter("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .getSingleResult())
                .chain(number -> find(licenseId, number))
                .call(view -> record(view, 1));
    }

    /** Moves the balance; 403 for the person who proposed it, 409 where it was decided before or the balance does not allow it. */
    Uni<AdjustmentView> agree(String licenseId, int number, String by, Instant now) {
        return open(licenseId, number, by, State.AGREED, now)
                .chain(view -> licenses.get(licenseId)
                        .chain(license -> books.post(new Instruction(
                                Movement.ADJUST,
                                license.id() + "/" + number,
                                "adjustment",
                                List.of(new Exact(
                                        license.number(), view.line(), new Amount(view.quantity(), view.value()))),
                                null,
                                view.reason(),
                                by,
                                now)))
                        .invoke(Refusals::moved)
                        .chain(() -> find(licenseId, number)));
    }

    /** Leaves the balance as it is; 403 for the person who proposed it, 409 where it was decided before. */
    Uni<AdjustmentView> refuse(String licenseId, int number, String by, Instant now) {
        return open(licenseId, number, by, State.REFUSED, now).chain(() -> find(licenseId, number));
    }

    Uni<List<AdjustmentView>> list(String licenseId, int after, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("license", licenseId)
                        .setParameter("after", after)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(Adjustments::view).toList());
    }

    Uni<AdjustmentView> find(String licenseId, int number) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("license", licenseId)
                        .setParameter("number", number)
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw Problems.notFound("correction", licenseId + "/" + number);
                    }
                    return view(row);
                });
    }

    private Uni<AdjustmentView> open(String licenseId, int number, String by, State next, Instant now) {
        return lock(licenseId)
                .chain(() -> find(licenseId, number))
                .invoke(view -> {
                    if (view.state() != State.PROPOSED) {
                        throw Problems.conflict("The correction was decided before.");
                    }
                    if (view.proposedBy().equals(by)) {
                        throw Problems.forbidden("The person who proposed a correction does not decide on it.");
                    }
                })
                .call(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(DECIDE)
                                .setParameter("state", next.name())
                                .setParameter("by", by)
                                .setParameter("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                                .setParameter("license", licenseId)
                                .setParameter("number", number)
                                .executeUpdate()))
                .call(() -> find(licenseId, number).chain(view -> record(view, 2)));
    }

    /** Keeps others from the license until the transaction ends, as every movement does first. */
    private static Uni<Void> lock(String licenseId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter("license", licenseId)
                        .getSingleResultOrNull())
                .invoke(version -> {
                    if (version == null) {
                        throw Problems.notFound("license", licenseId);
                    }
                })
                .replaceWithVoid();
    }

    private static void require(License license, AdjustmentRequest request) {
        Line line = license.lines().stream()
                .filter(one -> one.line() == request.line())
                .findFirst()
                .orElseThrow(() -> Problems.unprocessable("/line", "is no line of the license"));
        Money limit = line.value();
        Money value = request.value();
        if (value != null && (limit == null || !limit.currency().equals(value.currency()))) {
            throw Problems.unprocessable("/value", "must be in the currency in which the line limits the value");
        }
        if (request.quantity().signum() == 0 && (value == null || value.amount().signum() == 0)) {
            throw Problems.invalid("/quantity", "or value must be more than 0");
        }
    }

    private Uni<Long> record(AdjustmentView view, long version) {
        return changes.record(new Change(
                null,
                view.licenseId() + "/adjustments/" + view.number(),
                version,
                "dev.portcullis.license.adjustment." + view.state().name().toLowerCase(java.util.Locale.ROOT),
                null,
                new Fact(view.line(), view.quantity(), view.value(), Sha256.of(view.reason()))));
    }

    private static BigDecimal value(AdjustmentRequest request) {
        Money value = request.value();
        return value == null ? BigDecimal.ZERO : value.amount();
    }

    private static BigDecimal signed(BigDecimal amount, boolean lower) {
        return lower ? amount.negate() : amount;
    }

    private static AdjustmentView view(Object[] row) {
        return new AdjustmentView(
                (String) row[0],
                ((Number) row[1]).intValue(),
                State.valueOf((String) row[2]),
                ((Number) row[3]).intValue(),
                (BigDecimal) row[4],
                (BigDecimal) row[5],
                (String) row[6],
                (String) row[7],
                instant(row[8]),
                (String) row[9],
                row[10] == null ? null : instant(row[10]));
    }

    private static Instant instant(@Nullable Object stored) {
        if (stored instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (stored instanceof Instant instant) {
            return instant;
        }
        throw new IllegalStateException("a moment is missing");
    }

    /** Ledger fact: a correction was proposed or decided; of its reason the digest. */
    @RegisterForReflection
    record Fact(int line, BigDecimal quantity, BigDecimal value, String reasonSha256) {}
}
