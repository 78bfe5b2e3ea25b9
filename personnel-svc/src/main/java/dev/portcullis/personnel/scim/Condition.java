package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.personnel.person.PersonCriteria;
import dev.portcullis.personnel.scim.Filter.Operator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter that was read against the schemas, so that what it compares exists and can be compared in that way. Whether a resource
 * meets it follows RFC 7644, section 3.4.2.2: of several values one is enough; what has no value is equal to {@code null} alone and
 * unlike everything else; strings compare by code units, without regard to case where the schema says so, and instants by time.
 */
sealed interface Condition {
    boolean matches(JsonNode resource);

    /** Whether it looks into an extension. */
    boolean names(String extension);

    /** There is a value. */
    record Has(Place place) implements Condition {
        @Override
        public boolean matches(JsonNode resource) {
            return !place.values(resource).isEmpty();
        }

        @Override
        public boolean names(String extension) {
            return extension.equals(place.extension());
        }
    }

    /** There is none: {@code eq null}. */
    record Lacks(Place place) implements Condition {
        @Override
        public boolean matches(JsonNode resource) {
            return place.values(resource).isEmpty();
        }

        @Override
        public boolean names(String extension) {
            return extension.equals(place.extension());
        }
    }

    /**
     * A value compares with another.
     *
     * @param text the other in the form in which it is compared; "true" or "false" where it is a truth value
     * @param instant the other where instants are compared
     */
    record Compares(
            Place place,
            Operator operator,
            String text,
            @Nullable Instant instant) implements Condition {
        @Override
        public boolean matches(JsonNode resource) {
            List<JsonNode> values = place.values(resource);
            if (values.isEmpty()) {
                return operator == Operator.NE;
            }
            return values.stream().anyMatch(this::meets);
        }

        private boolean meets(JsonNode value) {
            if (instant != null) {
                return met(Instant.parse(value.asText()).compareTo(instant));
            }
            String left = comparable(place.target(), value.asText());
            return switch (operator) {
                case CO -> left.contains(text);
                case SW -> left.startsWith(text);
                case EW -> left.endsWith(text);
                default -> met(left.compareTo(text));
            };
        }

        private boolean met(int order) {
            return switch (operator) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case GT -> order > 0;
                case GE -> order >= 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case CO, SW, EW -> throw new IllegalStateException("no order");
            };
        }

        @Override
        public boolean names(String extension) {
            return extension.equals(place.extension());
        }
    }

    /** One and the same element of a list meets a condition. */
    record Some(Place place, Condition element) implements Condition {
        @Override
        public boolean matches(JsonNode resource) {
            return place.elements(resource).stream().anyMatch(element::matches);
        }

        @Override
        public boolean names(String extension) {
            return extension.equals(place.extension());
        }
    }

    record Both(Condition left, Condition right) implements Condition {
        @Override
        public boolean matches(JsonNode resource) {
            return left.matches(resource) && right.matches(resource);
        }

        @Override
        public boolean names(String extension) {
            return left.names(extension) || right.names(extension);
        }
    }

    record Either(Condition left, Condition right) implements Condition {
        @Override
        public boolean matches(JsonNode resource) {
            return left.matches(resource) || right.matches(resource);
        }

        @Override
        public boolean names(String extension) {
            return left.names(extension) || right.names(extension);
        }
    }

    record Not(Condition inner) implements Condition {
        @Override
        public boolean matches(JsonNode resource) {
            return !inner.matches(resource);
        }

        @Override
        public boolean names(String extension) {
            return inner.names(extension);
        }
    }

    /** A value in the form in which it is compared: that in which its keyed hash is made, where case does not count. */
    static String comparable(Attribute attribute, String value) {
        return attribute.caseExact() || attribute.type() == Attribute.Type.BOOLEAN
                ? value
                : PersonCriteria.comparable(value);
    }
}
