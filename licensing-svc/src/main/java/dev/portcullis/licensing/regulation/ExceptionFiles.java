package dev.portcullis.licensing.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Reads license exceptions and the restrictions on all of them. */
final class ExceptionFiles {
    private ExceptionFiles() {}

    static GeneralRestriction restriction(JsonNode node) {
        String entries = LawFiles.optional(node, "entries");
        return new GeneralRestriction(
                LawFiles.text(node, "citation"),
                entries == null ? null : Pattern.compile(entries),
                LawFiles.items(node, "items"),
                LawFiles.texts(node, "reasons"),
                LawFiles.scope(node.path("to")),
                LawFiles.scope(node.path("headquarters")),
                LawFiles.scope(node.path("notTo")),
                LawFiles.texts(node, "allowed"),
                requirements(node));
    }

    static LicenseException exception(JsonNode node) {
        return new LicenseException(
                LawFiles.text(node, "symbol"),
                LawFiles.optional(node, "paragraph"),
                LawFiles.text(node, "citation"),
                LawFiles.date(node, "effectiveFrom"),
                LawFiles.date(node, "effectiveTo"),
                LawFiles.items(node, "items"),
                LawFiles.items(node, "exceptItems"),
                node.path("listBased").asBoolean(false),
                LawFiles.scope(node.path("to")),
                LawFiles.scope(node.path("notTo")),
                LawFiles.scope(node.path("orHeadquarters")),
                LawFiles.scope(node.path("notForHeadquarters")),
                LawFiles.scope(node.path("headquartersIn")),
                LawFiles.activities(node),
                LawFiles.forms(node),
                LawFiles.texts(node, "overcomes"),
                LawFiles.items(node, "notWhenDataCenterAnd"),
                LawFiles.optional(node, "dataCenterQuestion"),
                requirements(node),
                List.copyOf(LawFiles.texts(node, "duties")));
    }

    static List<Requirement> requirements(JsonNode node) {
        return LawFiles.each(node, "requires", ExceptionFiles::requirement);
    }

    private static Requirement requirement(JsonNode node) {
        Requirement.Kind kind = Requirement.Kind.valueOf(LawFiles.text(node, "kind"));
        BigDecimal bound = node.has("bound") ? node.get("bound").decimalValue() : null;
        Requirement requirement = new Requirement(
                LawFiles.text(node, "fact"),
                LawFiles.text(node, "question"),
                kind,
                bound,
                LawFiles.texts(node, "values"));
        if (bound != null && bound.signum() <= 0) {
            throw new IllegalStateException("a bound must be a number above 0: " + node);
        }
        boolean bounded = switch (kind) {
            case AT_MOST, BELOW, AT_MOST_LIMITS, DAYS_AGO -> true;
            case DOCUMENT, YES, ONE_OF -> false;
        };
        if (bounded != (bound != null)
                || (kind == Requirement.Kind.ONE_OF) == requirement.values().isEmpty()) {
            throw new IllegalStateException(
                    "a requirement lacks its bound or its values, or has one too many: " + node);
        }
        return requirement;
    }
}
