package dev.portcullis.licensing.license;

import static dev.portcullis.licensing.license.LicenseExamples.PLAIN;
import static dev.portcullis.licensing.license.LicenseExamples.license;
import static dev.portcullis.licensing.license.LicenseExamples.line;
import static dev.portcullis.licensing.license.LicenseExamples.terms;
import static dev.portcullis.licensing.license.LicenseExamples.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.determination.Transaction.Role;
import dev.portcullis.licensing.license.NewLicense.NewLine;
import dev.portcullis.licensing.license.NewLicense.NewTolerance;
import dev.portcullis.licensing.license.Wanted.Exporter;
import dev.portcullis.platform.problem.ProblemException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a license of each kind must name, and what a transaction must say of itself then. */
class EightChecksTest {
    private static final Exporter EXPORTER = new Exporter("LE-1", "UNIT-1", "PO-1");

    @Test
    void what_a_license_names_binds_whatever_its_kind_demands() {
        License license = license(
                "D1",
                LicenseKind.BIS_LICENSE,
                terms(
                        List.of("LE-1"),
                        List.of("UNIT-1", "UNIT-2"),
                        List.of(Role.ULTIMATE_CONSIGNEE),
                        List.of("PO-1"),
                        List.of("CIVIL")),
                line(1, "10", "1000", 0));
        assertThat(failing(license, wanted(EXPORTER, List.of("CIVIL"), Role.ULTIMATE_CONSIGNEE)))
                .isEmpty();
        assertThat(failing(
                        license,
                        wanted(new Exporter("LE-2", "UNIT-1", "PO-1"), List.of("CIVIL"), Role.ULTIMATE_CONSIGNEE)))
                .containsExactly("legalEntity");
        assertThat(failing(
                        license,
                        wanted(new Exporter("LE-1", "UNIT-3", "PO-1"), List.of("CIVIL"), Role.ULTIMATE_CONSIGNEE)))
                .containsExactly("organizationUnit");
        assertThat(failing(
                        license,
                        wanted(new Exporter("LE-1", "UNIT-2", "PO-2"), List.of("CIVIL"), Role.ULTIMATE_CONSIGNEE)))
                .containsExactly("referenceDocument");
        assertThat(failing(license, wanted(EXPORTER, List.of("CIVIL"), Role.END_USER)))
                .containsExactly("partyRole");
        assertThat(failing(license, wanted(EXPORTER, List.of("MILITARY"), Role.ULTIMATE_CONSIGNEE)))
                .containsExactly("endUse");
    }

    @Test
    void a_fact_that_is_missing_never_permits_and_is_asked_for() {
        License license = license(
                "D1",
                LicenseKind.BIS_LICENSE,
                terms(List.of("LE-1"), List.of("UNIT-1"), List.of(), List.of("PO-1"), List.of("CIVIL")),
                line(1, "10", "1000", 0));
        Coverage coverage = coverage().check(license, wanted(Exporter.UNKNOWN, List.of(), Role.ULTIMATE_CONSIGNEE));
        assertThat(coverage.covers()).isFalse();
        assertThat(coverage.checks().stream().filter(check -> !check.holds()))
                .extracting(Coverage.Check::of)
                .containsExactly("legalEntity", "organizationUnit", "referenceDocument", "endUse");
        assertThat(coverage.checks().stream().filter(check -> !check.holds()))
                .allSatisfy(check -> assertThat(check.explanation()).contains("?"));
    }

    @Test
    void a_license_recorded_before_its_kind_demanded_more_covers_nothing_until_it_is_amended() throws Exception {
        License license = license("D1", LicenseKind.BIS_LICENSE, PLAIN, line(1, "10", "1000", 0));
        assertThat(coverage("LEGAL_ENTITY", "ONE")
                        .check(license, wanted(EXPORTER, List.of(), Role.END_USER))
                        .checks())
                .filteredOn(check -> !check.holds())
                .extracting(Coverage.Check::of)
                .containsExactly("legalEntity");
    }

    @Test
    void conditions_that_stand_before_a_draw_keep_the_license_shut() {
        License open = license("D1", LicenseKind.BIS_LICENSE, PLAIN, line(1, "10", "1000", 0));
        License shut = new License(
                open.id(),
                open.version(),
                open.number(),
                open.kind(),
                open.status(),
                open.validFrom(),
                open.validUntil(),
                open.terms(),
                open.lines(),
                open.changedAt(),
                1,
                2);
        assertThat(failing(shut, wanted(EXPORTER, List.of(), Role.END_USER))).containsExactly("conditions");
    }

    @Test
    void a_quantity_is_told_in_the_unit_of_the_line_and_another_dimension_is_refused() {
        License license = license("D1", LicenseKind.BIS_LICENSE, PLAIN, line(1, "1", "1000", 0, "KGM"));
        assertThat(failing(license, wanted("1000", "GRM", "1"))).isEmpty();
        assertThat(failing(license, wanted("1000.000001", "GRM", "1"))).containsExactly("quantity");
        assertThat(failing(license, wanted("2.20462262", "LBR", "1"))).isEmpty();
        assertThat(failing(license, wanted("2.204623", "LBR", "1"))).containsExactly("quantity");
        assertThat(failing(license, wanted("1", "LTR", "1"))).containsExactly("quantity");
        assertThat(failing(license, wanted("1", "C62", "1"))).containsExactly("quantity");
    }

