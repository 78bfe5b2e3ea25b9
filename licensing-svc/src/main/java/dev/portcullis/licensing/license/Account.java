package dev.portcullis.licensing.license;

import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.licensing.balance.LineBalance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A license under its lock, as its movements change it.
 *
 * @param license as it stands
 * @param movements how many movements its history has
 */
record Account(License license, long movements) {
    @Nullable
    Line line(int number) {
        return license.lines().stream()
                .filter(line -> line.line() == number)
                .findFirst()
                .orElse(null);
    }

    /** The same with another balance of a line. */
    Account with(int number, LineBalance balance) {
        List<Line> lines = license.lines().stream()
                .map(line -> line.line() == number ? Lines.with(line, balance) : line)
                .toList();
        License changed = new License(
                license.id(),
                license.version(),
                license.number(),
                license.kind(),
                license.status(),
                license.validFrom(),
                license.validUntil(),
                license.terms(),
                lines,
                license.changedAt(),
                license.amendment(),
                license.openConditions());
        return new Account(changed, movements + 1);
    }

    /** The next version of the license: what is used up says so, and what came back can be drawn again. */
    Account closed(Instant at) {
        return new Account(license.moved(status(license.status(), license.lines()), license.lines(), at), movements);
    }

    /** Whether a license that is neither suspended nor revoked has something left. */
    static LicenseState.Status status(LicenseState.Status now, List<Line> lines) {
        if (now != LicenseState.Status.ACTIVE && now != LicenseState.Status.EXHAUSTED) {
            return now;
        }
        boolean usedUp = lines.stream().allMatch(line -> Lines.balance(line).isExhausted());
        return usedUp ? LicenseState.Status.EXHAUSTED : LicenseState.Status.ACTIVE;
    }
}
