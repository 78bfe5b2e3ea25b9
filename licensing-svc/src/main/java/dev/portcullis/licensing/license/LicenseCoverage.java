package dev.portcullis.licensing.license;

import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.LineBalance;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import dev.portcullis.licensing.determination.Transaction.Role;
import dev.portcullis.licensing.license.Coverage.Check;
import dev.portcullis.licensing.license.LicenseCheck.Demand;
import dev.portcullis.licensing.measure.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds a license against a release. A license authorizes the transaction that it describes and no other (15 CFR 750.7(a)): entry or
 * item, parties, destination or person, days, quantity and value must all fit. A fact that a check needs and that nobody stated never
 * permits: the check then asks for it.
 *
 * <p>Quantities are told in the line's unit, rounded up where they do not come out even. Values are never converted: whoever ships in
 * another currency states the value in that of the license, as the Electronic Export Information asks for US dollars too.
 */
public final class LicenseCoverage {
    private final LicenseKinds kinds;
    private final Units units;

    public LicenseCoverage(LicenseKinds kinds, Units units) {
        this.kinds = kinds;
        this.units = units;
    }

    /** Compares everything, so that a person sees all that does not fit and not only the first. */
    public Coverage check(License license, Wanted wanted) {
        return check(license, wanted, null, line -> Amount.NONE);
    }

    /**
     * Likewise.
     *
     * @param only the one line that may cover; null where any may
     * @param reserved what of each line, by its number, is reserved for this very release
     */
    Coverage check(License license, Wanted wanted, @Nullable Integer only, Function<Integer, Amount> reserved) {
        List<Check> common = common(license, wanted);
        return license.lines().stream()
                .filter(line -> only == null || only == line.line())
                .map(line -> withLine(license, common, line, wanted, reserved.apply(line.line())))
                .max(Comparator.comparing(Coverage::covers)
                        .thenComparing(coverage ->
                                coverage.checks().stream().filter(Check::holds).count()))
                .orElseGet(() -> {
                    List<Check> checks = new ArrayList<>(common);
                    checks.add(new Check("line", false, "the license has no line " + only));
                    return new Coverage(license.id(), license.number(), null, false, checks);
                });
    }

    /** What a release uses of a line: its quantity in the line's unit, rounded up, and its value where the line limits it. */
    Amount amount(Line line, Wanted wanted) {
        Money value = wanted.value();
        return new Amount(
                units.convert(wanted.quantity(), wanted.unit(), Lines.unit(line), RoundingMode.UP),
                line.value() == null || value == null ? BigDecimal.ZERO : value.amount());
    }

    private List<Check> common(License license, Wanted wanted) {
        KindRules rules = kinds.of(license.kind());
        LicenseTerms terms = license.terms();
        List<Check> checks = new ArrayList<>();
        checks.add(status(license));
        checks.add(days(license, wanted));
        checks.add(new Check(
                "activity",
                rules.activities().contains(wanted.activity()),
                license.kind() + " for " + wanted.activity()));
        checks.add(parties(rules, terms, wanted));
        checks.add(named(
                rules.demand(LicenseCheck.COUNTRY),
                "destination",
                terms.countries(),
                wanted.destination(),
                "where does it go?"));
        checks.add(person(rules, terms, wanted));
        checks.add(named(
                rules.demand(LicenseCheck.LEGAL_ENTITY),
                "legalEntity",
                terms.legalEntities(),
                wanted.exporter().legalEntity(),
                "which legal entity exports?"));
        checks.add(named(
                rules.demand(LicenseCheck.ORGANIZATION_UNIT),
                "organizationUnit",
                terms.organizationUnits(),
                wanted.exporter().organizationUnit(),
                "which part of the company exports?"));
        checks.add(named(
                rules.demand(LicenseCheck.REFERENCE_DOCUMENT),
                "referenceDocument",
                terms.referenceDocuments(),
                wanted.exporter().referenceDocument(),
                "for which contract, order or agreement is it?"));
        checks.add(roles(rules, terms, wanted));
        checks.add(endUses(terms, wanted));
        checks.add(new Check(
                "conditions",
                license.openConditions() == 0,
                license.openConditions() == 0
                        ? "no condition stands before a draw"
                        : license.openConditions()
                                + " conditions must be acknowledged or met before the license is used"));
        return checks;
    }

