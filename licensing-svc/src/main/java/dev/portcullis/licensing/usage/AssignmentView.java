package dev.portcullis.licensing.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.license.Coverage;
import dev.portcullis.licensing.license.MovementView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A balance that is kept for an order or a release.
 *
 * @param reference the order or release
 * @param state whether something of it is still reserved
 * @param request what it was made for
 * @param reserved what of each line is still reserved
 * @param holds whether the licenses covered it when it was last looked at
 * @param considered the licenses then, each with its checks
 * @param checkedAt when that was
 * @param movements what was reserved, drawn and given free
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentView(
        String reference,
        State state,
        UseRequest request,
        List<Reserved> reserved,
        boolean holds,
        List<Coverage> considered,
        Instant checkedAt,
        List<MovementView> movements) {
    public AssignmentView {
        reserved = List.copyOf(reserved);
        considered = List.copyOf(considered);
        movements = List.copyOf(movements);
    }

    /** Whether something is reserved. */
    public enum State {
        /** Something is. */
        OPEN,
        /** All of it was drawn. */
        DRAWN,
        /** What was not drawn was given free. */
        UNASSIGNED
    }

    /** What of a line is reserved. */
    @RegisterForReflection
    public record Reserved(String licenseNumber, int line, BigDecimal quantity, BigDecimal value) {}

    /** What is kept of an assignment beside its movements. */
    record Kept(UseRequest request, boolean holds, List<Coverage> considered, Instant checkedAt) {}

    static AssignmentView of(String reference, Kept kept, List<MovementView> movements) {
        List<Reserved> reserved = movements.stream()
                .filter(movement -> movement.kind() == Movement.ASSIGN)
                .map(assigned -> new Reserved(
                        assigned.licenseNumber(),
                        assigned.line(),
                        sum(movements, assigned, true),
                        sum(movements, assigned, false)))
                .toList();
        boolean open = reserved.stream()
                .anyMatch(left -> left.quantity().signum() > 0 || left.value().signum() > 0);
        boolean freed = movements.stream().anyMatch(movement -> movement.kind() == Movement.UNASSIGN);
        return new AssignmentView(
                reference,
                open ? State.OPEN : freed ? State.UNASSIGNED : State.DRAWN,
                kept.request(),
                reserved,
                kept.holds(),
                kept.considered(),
                kept.checkedAt(),
                movements);
    }

    private static BigDecimal sum(List<MovementView> movements, MovementView of, boolean quantity) {
        return movements.stream()
                .filter(movement -> movement.licenseId().equals(of.licenseId()) && movement.line() == of.line())
                .map(movement -> quantity ? movement.quantityAssigned() : movement.valueAssigned())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
