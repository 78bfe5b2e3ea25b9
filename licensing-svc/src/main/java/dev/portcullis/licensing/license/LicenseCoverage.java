package dev.portcullis.licensing.license;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.license.Coverage.Check;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds a license against a release. A license authorizes the transaction that it describes and no other (15 CFR 750.7(a)): entry or
 * item, parties, destination or person, days, quantity and value must all fit.
 *
 * <p>No shipping tolerance is granted (15 CFR 750.11): whoever means to use one asks for a review.
 */
public final class LicenseCoverage {
    private LicenseCoverage() {}

    /** Compares everything, so that a person sees all that does not fit and not only the first. */
    public static Coverage check(License license, Wanted wanted) {
        List<Check> common = List.of(
                status(license),
                days(license, wanted),
                kind(license, wanted),
                parties(license.terms(), wanted),
                place(license.terms(), wanted),
                person(license.terms(), wanted));
        return license.lines().stream()
                .map(line -> withLine(license, common, line, wanted))
                .max(Comparator.comparing(Coverage::covers)
                        .thenComparing(coverage ->
                                coverage.checks().stream().filter(Check::holds).count()))
                .orElseGet(() -> new Coverage(license.id(), license.number(), null, false, common));
    }

    private static Coverage withLine(License license, List<Check> common, Line line, Wanted wanted) {
        List<Check> checks = new ArrayList<>(common);
        checks.add(item(line, wanted));
        checks.add(quantity(line, wanted.quantity()));
        checks.add(value(line, wanted));
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

    private static Check kind(License license, Wanted wanted) {
        boolean holds = (license.kind() == LicenseKind.DEEMED_EXPORT) == wanted.toPerson();
        return new Check("activity", holds, license.kind() + " for " + wanted.activity());
    }

    private static Check parties(LicenseTerms terms, Wanted wanted) {
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

    private static Check place(LicenseTerms terms, Wanted wanted) {
        CountryCode destination = wanted.destination();
        if (destination == null) {
            return new Check("destination", false, "the destination is not known");
        }
        boolean holds = terms.countries().contains(destination)
                || wanted.toPerson() && terms.countries().isEmpty();
        return new Check(
                "destination",
                holds,
                destination + (holds ? " is" : " is not") + " within what the license names: "
                        + (terms.countries().isEmpty() ? "no country" : terms.countries()));
    }

    private static Check person(LicenseTerms terms, Wanted wanted) {
        String person = wanted.personId();
        if (person == null) {
            return wanted.toPerson()
                    ? new Check("person", false, "the release names no person")
                    : new Check("person", true, "the release is to no person");
        }
        boolean holds = terms.personIds().contains(person);
        return new Check(
                "person", holds, "the license " + (holds ? "names " : "does not name ") + "the person " + person);
    }

    private static Check item(Line line, Wanted wanted) {
        String item = line.itemId();
        boolean holds = line.eccn().equals(wanted.eccn()) && (item == null || item.equals(wanted.itemId()));
        return new Check(
                "item",
                holds,
                "line " + line.line() + " covers " + line.eccn() + (item == null ? "" : ", item " + item + " only")
                        + "; the release is of " + wanted.itemId() + ", " + wanted.eccn());
    }

    private static Check quantity(Line line, BigDecimal quantity) {
        BigDecimal authorized = line.quantity();
        if (authorized == null) {
            return new Check("quantity", true, "line " + line.line() + " does not limit the quantity");
        }
        BigDecimal left = authorized.subtract(line.quantityDrawn());
        return new Check(
                "quantity",
                quantity.compareTo(left) <= 0,
                plain(quantity) + " wanted, " + plain(left) + " of " + plain(authorized) + " left on line "
                        + line.line());
    }

    private static Check value(Line line, Wanted wanted) {
        Money authorized = line.value();
        if (authorized == null) {
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
                    "line " + line.line() + " is in " + authorized.currency() + ", the release in " + value.currency());
        }
        Money drawn = line.valueDrawn();
        BigDecimal left =
                drawn == null ? authorized.amount() : authorized.amount().subtract(drawn.amount());
        return new Check(
                "value",
                value.amount().compareTo(left) <= 0,
                plain(value.amount()) + " " + value.currency() + " wanted, " + plain(left) + " of "
                        + plain(authorized.amount()) + " left on line " + line.line());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
