package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.personnel.scim.Attribute.Type;
import dev.portcullis.personnel.scim.Filter.Operator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads filters against the schemas. A filter is right or wrong whatever the data (RFC 7644, section 3.4.2.2). */
final class Conditions {
    private final Function<String, @Nullable Place> places;
    private final boolean inBrackets;

    private Conditions(Function<String, @Nullable Place> places, boolean inBrackets) {
        this.places = places;
        this.inBrackets = inBrackets;
    }

    /**
     * For resources.
     *
     * @param kinds those whose attributes may be named; what a resource's own kind does not have has no value there
     * @throws ScimException with {@code invalidFilter}
     */
    static Condition of(Filter filter, List<ResourceKind> kinds) {
        return new Conditions(path -> place(kinds, path), false).read(filter);
    }

    /**
     * For the elements of a list: the filter in brackets of section 3.5.2.
     *
     * @throws ScimException with {@code invalidFilter}
     */
    static Condition within(Attribute list, Filter filter) {
        return new Conditions(
                        path -> {
                            Attribute sub = list.sub(path);
                            return sub == null ? null : new Place(null, sub, null);
                        },
                        true)
                .read(filter);
    }

    /** Where a path leads; null where none of the kinds has it, or it names a whole extension. */
    static @Nullable Place place(List<ResourceKind> kinds, String path) {
        for (ResourceKind kind : kinds) {
            AttributePath at = AttributePath.parse(kind, path);
            if (at != null && at.attribute() != null) {
                return new Place(at.schema().extension() ? at.schema().id() : null, at.attribute(), at.sub());
            }
        }
        return null;
    }

    private Condition read(Filter filter) {
        if (filter instanceof Filter.And and) {
            return new Condition.Both(read(and.left()), read(and.right()));
        } else if (filter instanceof Filter.Or or) {
            return new Condition.Either(read(or.left()), read(or.right()));
        } else if (filter instanceof Filter.Not not) {
            return new Condition.Not(read(not.filter()));
        } else if (filter instanceof Filter.Present present) {
            return new Condition.Has(place(present.path()));
        } else if (filter instanceof Filter.Element element) {
            return element(element);
        }
        return compare((Filter.Compare) filter);
    }

    private Condition element(Filter.Element element) {
        if (inBrackets) {
            throw ScimType.INVALID_FILTER.because("A filter in brackets holds no further brackets.");
        }
        Place place = place(element.path());
        if (place.sub() != null
                || !place.attribute().isComplex()
                || !place.attribute().multiValued()) {
            throw ScimType.INVALID_FILTER.because(
                    "Brackets belong behind a list of complex values, such as emails; " + place.name() + " is none.");
        }
        return new Condition.Some(place, within(place.attribute(), element.filter()));
    }

    private Condition compare(Filter.Compare compare) {
        Place place = leaf(place(compare.path()));
        Operator operator = compare.operator();
        JsonNode value = compare.value();
        if (value.isNull()) {
            return switch (operator) {
                case EQ -> new Condition.Lacks(place);
                case NE -> new Condition.Has(place);
                default -> throw ScimType.INVALID_FILTER.because("null can be equal or not equal, nothing else.");
            };
        }
        Type type = place.target().type();
        if (type == Type.BOOLEAN) {
            if (!value.isBoolean()) {
                throw ScimType.INVALID_FILTER.because(place.name() + " compares with true or false.");
            }
            if (operator != Operator.EQ && operator != Operator.NE) {
                throw ScimType.INVALID_FILTER.because(place.name() + " can be equal or not equal, nothing else.");
            }
            return new Condition.Compares(place, operator, value.asText(), null);
        }
        if (!value.isTextual()) {
            throw ScimType.INVALID_FILTER.because(place.name() + " compares with a string.");
        }
        if (type == Type.BINARY && ordered(operator)) {
            throw ScimType.INVALID_FILTER.because(place.name() + " is binary and has no order.");
        }
        String text = Condition.comparable(place.target(), value.asText());
        if (type != Type.DATE_TIME) {
            return new Condition.Compares(place, operator, text, null);
        }
        boolean inPart = operator == Operator.CO || operator == Operator.SW || operator == Operator.EW;
        return new Condition.Compares(place, operator, text, inPart ? null : instant(place, value.asText()));
    }

    private static boolean ordered(Operator operator) {
        return switch (operator) {
            case GT, GE, LT, LE -> true;
            case EQ, NE, CO, SW, EW -> false;
        };
    }

    private static Instant instant(Place place, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw ScimType.INVALID_FILTER.because(
                    place.name() + " compares with a time such as 2026-11-23T06:00:00Z (RFC 7643, section 2.3.5).");
        }
    }

    /** Of a complex attribute its {@code value} is meant (RFC 7643, section 2.4). */
    private static Place leaf(Place place) {
        if (place.sub() != null || !place.attribute().isComplex()) {
            return place;
        }
        Attribute value = place.attribute().sub("value");
        if (value == null) {
            throw ScimType.INVALID_FILTER.because(place.name() + " is compared by its sub-attributes.");
        }
        return new Place(place.extension(), place.attribute(), value);
    }

    private Place place(String path) {
        Place place = places.apply(path);
        if (place == null) {
            throw ScimType.INVALID_FILTER.because(
                    "The filter names what the schemas do not have; see /scim/v2/Schemas.");
        }
        return place;
    }
}
