package dev.portcullis.licensing.license;

import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.LineBalance;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.balance.OverdrawnException;
import dev.portcullis.licensing.license.Instruction.Exact;
import dev.portcullis.licensing.license.Instruction.Part;
import dev.portcullis.licensing.license.Instruction.Use;
import dev.portcullis.licensing.license.Outcome.Moved;
import dev.portcullis.licensing.license.Outcome.Refused;
import dev.portcullis.licensing.license.Outcome.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a balance moves: instructions one after the other over licenses that nobody else can change meanwhile. Each
 * instruction moves all of its parts or none. Plain values in, plain values out: it knows neither the database nor the clock.
 */
final class Bookkeeping {
    private final LicenseCoverage coverage;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<MovementView> known;
    private final Map<String, List<MovementView>> byReference = new HashMap<>();
    private final List<MovementView> made = new ArrayList<>();

    /**
     * Begins.
     *
     * @param coverage what a license covers
     * @param accounts the licenses that instructions name
     * @param known movements from before with the references that instructions have or relate to
     */
    Bookkeeping(LicenseCoverage coverage, Collection<Account> accounts, List<MovementView> known) {
        this.coverage = coverage;
        this.known = new ArrayList<>(known);
        this.known.forEach(this::index);
        accounts.forEach(account -> this.accounts.put(account.license().number(), account));
    }

    /** The licenses as they stand now, by number. */
    Map<String, Account> accounts() {
        return accounts;
    }

    /** What moved since the beginning, in its order. */
    List<MovementView> made() {
        return made;
    }

    /** Moves what an instruction says. */
    Outcome post(Instruction instruction) {
        List<MovementView> before =
                byReference.getOrDefault(instruction.kind() + " " + instruction.reference(), List.of());
        if (!before.isEmpty()) {
            return before.get(0).digest().equals(instruction.digest())
                    ? new Moved(before, true, List.of(), List.of())
                    : new Refused(Why.REFERENCE_USED, "The reference was used before, for something else.", List.of());
        }
        Attempt attempt = new Attempt(instruction);
        Refused refused = attempt.run();
        if (refused != null) {
            return refused;
        }
        attempt.keep();
        return new Moved(attempt.movements, false, attempt.considered, attempt.after);
    }

    private void index(MovementView movement) {
        byReference
                .computeIfAbsent(movement.kind() + " " + movement.reference(), key -> new ArrayList<>())
                .add(movement);
    }

    /** How the licenses cover what an assignment still reserves, each part for itself; nothing moves. */
    List<Coverage> considered(Instruction instruction) {
        Attempt attempt = new Attempt(instruction);
        List<Coverage> considered = new ArrayList<>();
        for (Part part : instruction.parts()) {
            Account account = accounts.get(part.licenseNumber());
            if (account != null && part instanceof Use use) {
                considered.addAll(attempt.reserved(account, use));
            }
        }
        return considered;
    }

    /** One instruction on copies, which are kept only where all of it went well. */
    private final class Attempt {
        private final Instruction instruction;
        private final Map<String, Account> changed = new LinkedHashMap<>();
        private final List<MovementView> movements = new ArrayList<>();
        private final List<Coverage> considered = new ArrayList<>();
        private final List<LineBalance> after = new ArrayList<>();

        Attempt(Instruction instruction) {
            this.instruction = instruction;
        }

        @Nullable
        Refused run() {
            for (Part part : instruction.parts()) {
                Account account = changed.getOrDefault(part.licenseNumber(), accounts.get(part.licenseNumber()));
                if (account == null) {
                    return new Refused(
                            Why.UNKNOWN, "There is no license " + printable(part.licenseNumber()) + ".", List.of());
                }
                Refused refused = part instanceof Use use ? use(account, use) : exact(account, (Exact) part);
                if (refused != null) {
                    return refused;
                }
            }
            boolean nothing = instruction.kind() == Movement.UNASSIGN
                    && movements.stream()
                            .allMatch(movement -> movement.assigned().isNothing());
            return nothing ? new Refused(Why.NOT_POSSIBLE, "Nothing of it is reserved any more.", List.of()) : null;
        }

        private @Nullable Refused use(Account account, Use use) {
            Coverage found = coverage.check(
                    account.license(), use.wanted(), use.line(), line -> reserved(account.license(), line));
            considered.add(found);
            Integer number = found.line();
            Line line = number == null ? null : account.line(number);
            if (line == null) {
                return new Refused(
                        Why.NOT_COVERED,
                        "The license " + account.license().number() + " does not cover it.",
                        considered);
            }
            LineBalance balance = Lines.balance(line);
            Amount amount = coverage.amount(line, use.wanted());
            if (instruction.kind() == Movement.ASSIGN) {
                move(account, line, balance.assign(amount), Amount.NONE, amount);
            } else {
                Amount reserved = reserved(account.license(), line.line()).least(amount);
                move(account, line, balance.draw(amount, reserved), amount, reserved.negated());
            }
            return null;
        }

