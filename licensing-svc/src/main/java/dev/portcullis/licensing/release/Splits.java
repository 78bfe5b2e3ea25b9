package dev.portcullis.licensing.release;

import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.license.Instruction.Use;
import dev.portcullis.licensing.license.Wanted;
import dev.portcullis.licensing.release.ReleaseRequest.Split;
import dev.portcullis.platform.problem.Problems;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A release that is spread over several licenses: its parts are the whole of it, no more and no less. */
final class Splits {
    private Splits() {}

    /** @throws dev.portcullis.platform.problem.ProblemException 400 at the first field that cannot be so */
    static void require(ReleaseRequest request) {
        List<Split> split = request.split();
        if (split == null) {
            return;
        }
        if (request.licenseNumber() != null) {
            throw Problems.invalid("/licenseNumber", "must be left out where split names the licenses");
        }
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        Money whole = request.value();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < split.size(); i++) {
            Split part = split.get(i);
            if (!seen.add(part.licenseNumber() + " " + part.line())) {
                throw Problems.invalid("/split/" + i, "names a license and line that another part names as well");
            }
            Money money = part.value();
            if ((money == null) != (whole == null)
                    || money != null && whole != null && !money.currency().equals(whole.currency())) {
                throw Problems.invalid(
                        "/split/" + i + "/value", "must be stated where that of the release is, in its currency");
            }
            quantity = quantity.add(part.quantity());
            value = money == null ? value : value.add(money.amount());
        }
        if (quantity.compareTo(request.quantity()) != 0) {
            throw Problems.invalid("/split", "has parts whose quantities do not add up to that of the release");
        }
        if (whole != null && value.compareTo(whole.amount()) != 0) {
            throw Problems.invalid("/split", "has parts whose values do not add up to that of the release");
        }
    }

    /** What each license must cover. */
    static List<Use> uses(Wanted whole, List<Split> split) {
        return split.stream()
                .map(part -> new Use(
                        part.licenseNumber(), part.line(), whole.of(part.quantity(), whole.unit(), part.value())))
                .toList();
    }
}