    @Test
    void a_license_that_lacks_what_its_kind_demands_is_refused_with_the_field() {
        refused("/legalEntities", recorded(LicenseKind.GENERAL, List.of(), List.of(), null));
        refused(
                "/referenceDocuments",
                recorded(LicenseKind.TECHNICAL_ASSISTANCE, List.of("LE-1"), List.of("A", "B"), null));
        refused(
                "/legalEntities",
                recorded(LicenseKind.TECHNICAL_ASSISTANCE, List.of("LE-1", "LE-2"), List.of("A"), null));
        refused("/lines/0/quantity", recorded(LicenseKind.BIS_LICENSE, List.of(), List.of(), null));
        refused("/lines/0/tolerance/valueExcess", recorded(LicenseKind.BIS_LICENSE, "10", "1000", "10.01", "0"));
        refused("/lines/0/tolerance/quantityExcess", recorded(LicenseKind.BIS_LICENSE, "10", "1000", "10", "0.01"));
        refused("/lines/0/tolerance/valueExcess", recorded(LicenseKind.BIS_LICENSE, null, "1000", "10", "0"));
        new LicenseRules(LicenseTables.shippedKinds(), LicenseTables.shippedUnits())
                .require(recorded(LicenseKind.GENERAL, List.of("LE-1"), List.of(), null));
        new LicenseRules(LicenseTables.shippedKinds(), LicenseTables.shippedUnits())
                .require(recorded(LicenseKind.BIS_LICENSE, "10", "1000", "10", "0"));
    }

    @Test
    void rules_of_kinds_that_are_not_whole_are_refused() throws Exception {
        ObjectNode rules = kinds();
        ((ObjectNode) rules.at("/kinds/0/checks")).remove("PARTY");
        assertThatThrownBy(() -> LicenseKinds.read(rules)).hasMessageContaining("PARTY");
        ObjectNode other = kinds();
        ((ObjectNode) other.at("/kinds/1/checks")).put("PARTY", "SOME");
        assertThatThrownBy(() -> LicenseKinds.read(other)).isInstanceOf(IllegalArgumentException.class);
        ObjectNode tolerance = kinds();
        ((ObjectNode) tolerance.at("/kinds/2/tolerance")).put("valueExcess", 101);
        assertThatThrownBy(() -> LicenseKinds.read(tolerance)).hasMessageContaining("100 percent");
    }

    private static void refused(String pointer, NewLicense license) {
        assertThatThrownBy(() ->
                        new LicenseRules(LicenseTables.shippedKinds(), LicenseTables.shippedUnits()).require(license))
                .as(pointer)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().errors())
                                .extracting(error -> error.pointer())
                                .containsExactly(pointer));
    }

    private static NewLicense recorded(
            LicenseKind kind, @Nullable String quantity, String value, String valueExcess, String quantityExcess) {
        return recorded(
                kind,
                List.of(),
                List.of(),
                new NewLine(
                        1,
                        Eccn.of("3A090"),
                        null,
                        quantity == null ? null : new BigDecimal(quantity),
                        new Money(new BigDecimal(value), "USD"),
                        null,
                        new NewTolerance(new BigDecimal(quantityExcess), new BigDecimal(valueExcess), null)));
    }

    private static NewLicense recorded(
            LicenseKind kind, List<String> legalEntities, List<String> documents, @Nullable NewLine line) {
        return new NewLicense(
                "D1",
                kind,
                LicenseExamples.DAY,
                LicenseExamples.DAY,
                List.of(),
                List.of("pty-consignee"),
                List.of(CountryCode.of("CN")),
                List.of(),
                legalEntities,
                List.of(),
                List.of(),
                documents,
                List.of(),
                null,
                List.of(line == null ? new NewLine(1, Eccn.of("3A090"), null, null, null, null, null) : line));
    }

    private static List<String> failing(License license, Wanted wanted) {
        return coverage().check(license, wanted).checks().stream()
                .filter(check -> !check.holds())
                .map(Coverage.Check::of)
                .toList();
    }

    private static LicenseCoverage coverage() {
        return new LicenseCoverage(LicenseTables.shippedKinds(), LicenseTables.shippedUnits());
    }

    private static LicenseCoverage coverage(String check, String demand) throws Exception {
        ObjectNode rules = kinds();
        ((ObjectNode) rules.at("/kinds/0/checks")).put(check, demand);
        return new LicenseCoverage(LicenseKinds.read(rules), LicenseTables.shippedUnits());
    }

    private static ObjectNode kinds() throws Exception {
        try (InputStream file = EightChecksTest.class.getResourceAsStream("/licenses/kinds.json")) {
            return (ObjectNode) new ObjectMapper().readTree(file);
        }
    }
}
