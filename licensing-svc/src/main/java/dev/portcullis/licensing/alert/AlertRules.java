package dev.portcullis.licensing.alert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.licensing.condition.Condition;
import dev.portcullis.licensing.license.License;
import dev.portcullis.licensing.license.Lines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is worth an alert, as data says. Of several thresholds that are reached at once the nearest alone is told: who records a license ten days
 * before its end needs no word of a hundred and eighty.
 *
 * @param expiryDays days before the last day of a license
 * @param balancePercent percent drawn of what a line authorizes
 * @param conditionDays days before a condition is due
 */
record AlertRules(List<Integer> expiryDays, List<Integer> balancePercent, List<Integer> conditionDays) {
    AlertRules {
        expiryDays = List.copyOf(expiryDays);
        balancePercent = List.copyOf(balancePercent);
        conditionDays = List.copyOf(conditionDays);
    }

    /** @throws IllegalArgumentException where the rules cannot be so */
    static AlertRules read(JsonNode root) {
        return new AlertRules(
                numbers(root, "expiryDays", 3660),
                numbers(root, "balancePercent", 100),
                numbers(root, "conditionDays", 3660));
    }

    /** What a license is worth telling on a day. */
    List<Alert.Due> of(License license, LocalDate today) {
        if (license.status() == LicenseState.Status.REVOKED) {
            return List.of();
        }
        List<Alert.Due> due = new ArrayList<>();
        long days = ChronoUnit.DAYS.between(today, license.validUntil());
        nearest(expiryDays, days)
                .filter(threshold -> days >= 0)
                .ifPresent(threshold -> due.add(new Alert.Due(
                        license.id(),
                        license.number(),
                        Alert.Kind.EXPIRY,
                        0,
                        threshold,
                        license.validUntil().toString(),
                        "License " + license.number() + " is valid until " + license.validUntil() + ", " + days
                                + " days from " + today + ".")));
        for (Line line : license.lines()) {
            BigDecimal percent = Lines.balance(line).share().movePointRight(2);
            balancePercent.stream()
                    .filter(threshold -> percent.compareTo(BigDecimal.valueOf(threshold)) >= 0)
                    .max(Integer::compare)
                    .ifPresent(threshold -> due.add(new Alert.Due(
                            license.id(),
                            license.number(),
                            Alert.Kind.BALANCE,
                            line.line(),
                            threshold,
                            "amendment " + license.amendment(),
                            "Line " + line.line() + " of license " + license.number() + " is drawn to " + threshold
                                    + " % or more.")));
        }
        return due;
    }

    /** What a condition that is not met is worth telling on a day. */
    Optional<Alert.Due> of(Condition condition, String licenseNumber, LocalDate today) {
        LocalDate dueOn = condition.dueOn();
        if (dueOn == null || condition.metAt() != null) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(today, dueOn);
        String what = "Condition " + condition.number() + " of license " + licenseNumber + ", for " + condition.owner();
        if (days < 0) {
            return Optional.of(new Alert.Due(
                    condition.licenseId(),
                    licenseNumber,
                    Alert.Kind.CONDITION_OVERDUE,
                    condition.number(),
                    0,
                    dueOn.toString(),
                    what + ", was due on " + dueOn + "."));
        }
        return nearest(conditionDays, days)
                .map(threshold -> new Alert.Due(
                        condition.licenseId(),
                        licenseNumber,
                        Alert.Kind.CONDITION_DUE,
                        condition.number(),
                        threshold,
                        dueOn.toString(),
                        what + ", is due on " + dueOn + "."));
    }

    /** The last day on which a condition may be due to be told today. */
    LocalDate conditionsUntil(LocalDate today) {
        return today.plusDays(conditionDays.stream().max(Integer::compare).orElse(0));
    }

    private static Optional<Integer> nearest(List<Integer> thresholds, long days) {
        return thresholds.stream().filter(threshold -> days <= threshold).min(Integer::compare);
    }

    private static List<Integer> numbers(JsonNode root, String field, int most) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (JsonNode node : root.path(field)) {
            if (!node.isInt() || node.intValue() < 0 || node.intValue() > most) {
                throw new IllegalArgumentException(field + " has something that is not a number from 0 to " + most);
            }
            numbers.add(node.intValue());
        }
        if (!root.path(field).isArray()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return List.copyOf(numbers);
    }
}
