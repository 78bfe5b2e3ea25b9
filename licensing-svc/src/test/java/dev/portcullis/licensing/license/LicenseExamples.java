package dev.portcullis.licensing.license;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.LicenseState.Tolerance;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import dev.portcullis.licensing.determination.Transaction.Role;
import dev.portcullis.licensing.license.Wanted.Exporter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Licenses and wishes that differ from a plain one in one thing each. */
final class LicenseExamples {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final LicenseTerms PLAIN = terms(List.of(), List.of(), List.of(), List.of(), List.of());

    private LicenseExamples() {}

    static License license(String number, LicenseKind kind, LicenseTerms terms, Line... lines) {
        return new License(
                "lic-" + number,
                1,
                number,
                kind,
                LicenseState.Status.ACTIVE,
                DAY.minusDays(30),
                DAY.plusDays(300),
                terms,
                List.of(lines),
                Instant.EPOCH,
                1,
                0);
    }

    static LicenseTerms terms(
            List<String> legalEntities,
            List<String> units,
            List<Role> roles,
            List<String> documents,
            List<String> endUses) {
        return new LicenseTerms(
                List.of(),
                List.of("pty-consignee"),
                List.of(CountryCode.of("CN")),
                List.of(),
                legalEntities,
                units,
                roles,
                documents,
                endUses,
                null);
    }

    static Line line(int number, @Nullable String quantity, @Nullable String value, int valueExcess) {
        return line(number, quantity, value, valueExcess, null);
    }

    static Line line(
            int number, @Nullable String quantity, @Nullable String value, int valueExcess, @Nullable String unit) {
        return new Line(
                number,
                Eccn.of("3A090"),
                null,
                quantity == null ? null : new BigDecimal(quantity),
                BigDecimal.ZERO,
                value == null ? null : new Money(new BigDecimal(value), "USD"),
                value == null ? null : new Money(BigDecimal.ZERO, "USD"),
                unit,
                null,
                null,
                new Tolerance(BigDecimal.ZERO, BigDecimal.valueOf(valueExcess), BigDecimal.ZERO));
    }

    static Wanted wanted(Exporter exporter, List<String> endUses, Role role) {
        return new Wanted(
                Activity.EXPORT,
                "itm-a",
                Eccn.of("3A090"),
                List.of(new PartyRole("pty-consignee", role)),
                null,
                CountryCode.of("CN"),
                exporter,
                endUses,
                BigDecimal.ONE,
                "C62",
                new Money(BigDecimal.ONE, "USD"),
                DAY);
    }

    static Wanted wanted(String quantity, String unit, String value) {
        return wanted(Exporter.UNKNOWN, List.of(), Role.ULTIMATE_CONSIGNEE)
                .of(new BigDecimal(quantity), unit, new Money(new BigDecimal(value), "USD"));
    }
}