    private Coverage withLine(License license, List<Check> common, Line line, Wanted wanted, Amount reserved) {
        KindRules rules = kinds.of(license.kind());
        LineBalance balance = Lines.balance(line);
        List<Check> checks = new ArrayList<>(common);
        checks.add(item(rules, line, wanted));
        checks.add(quantity(line, balance, wanted, reserved));
        checks.add(value(line, balance, wanted, reserved));
        boolean covers = checks.stream().allMatch(Check::holds);
        return new Coverage(license.id(), license.number(), covers ? line.line() : null, covers, checks);
    }

    private static Check status(License license) {
        return new Check(
                "status", license.status() == LicenseState.Status.ACTIVE, "the license is " + license.status());
    }

    private static Check days(License license, Wanted wanted) {
        boolean holds =
                !wanted.day().isBefore(license.validFrom()) && !wanted.day().isAfter(license.validUntil());
        return new Check(
                "validity",
                holds,
                "the release is on " + wanted.day() + ", the license runs from " + license.validFrom() + " to "
                        + license.validUntil());
    }

    private static Check parties(KindRules rules, LicenseTerms terms, Wanted wanted) {
        Demand demand = rules.demand(LicenseCheck.PARTY);
        if (demand == Demand.NONE
                && !rules.persons()
                && terms.licensees().isEmpty()
                && terms.consignees().isEmpty()) {
            return new Check("parties", true, "the license is open to every party");
        }
        if (demand == Demand.ONE && terms.consignees().size() != 1) {
            return new Check("parties", false, "a license of its kind names one consignee, and it does not");
        }
        Set<String> unnamed = new LinkedHashSet<>(wanted.partyIds());
        unnamed.removeAll(terms.licensees());
        unnamed.removeAll(terms.consignees());
        // Goods go to somebody: a transaction that names nobody is covered by no license for goods.
        boolean nobody = !wanted.toPerson() && wanted.partyIds().stream().noneMatch(terms.consignees()::contains);
        if (!unnamed.isEmpty()) {
            return new Check("parties", false, "the license does not name " + String.join(", ", unnamed));
        }
        return nobody
                ? new Check("parties", false, "the transaction names no consignee of the license")
                : new Check("parties", true, "the license names every party to the transaction");
    }

    private static Check roles(KindRules rules, LicenseTerms terms, Wanted wanted) {
        Demand demand = rules.demand(LicenseCheck.PARTY_ROLE);
        List<Role> allowed = terms.partyRoles();
        if (allowed.isEmpty()) {
            return new Check("partyRole", demand == Demand.NONE, "the license names no role");
        }
        if (wanted.parties().isEmpty()) {
            return new Check("partyRole", false, "the license names roles: who takes part in which?");
        }
        List<String> others = wanted.parties().stream()
                .map(PartyRole::role)
                .filter(role -> !allowed.contains(role))
                .map(Role::name)
                .distinct()
                .toList();
        boolean one = demand != Demand.ONE || allowed.size() == 1;
        return new Check(
                "partyRole",
                others.isEmpty() && one,
                others.isEmpty()
                        ? "each party takes part in a role that the license names"
                        : "the license does not name the role " + String.join(", ", others));
    }

