package dev.portcullis.licensing.license;

import dev.portcullis.contracts.LicenseState.Tolerance;
import dev.portcullis.licensing.license.LicenseCheck.Demand;
import dev.portcullis.licensing.license.NewLicense.NewLine;
import dev.portcullis.licensing.license.NewLicense.NewTolerance;
import dev.portcullis.licensing.measure.Units;
import dev.portcullis.platform.problem.Problems;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a license must say of itself to be of use, by its kind; each finding names the field. */
final class LicenseRules {
    private final LicenseKinds kinds;
    private final Units units;

    LicenseRules(LicenseKinds kinds, Units units) {
        this.kinds = kinds;
        this.units = units;
    }

    /** @throws dev.portcullis.platform.problem.ProblemException 400 at the first field that cannot be so */
    void require(NewLicense license) {
        if (license.validUntil().isBefore(license.validFrom())) {
            throw Problems.invalid("/validUntil", "must not be before validFrom");
        }
        KindRules rules = kinds.of(license.kind());
        LicenseTerms terms = license.terms();
        if (rules.persons() && terms.personIds().isEmpty()) {
            throw Problems.invalid("/personIds", "must name the foreign persons of a deemed export license");
        }
        demand(rules, LicenseCheck.PARTY, "/consignees", terms.consignees());
        demand(rules, LicenseCheck.COUNTRY, "/countries", terms.countries());
        demand(rules, LicenseCheck.LEGAL_ENTITY, "/legalEntities", terms.legalEntities());
        demand(rules, LicenseCheck.ORGANIZATION_UNIT, "/organizationUnits", terms.organizationUnits());
        demand(rules, LicenseCheck.PARTY_ROLE, "/partyRoles", terms.partyRoles());
        demand(rules, LicenseCheck.REFERENCE_DOCUMENT, "/referenceDocuments", terms.referenceDocuments());
        demand(
                rules,
                LicenseCheck.ITEM,
                "/lines/0/itemId",
                license.lines().stream()
                        .map(NewLine::itemId)
                        .filter(Objects::nonNull)
                        .toList());
        demand(
                rules,
                LicenseCheck.CONTROL_CLASS,
                "/lines/0/eccn",
                license.lines().stream().map(NewLine::eccn).toList());
        lines(rules, license.lines());
    }

    private static void demand(KindRules rules, LicenseCheck check, String field, Collection<?> names) {
        Demand demand = rules.demand(check);
        int count = Set.copyOf(names).size();
        if (demand == Demand.LIST && count == 0) {
            throw Problems.invalid(field, "must name at least one: a license of the kind " + rules.kind() + " does");
        }
        if (demand == Demand.ONE && count != 1) {
            throw Problems.invalid(field, "must name exactly one: a license of the kind " + rules.kind() + " does");
        }
    }

    private void lines(KindRules rules, List<NewLine> lines) {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            NewLine line = lines.get(i);
            String place = "/lines/" + i;
            if (!numbers.add(line.line())) {
                throw Problems.invalid(place + "/line", "is the number of another line as well");
            }
            if (rules.limited() && line.quantity() == null && line.value() == null) {
                throw Problems.invalid(place + "/quantity", "or value must be given: a license has a limit");
            }
            if (line.value() != null && line.value().amount().signum() == 0) {
                throw Problems.invalid(place + "/value", "must be more than 0");
            }
            if (rules.demand(LicenseCheck.ITEM) != Demand.NONE && line.itemId() == null) {
                throw Problems.invalid(place + "/itemId", "must be given: each line of such a license names its item");
            }
            if (line.unit() != null && units.find(line.unit()) == null) {
                throw Problems.invalid(place + "/unit", "is no unit of the table");
            }
            tolerance(rules, place + "/tolerance", line);
        }
    }

    private static void tolerance(KindRules rules, String place, NewLine line) {
        NewTolerance stated = line.tolerance();
        if (stated == null) {
            return;
        }
        Tolerance tolerance = stated.tolerance();
        atMost(place + "/quantityExcess", tolerance.quantityExcess(), rules.mostQuantityExcess());
        atMost(place + "/valueExcess", tolerance.valueExcess(), rules.mostValueExcess());
        atMost(place + "/shortfall", tolerance.shortfall(), rules.mostShortfall());
        // 15 CFR 750.11(a): the tolerance ends when the full quantity is shipped, so there must be one.
        if (tolerance.valueExcess().signum() > 0 && line.quantity() == null) {
            throw Problems.invalid(
                    place + "/valueExcess", "needs a quantity on the line: it ends when the full quantity is shipped");
        }
    }

    private static void atMost(String place, BigDecimal percent, BigDecimal most) {
        if (percent.compareTo(most) > 0) {
            throw Problems.invalid(
                    place, "must be at most " + most.toPlainString() + ": a license of its kind allows no more");
        }
    }
}