        private @Nullable Refused exact(Account account, Exact exact) {
            Line line = account.line(exact.line());
            if (line == null) {
                return new Refused(
                        Why.UNKNOWN,
                        "The license " + account.license().number() + " has no line " + exact.line() + ".",
                        List.of());
            }
            Amount amount = exact.amount();
            LineBalance balance = Lines.balance(line);
            try {
                switch (instruction.kind()) {
                    case RETURN -> {
                        if (!amount.isWithin(drawn(account.license(), line.line()))) {
                            return new Refused(
                                    Why.NOT_POSSIBLE,
                                    "More would come back than was drawn and is still out.",
                                    List.of());
                        }
                        move(account, line, balance.giveBack(amount), amount.negated(), Amount.NONE);
                    }
                    case UNASSIGN -> {
                        // Whatever of it is left by now: a draw may have come between the wish and the lock.
                        Amount left = reserved(account.license(), line.line());
                        move(account, line, balance.unassign(left), Amount.NONE, left.negated());
                    }
                    case ADJUST -> move(account, line, balance.adjust(amount), amount, Amount.NONE);
                    case DRAW, ASSIGN -> throw new IllegalArgumentException("a draw says what it is of");
                }
            } catch (OverdrawnException e) {
                return new Refused(
                        Why.NOT_POSSIBLE,
                        "Line " + line.line() + " of the license "
                                + account.license().number() + " cannot be changed so: " + e.getMessage() + ".",
                        List.of());
            }
            return null;
        }

        private void move(Account account, Line line, LineBalance balance, Amount drawn, Amount assigned) {
            Account next = account.with(line.line(), balance);
            after.add(balance);
            License license = next.license();
            changed.put(license.number(), next);
            movements.add(new MovementView(
                    license.id(),
                    license.number(),
                    next.movements(),
                    license.version() + 1,
                    line.line(),
                    instruction.kind(),
                    Lines.unit(line),
                    Lines.currency(line),
                    instruction.reference(),
                    movements.size(),
                    Lines.tidy(drawn.quantity()),
                    Lines.tidy(drawn.value()),
                    Lines.tidy(assigned.quantity()),
                    Lines.tidy(assigned.value()),
                    Lines.tidy(balance.drawn().quantity()),
                    Lines.tidy(balance.drawn().value()),
                    Lines.tidy(balance.assigned().quantity()),
                    Lines.tidy(balance.assigned().value()),
                    instruction.relatesTo(),
                    instruction.reason(),
                    instruction.by(),
                    instruction.at(),
                    0,
                    instruction.digest()));
        }

        void keep() {
            changed.forEach((number, account) -> accounts.put(number, account.closed(instruction.at())));
            known.addAll(movements);
            movements.forEach(Bookkeeping.this::index);
            made.addAll(movements);
        }

        /** What an assignment still reserves of the lines of a license, held against it. */
        List<Coverage> reserved(Account account, Use use) {
            List<Coverage> found = new ArrayList<>();
            for (Line line : account.license().lines()) {
                Amount reserved = reserved(account.license(), line.line());
                if (reserved.isNothing() || use.line() != null && use.line() != line.line()) {
                    continue;
                }
                String currency = Lines.currency(line);
                Wanted left = use.wanted()
                        .of(
                                reserved.quantity(),
                                Lines.unit(line),
                                currency == null ? null : new Money(reserved.value(), currency));
                found.add(coverage.check(account.license(), left, line.line(), number -> reserved));
            }
            return found;
        }

        /** What of a line is still reserved by the assignment that this draws upon or gives free. */
        private Amount reserved(License license, int line) {
            boolean uses = instruction.kind() == Movement.DRAW || instruction.kind() == Movement.UNASSIGN;
            String assignment = uses ? instruction.relatesTo() : null;
            return assignment == null
                    ? Amount.NONE
                    : sum(
                            license,
                            line,
                            movement -> movement.kind() == Movement.ASSIGN
                                            && movement.reference().equals(assignment)
                                    || (movement.kind() == Movement.DRAW || movement.kind() == Movement.UNASSIGN)
                                            && assignment.equals(movement.relatesTo()),
                            MovementView::assigned);
        }

        /** What of a line was drawn by the draw that comes back, and did not come back yet. */
        private Amount drawn(License license, int line) {
            String draw = instruction.relatesTo();
            return sum(
                    license,
                    line,
                    movement -> movement.kind() == Movement.DRAW
                                    && movement.reference().equals(draw)
                            || movement.kind() == Movement.RETURN
                                    && movement.relatesTo() != null
                                    && movement.relatesTo().equals(draw),
                    MovementView::drawn);
        }

        private Amount sum(
                License license,
                int line,
                java.util.function.Predicate<MovementView> which,
                java.util.function.Function<MovementView, Amount> what) {
            Amount sum = Amount.NONE;
            for (List<MovementView> some : List.of(known, movements)) {
                for (MovementView movement : some) {
                    if (movement.licenseId().equals(license.id()) && movement.line() == line && which.test(movement)) {
                        sum = sum.plus(what.apply(movement));
                    }
                }
            }
            return sum;
        }
    }

    private static String printable(String number) {
        return number.replaceAll("[^A-Za-z0-9./-]", "?");
    }
}
