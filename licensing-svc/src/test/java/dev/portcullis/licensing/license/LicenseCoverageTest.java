package dev.portcullis.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import dev.portcullis.licensing.determination.Transaction.Role;
import dev.portcullis.licensing.license.Coverage.Check;
import dev.portcullis.licensing.license.Wanted.Exporter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A license authorizes the transaction that it describes and no other: 15 CFR 750.7(a). */
class LicenseCoverageTest {
    private static final LicenseCoverage COVERAGE =
            new LicenseCoverage(LicenseTables.shippedKinds(), LicenseTables.shippedUnits());
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final License LICENSE = license(LicenseState.Status.ACTIVE, line(1, "itm-a", 10, 4, "1000", "300"));
    private static final Wanted FITS = wanted(List.of("pty-consignee"), "CN", 6, "700", DAY);

    @Test
    void a_release_that_fits_in_everything_is_covered_to_the_last_unit_and_cent() {
        assertThat(COVERAGE.check(LICENSE, FITS).covers()).isTrue();
        assertThat(COVERAGE.check(LICENSE, FITS).line()).isEqualTo(1);
    }

    @Test
    void each_check_fails_alone_and_says_so() {
        fails("status", license(LicenseState.Status.REVOKED, line(1, "itm-a", 10, 4, "1000", "300")), FITS);
        fails("validity", LICENSE, wanted(List.of("pty-consignee"), "CN", 6, "700", DAY.minusYears(1)));
        fails("validity", LICENSE, wanted(List.of("pty-consignee"), "CN", 6, "700", DAY.plusYears(5)));
        fails("parties", LICENSE, wanted(List.of("pty-consignee", "pty-other"), "CN", 6, "700", DAY));
        fails("parties", LICENSE, wanted(List.of(), "CN", 6, "700", DAY));
        fails("destination", LICENSE, wanted(List.of("pty-consignee"), "HK", 6, "700", DAY));
        fails("item", license(LicenseState.Status.ACTIVE, line(1, "itm-b", 10, 4, "1000", "300")), FITS);
        fails("quantity", LICENSE, wanted(List.of("pty-consignee"), "CN", 7, "700", DAY));
        fails("value", LICENSE, wanted(List.of("pty-consignee"), "CN", 6, "700.0001", DAY));
        fails("value", LICENSE, wanted(List.of("pty-consignee"), "CN", 6, null, DAY));
    }

    @Test
    void value_in_another_currency_is_not_converted() {
        Wanted euros = FITS.of(BigDecimal.ONE, "C62", new Money(BigDecimal.ONE, "EUR"));
        fails("value", LICENSE, euros);
    }

    @Test
    void a_license_for_goods_covers_no_release_to_a_person() {
        Wanted toPerson = new Wanted(
                Activity.DEEMED_EXPORT,
                "itm-a",
                Eccn.of("3A090"),
                List.of(),
                "prs-1",
                CountryCode.of("CN"),
                Exporter.UNKNOWN,
                List.of(),
                BigDecimal.ONE,
                "C62",
                new Money(BigDecimal.ONE, "USD"),
                DAY);
        assertThat(failing(LICENSE, toPerson)).contains("activity", "person");
    }

    @Test
    void a_deemed_export_license_covers_the_persons_that_it_names() {
        License license = new License(
                "lic-2",
                1,
                "D2",
                LicenseKind.DEEMED_EXPORT,
                LicenseState.Status.ACTIVE,
                DAY.minusDays(1),
                DAY.plusDays(1),
                terms(List.of(), List.of(), List.of("prs-1")),
                List.of(new Line(1, Eccn.of("3E001"), null, BigDecimal.TEN, BigDecimal.ZERO, null, null)),
                Instant.EPOCH,
                1,
                0);
        assertThat(COVERAGE.check(license, deemed("prs-1")).covers()).isTrue();
        fails("person", license, deemed("prs-2"));
    }

    @Test
    void the_line_that_fits_is_found_behind_one_that_is_used_up() {
        License license = license(
                LicenseState.Status.ACTIVE, line(1, null, 4, 4, "1000", "1000"), line(2, null, 6, 0, "1000", "0"));
        assertThat(COVERAGE.check(license, FITS).line()).isEqualTo(2);
    }

    @Test
    void two_lines_are_never_added_up() {
        License license =
                license(LicenseState.Status.ACTIVE, line(1, null, 3, 0, "1000", "0"), line(2, null, 3, 0, "1000", "0"));
        fails("quantity", license, FITS);
    }

    @Property
    void what_is_covered_never_exceeds_what_is_left(
            @ForAll @IntRange(min = 1, max = 100) int authorized,
            @ForAll @IntRange(max = 100) int drawn,
            @ForAll @IntRange(min = 1, max = 200) int wanted) {
        License license = license(LicenseState.Status.ACTIVE, line(1, null, authorized, drawn, "100000", "0"));
        boolean covers = COVERAGE.check(license, wanted(List.of("pty-consignee"), "CN", wanted, "1", DAY))
                .covers();
        assertThat(covers).isEqualTo(drawn + wanted <= authorized);
    }

    private static void fails(String check, License license, Wanted wanted) {
        assertThat(COVERAGE.check(license, wanted).covers()).as(check).isFalse();
        assertThat(COVERAGE.check(license, wanted).line()).isNull();
        assertThat(failing(license, wanted)).containsExactly(check);
    }

    private static List<String> failing(License license, Wanted wanted) {
        return COVERAGE.check(license, wanted).checks().stream()
                .filter(check -> !check.holds())
                .map(Check::of)
                .toList();
    }

    private static License license(LicenseState.Status status, Line... lines) {
        return new License(
                "lic-1",
                1,
                "D1",
                LicenseKind.BIS_LICENSE,
                status,
                DAY.minusDays(30),
                DAY.plusDays(300),
                terms(List.of("pty-consignee"), List.of(CountryCode.of("CN")), List.of()),
                List.of(lines),
                Instant.EPOCH,
                1,
                0);
    }

    private static LicenseTerms terms(List<String> consignees, List<CountryCode> countries, List<String> persons) {
        return new LicenseTerms(
                List.of("pty-us"),
                consignees,
                countries,
                persons,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static Line line(int number, String item, int quantity, int drawn, String value, String valueDrawn) {
        return new Line(
                number,
                Eccn.of("3A090"),
                item,
                BigDecimal.valueOf(quantity),
                BigDecimal.valueOf(drawn),
                new Money(new BigDecimal(value), "USD"),
                new Money(new BigDecimal(valueDrawn), "USD"));
    }

    private static Wanted deemed(String person) {
        return new Wanted(
                Activity.DEEMED_EXPORT,
                "itm-t",
                Eccn.of("3E001"),
                List.of(),
                person,
                CountryCode.of("IN"),
                Exporter.UNKNOWN,
                List.of(),
                BigDecimal.ONE,
                "C62",
                null,
                DAY);
    }

    private static Wanted wanted(List<String> parties, String country, int quantity, String value, LocalDate day) {
        return new Wanted(
                Activity.EXPORT,
                "itm-a",
                Eccn.of("3A090"),
                parties.stream()
                        .map(id -> new PartyRole(id, Role.ULTIMATE_CONSIGNEE))
                        .toList(),
                null,
                CountryCode.of(country),
                Exporter.UNKNOWN,
                List.of(),
                BigDecimal.valueOf(quantity),
                "C62",
                value == null ? null : new Money(new BigDecimal(value), "USD"),
                day);
    }
}
