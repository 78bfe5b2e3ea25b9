package dev.portcullis.licensing.license;

import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.licensing.license.LicenseCheck.Demand;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * What holds of licenses of one kind.
 *
 * @param kind the kind
 * @param citation where the law says so
 * @param activities what it covers
 * @param demands for each check, how many the license must name
 * @param persons whether it must name the foreign persons to whom it allows releases
 * @param limited whether each line must state a quantity or a value
 * @param mostValueExcess the most that a line may state as tolerance in value, percent
 * @param mostQuantityExcess likewise in quantity
 * @param mostShortfall likewise as shortfall
 */
public record KindRules(
        LicenseKind kind,
        String citation,
        Set<Activity> activities,
        Map<LicenseCheck, Demand> demands,
        boolean persons,
        boolean limited,
        BigDecimal mostValueExcess,
        BigDecimal mostQuantityExcess,
        BigDecimal mostShortfall) {
    public KindRules {
        activities = Set.copyOf(activities);
        demands = Map.copyOf(demands);
        for (LicenseCheck check : LicenseCheck.values()) {
            if (!demands.containsKey(check)) {
                throw new IllegalArgumentException(kind + " does not say what it demands of " + check);
            }
        }
    }

    Demand demand(LicenseCheck check) {
        return demands.getOrDefault(check, Demand.LIST);
    }
}
