package dev.portcullis.licensing.license;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.licensing.license.LicenseCheck.Demand;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What holds of each kind of license. Reads trees and refuses what it does not understand: rules that are half read must not decide. */
public final class LicenseKinds {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Map<LicenseKind, KindRules> byKind = new EnumMap<>(LicenseKind.class);

    private LicenseKinds() {}

    /** @throws IllegalArgumentException where the rules are not whole or cannot be so; the message names the place */
    public static LicenseKinds read(JsonNode root) {
        LicenseKinds kinds = new LicenseKinds();
        for (JsonNode node : root.path("kinds")) {
            KindRules rules = rules(node);
            if (kinds.byKind.put(rules.kind(), rules) != null) {
                throw new IllegalArgumentException(rules.kind() + " stands twice");
            }
        }
        for (LicenseKind kind : LicenseKind.values()) {
            if (!kinds.byKind.containsKey(kind)) {
                throw new IllegalArgumentException(kind + " is missing");
            }
        }
        return kinds;
    }

    public KindRules of(LicenseKind kind) {
        KindRules rules = byKind.get(kind);
        if (rules == null) {
            throw new IllegalStateException("no rules for " + kind);
        }
        return rules;
    }

    private static KindRules rules(JsonNode node) {
        LicenseKind kind = LicenseKind.valueOf(node.path("kind").asText());
        Set<Activity> activities = EnumSet.noneOf(Activity.class);
        node.path("activities").forEach(activity -> activities.add(Activity.valueOf(activity.asText())));
        Map<LicenseCheck, Demand> demands = new EnumMap<>(LicenseCheck.class);
        node.path("checks")
                .properties()
                .forEach(check -> demands.put(
                        LicenseCheck.valueOf(check.getKey()),
                        Demand.valueOf(check.getValue().asText())));
        JsonNode tolerance = node.path("tolerance");
        return new KindRules(
                kind,
                node.path("citation").asText(),
                activities,
                demands,
                bool(node, kind, "persons"),
                bool(node, kind, "limited"),
                percent(tolerance, kind, "valueExcess"),
                percent(tolerance, kind, "quantityExcess"),
                percent(tolerance, kind, "shortfall"));
    }

    private static boolean bool(JsonNode node, LicenseKind kind, String field) {
        if (!node.path(field).isBoolean()) {
            throw new IllegalArgumentException(kind + " does not say whether it is " + field);
        }
        return node.path(field).booleanValue();
    }

    private static BigDecimal percent(JsonNode node, LicenseKind kind, String field) {
        BigDecimal percent = node.path(field).isNumber() ? node.path(field).decimalValue() : ALL.add(ALL);
        if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
            throw new IllegalArgumentException(kind + ": " + field + " is not from 0 to 100 percent");
        }
        return percent;
    }
}
