package dev.portcullis.personnel.scim;

import dev.portcullis.personnel.person.PersonCriteria;
import dev.portcullis.personnel.person.PersonCriteria.All;
import dev.portcullis.personnel.person.PersonCriteria.Any;
import dev.portcullis.personnel.person.PersonCriteria.ByActive;
import dev.portcullis.personnel.person.PersonCriteria.ByExternalId;
import dev.portcullis.personnel.person.PersonCriteria.ById;
import dev.portcullis.personnel.person.PersonCriteria.ByUserName;
import dev.portcullis.personnel.person.PersonCriteria.Everybody;
import dev.portcullis.personnel.person.PersonCriteria.Not;
import java.util.List;

/**
 * What of filters can be asked: records are sealed, so only what has a keyed hash or stands in the clear can be searched. Facts of
 * nationality cannot, for they have no place in an address.
 */
final class UserFilter {
    private UserFilter() {}

    /** @throws ScimException with {@code invalidFilter} where it asks for anything else */
    static PersonCriteria criteria(Filter filter) {
        if (filter instanceof Filter.And and) {
            return new All(List.of(criteria(and.left()), criteria(and.right())));
        } else if (filter instanceof Filter.Or or) {
            return new Any(List.of(criteria(or.left()), criteria(or.right())));
        } else if (filter instanceof Filter.Not not) {
            return new Not(criteria(not.filter()));
        } else if (filter instanceof Filter.Present present) {
            return switch (searchable(present.path())) {
                case "id", "userName", "active" -> new Everybody();
                default -> throw unsupported();
            };
        } else if (filter instanceof Filter.Compare compare) {
            PersonCriteria equal = equal(searchable(compare.path()), compare);
            return switch (compare.operator()) {
                case EQ -> equal;
                case NE -> new Not(equal);
                default -> throw unsupported();
            };
        }
        throw unsupported();
    }

    private static PersonCriteria equal(String name, Filter.Compare compare) {
        if (name.equals("active")) {
            Boolean active = Canonical.booleanOf(compare.value());
            if (active == null) {
                throw ScimType.INVALID_FILTER.because("active compares with true or false.");
            }
            return new ByActive(active);
        }
        if (!compare.value().isTextual()) {
            throw ScimType.INVALID_FILTER.because(name + " compares with a string.");
        }
        String value = compare.value().asText();
        return switch (name) {
            case "id" -> new ById(value);
            case "userName" -> new ByUserName(value);
            case "externalId" -> new ByExternalId(value);
            default -> throw unsupported();
        };
    }

    private static String searchable(String path) {
        AttributePath at = AttributePath.parse(path);
        if (at == null) {
            throw ScimType.INVALID_FILTER.because(
                    "The filter names what the schemas do not have; see /scim/v2/Schemas.");
        }
        return at.toString();
    }

    private static ScimException unsupported() {
        return ScimType.INVALID_FILTER.because(
                "Records are sealed: only id, userName, externalId and active can be searched, with eq, ne, and, or and not.");
    }
}
