package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Whether an element of a multi-valued attribute meets the filter in brackets (RFC 7644, section 3.5.2). */
final class ElementMatch {
    private ElementMatch() {}

    /** @throws ScimException with {@code invalidFilter} where the filter names what the attribute does not have */
    static boolean matches(Attribute attribute, JsonNode element, Filter filter) {
        if (filter instanceof Filter.And and) {
            // Both sides are looked at, so that a wrong one is refused whatever the data.
            return matches(attribute, element, and.left()) & matches(attribute, element, and.right());
        } else if (filter instanceof Filter.Or or) {
            return matches(attribute, element, or.left()) | matches(attribute, element, or.right());
        } else if (filter instanceof Filter.Not not) {
            return !matches(attribute, element, not.filter());
        } else if (filter instanceof Filter.Present present) {
            return !value(sub(attribute, present.path()), element).isMissingNode();
        } else if (filter instanceof Filter.Compare compare) {
            Attribute sub = sub(attribute, compare.path());
            return compare(sub, value(sub, element), compare);
        }
        throw ScimType.INVALID_FILTER.because("A filter in brackets holds no further brackets.");
    }

    private static Attribute sub(Attribute attribute, String name) {
        Attribute sub = attribute.sub(name);
        if (sub == null) {
            throw ScimType.INVALID_FILTER.because("The filter names what " + attribute.name() + " does not have.");
        }
        return sub;
    }

    private static JsonNode value(Attribute sub, JsonNode element) {
        return element.path(sub.name());
    }

    private static boolean compare(Attribute sub, JsonNode actual, Filter.Compare compare) {
        JsonNode expected = compare.value();
        if (expected.isNull()) {
            return switch (compare.operator()) {
                case EQ -> actual.isMissingNode();
                case NE -> !actual.isMissingNode();
                default -> throw ScimType.INVALID_FILTER.because("null can be equal or not equal, nothing else.");
            };
        }
        if (sub.type() == Attribute.Type.BOOLEAN) {
            Boolean wanted = Canonical.booleanOf(expected);
            if (wanted == null) {
                throw ScimType.INVALID_FILTER.because(sub.name() + " compares with true or false.");
            }
            return switch (compare.operator()) {
                case EQ -> actual.isBoolean() && actual.booleanValue() == wanted;
                case NE -> !actual.isBoolean() || actual.booleanValue() != wanted;
                default ->
                    throw ScimType.INVALID_FILTER.because(sub.name() + " can be equal or not equal, nothing else.");
            };
        }
        if (!expected.isTextual()) {
            throw ScimType.INVALID_FILTER.because(sub.name() + " compares with a string.");
        }
        if (actual.isMissingNode()) {
            return compare.operator() == Filter.Operator.NE;
        }
        String left = sub.caseExact() ? actual.asText() : actual.asText().toLowerCase(Locale.ROOT);
        String right = sub.caseExact() ? expected.asText() : expected.asText().toLowerCase(Locale.ROOT);
        return switch (compare.operator()) {
            case EQ -> left.equals(right);
            case NE -> !left.equals(right);
            case CO -> left.contains(right);
            case SW -> left.startsWith(right);
            case EW -> left.endsWith(right);
            case GT -> left.compareTo(right) > 0;
            case GE -> left.compareTo(right) >= 0;
            case LT -> left.compareTo(right) < 0;
            case LE -> left.compareTo(right) <= 0;
        };
    }
}
