package dev.portcullis.licensing.license;

import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.LineBalance;
import dev.portcullis.licensing.license.NewLicense.NewLine;
import dev.portcullis.platform.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What an amendment may change: nothing that would make what was used more than what is authorized, or something else than it was. */
final class AmendmentRules {
    private AmendmentRules() {}

    /**
     * The lines as an amendment leaves them, with what was used of them.
     *
     * @param license as it stands
     * @param used numbers of the lines whose balance ever moved
     * @throws dev.portcullis.platform.problem.ProblemException 400 or 422 at the first field that cannot be so
     */
    static List<Line> amended(License license, NewLicense words, Set<Integer> used) {
        if (!license.number().equals(words.number())) {
            throw Problems.invalid("/number", "must stay what it is: another number is another license");
        }
        if (license.kind() != words.kind()) {
            throw Problems.invalid("/kind", "must stay what it is");
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < words.lines().size(); i++) {
            NewLine next = words.lines().get(i);
            Line fresh = next.unused();
            Line before = license.lines().stream()
                    .filter(line -> line.line() == fresh.line())
                    .findFirst()
                    .orElse(null);
            lines.add(before == null ? fresh : amended("/lines/" + i, before, fresh, used.contains(fresh.line())));
        }
        for (Line before : license.lines()) {
            boolean stays = lines.stream().anyMatch(line -> line.line() == before.line());
            if (!stays && used.contains(before.line())) {
                throw Problems.unprocessable(
                        "/lines", "must keep line " + before.line() + ": its balance has a history");
            }
        }
        return lines;
    }

    private static Line amended(String place, Line before, Line fresh, boolean used) {
        if (!used) {
            return fresh;
        }
        same(place + "/eccn", before.eccn(), fresh.eccn());
        same(place + "/itemId", before.itemId(), fresh.itemId());
        same(place + "/unit", Lines.unit(before), Lines.unit(fresh));
        same(place + "/value/currency", Lines.currency(before), Lines.currency(fresh));
        LineBalance balance = Lines.balance(before);
        LineBalance after = new LineBalance(Lines.balance(fresh).limit(), balance.drawn(), balance.assigned());
        if (!after.keepsItsLimit()) {
            Amount gone = balance.drawn().plus(balance.assigned());
            throw Problems.unprocessable(
                    place,
                    "must authorize at least what is drawn and assigned: quantity "
                            + Lines.tidy(gone.quantity()).toPlainString() + ", value "
                            + Lines.tidy(gone.value()).toPlainString());
        }
        return Lines.with(fresh, after);
    }

    private static void same(
            String place,
            @org.jspecify.annotations.Nullable Object before,
            @org.jspecify.annotations.Nullable Object after) {
        if (!Objects.equals(before, after)) {
            throw Problems.unprocessable(place, "must stay what it is: the line's balance has a history");
        }
    }
}