    /** Where the license names something, the fact must be among it; where its kind demands that it does, it must. */
    private static <T> Check named(Demand demand, String of, List<T> names, @Nullable T fact, String question) {
        if (names.isEmpty()) {
            return demand == Demand.NONE
                    ? new Check(of, true, "the license names none")
                    : new Check(of, false, "a license of its kind names it, and it does not");
        }
        if (demand == Demand.ONE && names.size() != 1) {
            return new Check(of, false, "a license of its kind names exactly one, and it names " + names.size());
        }
        if (fact == null) {
            return new Check(of, false, "the license names " + names + ", and it was not stated: " + question);
        }
        boolean holds = names.contains(fact);
        return new Check(of, holds, fact + (holds ? " is" : " is not") + " within what the license names: " + names);
    }

    private static Check person(KindRules rules, LicenseTerms terms, Wanted wanted) {
        String person = wanted.personId();
        if (person == null) {
            return rules.persons() || wanted.toPerson()
                    ? new Check("person", false, "the release names no person")
                    : new Check("person", true, "the release is to no person");
        }
        boolean holds = terms.personIds().contains(person);
        return new Check(
                "person", holds, "the license " + (holds ? "names " : "does not name ") + "the person " + person);
    }

    private static Check endUses(LicenseTerms terms, Wanted wanted) {
        if (terms.endUses().isEmpty()) {
            return new Check("endUse", true, "the license names no end use");
        }
        if (wanted.endUses().isEmpty()) {
            return new Check(
                    "endUse", false, "the license names " + terms.endUses() + ", and none was stated: what is it for?");
        }
        boolean holds = terms.endUses().containsAll(wanted.endUses());
        return new Check("endUse", holds, wanted.endUses() + " against " + terms.endUses() + " of the license");
    }

    private static Check item(KindRules rules, Line line, Wanted wanted) {
        String item = line.itemId();
        boolean demanded = rules.demand(LicenseCheck.ITEM) != Demand.NONE;
        boolean holds = line.eccn().equals(wanted.eccn()) && (item == null ? !demanded : item.equals(wanted.itemId()));
        return new Check(
                "item",
                holds,
                "line " + line.line() + " covers " + line.eccn() + (item == null ? "" : ", item " + item + " only")
                        + "; the release is of " + wanted.itemId() + ", " + wanted.eccn());
    }

    private Check quantity(Line line, LineBalance balance, Wanted wanted, Amount reserved) {
        String unit = Lines.unit(line);
        if (!units.comparable(wanted.unit(), unit)) {
            return new Check(
                    "quantity",
                    false,
                    "line " + line.line() + " counts in " + unit + ", which " + wanted.unit() + " is not told in");
        }
        BigDecimal left = balance.quantityLeft();
        if (left == null) {
            return new Check("quantity", true, "line " + line.line() + " does not limit the quantity");
        }
        BigDecimal quantity = amount(line, wanted).quantity();
        return new Check(
                "quantity",
                balance.hasQuantity(quantity.subtract(reserved.quantity())),
                plain(quantity) + " wanted, " + plain(left.add(reserved.quantity())) + " of " + plain(line.quantity())
                        + " left on line " + line.line());
    }

    private static Check value(Line line, LineBalance balance, Wanted wanted, Amount reserved) {
        Money authorized = line.value();
        BigDecimal left = balance.valueLeft();
        if (authorized == null || left == null) {
            return new Check("value", true, "line " + line.line() + " does not limit the value");
        }
        Money value = wanted.value();
        if (value == null) {
            return new Check("value", false, "line " + line.line() + " limits the value, and the release states none");
        }
        if (!value.currency().equals(authorized.currency())) {
            return new Check(
                    "value",
                    false,
                    "line " + line.line() + " is in " + authorized.currency() + ", the release in " + value.currency()
                            + ": state the value in that of the license");
        }
        return new Check(
                "value",
                balance.hasValue(value.amount().subtract(reserved.value())),
                plain(value.amount()) + " " + value.currency() + " wanted, " + plain(left.add(reserved.value()))
                        + " of " + plain(authorized.amount()) + " left on line " + line.line());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "no limit" : Lines.tidy(number).toPlainString();
    }
}
