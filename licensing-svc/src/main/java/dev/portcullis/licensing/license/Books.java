package dev.portcullis.licensing.license;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.license.BookStore.Known;
import dev.portcullis.licensing.license.Outcome.Moved;
import dev.portcullis.platform.change.Change;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moves balances in the transaction that is under way: locks, judges, writes. Balances, movements, ledger entries and events are
 * written by one statement. Each version of a license has its ledger entry; where several come about in one transaction, the topic,
 * which is compacted, is told of the last alone.
 */
@ApplicationScoped
public class Books {
    static final String CHANGED = "dev.portcullis.license.changed";

    @Inject
    BookStore store;

    @Inject
    LicenseCoverage coverage;

    @Inject
    MeterRegistry metrics;

    /** Does what instructions say on a connection whose transaction its owner ends; what came of each, in their order. */
    public Uni<List<Outcome>> post(SqlConnection connection, List<Instruction> instructions) {
        return post(on(connection), instructions);
    }

    /** Does what an instruction says, in the session of the caller. */
    public Uni<Outcome> post(Instruction instruction) {
        return post(ofSession(), List.of(instruction)).map(outcomes -> outcomes.get(0));
    }

    /**
     * How the licenses cover what an assignment still reserves; nothing moves. In the session of the caller.
     *
     * @param instruction a draw of all of it
     */
    public Uni<List<Coverage>> considered(Instruction instruction) {
        return store.open(ofSession(), numbers(List.of(instruction)), List.of(instruction))
                .map(opened -> new Bookkeeping(coverage, opened.accounts(), opened.known()).considered(instruction));
    }

    /** A license's movements in their order, after one. */
    public Uni<List<MovementView>> history(String licenseId, long after, int most) {
        return store.history(ofSession(), licenseId, after, most);
    }

    /** What a reference moved, and what relates to it. */
    public Uni<List<MovementView>> ofReference(String reference) {
        return store.ofReference(ofSession(), reference);
    }

    private static Statements ofSession() {
        return (statement, document) -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement, String.class)
                        .setParameter("document", document)
                        .getSingleResult());
    }

    private static Statements on(SqlConnection connection) {
        return (statement, document) -> connection
                .preparedQuery(statement.replace(":document", "$1"))
                .execute(Tuple.of(document))
                .map(rows -> rows.iterator().next().getString(0));
    }

    private static Set<String> numbers(List<Instruction> instructions) {
        return instructions.stream()
                .flatMap(instruction -> instruction.parts().stream())
                .map(Instruction.Part::licenseNumber)
                .collect(Collectors.toSet());
    }

    /** Does what instructions say, one after the other; what came of each, in their order. */
    Uni<List<Outcome>> post(Statements sql, List<Instruction> instructions) {
        return store.open(sql, numbers(instructions), instructions).chain(opened -> {
            Bookkeeping books = new Bookkeeping(coverage, opened.accounts(), opened.known());
            List<Known> known = new ArrayList<>();
            List<Outcome> outcomes = new ArrayList<>(instructions.size());
            for (Instruction instruction : instructions) {
                Outcome outcome = books.post(instruction);
                outcomes.add(outcome);
                if (outcome instanceof Moved moved && !moved.again()) {
                    known.addAll(changes(books, instruction, moved));
                }
            }
            if (books.made().isEmpty()) {
                return Uni.createFrom().item(outcomes);
            }
            Set<String> moved =
                    books.made().stream().map(MovementView::licenseNumber).collect(Collectors.toSet());
            List<Account> accounts = books.accounts().values().stream()
                    .filter(account -> moved.contains(account.license().number()))
                    .toList();
            return store.write(sql, accounts, books.made(), lastTold(known))
                    .map(entered -> entered(outcomes, entered))
                    .invoke(this::count);
        });
    }

    /** A version of each license that an instruction moved. */
    private static List<Known> changes(Bookkeeping books, Instruction instruction, Moved moved) {
        Map<String, List<MovementView>> byLicense = new LinkedHashMap<>();
        moved.movements()
                .forEach(movement -> byLicense
                        .computeIfAbsent(movement.licenseNumber(), number -> new ArrayList<>())
                        .add(movement));
        List<Known> known = new ArrayList<>();
        byLicense.forEach((number, movements) -> {
            Account account = books.accounts().get(number);
            if (account == null) {
                throw new IllegalStateException("a license moved that was not opened");
            }
            License license = account.license();
            Fact fact = new Fact(
                    instruction.kind(),
                    instruction.reference(),
                    license.number(),
                    instruction.relatesTo(),
                    movements.stream()
                            .map(movement -> new Fact.Moved(
                                    movement.line(),
                                    movement.quantity(),
                                    movement.value(),
                                    movement.quantityAssigned(),
                                    movement.valueAssigned()))
                            .toList());
            known.add(new Known(
                    new Change(Topics.LICENSES, license.id(), license.version(), CHANGED, license.toState(), fact),
                    movements));
        });
        return known;
    }

    /** Of several versions of a license the last is told; each has its ledger entry. */
    private static List<Known> lastTold(List<Known> known) {
        Map<String, Long> last = new LinkedHashMap<>();
        known.forEach(one -> last.put(one.change().key(), one.change().version()));
        return known.stream()
                .map(one -> {
                    Change change = one.change();
                    Long version = last.get(change.key());
                    return version != null && version == change.version()
                            ? one
                            : new Known(
                                    new Change(
                                            null,
                                            change.key(),
                                            change.version(),
                                            change.type(),
                                            null,
                                            change.ledgerFact()),
                                    one.movements());
                })
                .toList();
    }

    private static List<Outcome> entered(List<Outcome> outcomes, List<MovementView> entered) {
        Map<String, List<MovementView>> byReference = entered.stream()
                .collect(Collectors.groupingBy(movement -> movement.kind() + " " + movement.reference()));
        return outcomes.stream()
                .map(outcome -> outcome instanceof Moved moved
                                && moved.movements().get(0).ledgerEntryId() == 0
                        ? new Moved(
                                byReference
                                        .getOrDefault(
                                                moved.movements().get(0).kind() + " "
                                                        + moved.movements()
                                                                .get(0)
                                                                .reference(),
                                                moved.movements())
                                        .stream()
                                        .sorted(Comparator.comparingInt(MovementView::part))
                                        .toList(),
                                moved.again(),
                                moved.considered(),
                                moved.after())
                        : outcome)
                .toList();
    }

    private void count(List<Outcome> outcomes) {
        outcomes.forEach(outcome -> {
            if (outcome instanceof Moved moved && !moved.again()) {
                metrics.counter(
                                "portcullis.licenses.movements",
                                "kind",
                                moved.movements().get(0).kind().name())
                        .increment();
            }
        });
    }

    /** Ledger fact: balances of a license moved. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fact(
            Movement movement,
            String reference,
            String number,
            @Nullable String relatesTo,
            List<Moved> lines) {
        /** By how much a line moved. */
        @RegisterForReflection
        record Moved(
                int line,
                BigDecimal quantity,
                BigDecimal value,
                BigDecimal quantityAssigned,
                BigDecimal valueAssigned) {}
    }
}
