package dev.portcullis.licensing.usage;

import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.license.Instruction.Exact;
import dev.portcullis.licensing.license.MovementView;
import dev.portcullis.licensing.measure.Units;
import dev.portcullis.platform.problem.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/** What a return is of. */
final class Returns {
    private Returns() {}

    /**
     * A part of a return, in the unit and currency of its line. A quantity in another unit is rounded down.
     *
     * @param drawn the movements of the draw
     * @throws dev.portcullis.platform.problem.ProblemException 400 or 422 at the field that cannot be so
     */
    static Exact part(List<MovementView> drawn, ReturnRequest.Part part, String place, Units units) {
        List<MovementView> candidates = drawn.stream()
                .filter(movement -> movement.licenseNumber().equals(part.licenseNumber())
                        && (part.line() == null || part.line() == movement.line()))
                .toList();
        if (candidates.isEmpty()) {
            throw Problems.unprocessable(place, "names a license or line that was not drawn upon");
        }
        if (candidates.size() > 1) {
            throw Problems.invalid(place + "/line", "must be given: the draw moved several lines of the license");
        }
        MovementView movement = candidates.get(0);
        String unit = Objects.requireNonNullElse(part.unit(), movement.unit());
        if (!units.comparable(unit, movement.unit())) {
            throw Problems.unprocessable(
                    place + "/unit", "must be one in which " + movement.unit() + " can be told, the line's unit");
        }
        if (part.value() != null && !part.value().currency().equals(movement.currency())) {
            throw Problems.unprocessable(place + "/value", "must be in the currency of the line");
        }
        BigDecimal value = part.value() == null ? BigDecimal.ZERO : part.value().amount();
        Amount amount = new Amount(units.convert(part.quantity(), unit, movement.unit(), RoundingMode.DOWN), value);
        if (amount.isNothing()) {
            throw Problems.invalid(place + "/quantity", "or value must be more than 0");
        }
        return new Exact(movement.licenseNumber(), movement.line(), amount);
    }
}
