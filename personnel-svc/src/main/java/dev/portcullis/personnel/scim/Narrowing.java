package dev.portcullis.personnel.scim;

import dev.portcullis.personnel.person.PersonCriteria;
import dev.portcullis.personnel.person.PersonCriteria.All;
import dev.portcullis.personnel.person.PersonCriteria.Any;
import dev.portcullis.personnel.person.PersonCriteria.ByActive;
import dev.portcullis.personnel.person.PersonCriteria.ByExternalId;
import dev.portcullis.personnel.person.PersonCriteria.ById;
import dev.portcullis.personnel.person.PersonCriteria.ByMark;
import dev.portcullis.personnel.person.PersonCriteria.ByTime;
import dev.portcullis.personnel.person.PersonCriteria.ByUserName;
import dev.portcullis.personnel.person.PersonCriteria.Everybody;
import dev.portcullis.personnel.person.PersonCriteria.Nobody;
import dev.portcullis.personnel.person.SearchMarks;
import dev.portcullis.personnel.scim.Filter.Operator;
import java.time.Instant;
import java.util.List;

/**
 * What of a condition the database can answer although records are sealed. Everybody who meets the condition meets the criteria;
 * where it is exact, nobody else does, and no record need be opened to know.
 */
record Narrowing(PersonCriteria criteria, boolean exact) {
    private static final Narrowing NONE = new Narrowing(new Everybody(), false);
    private static final Narrowing EVERYBODY = new Narrowing(new Everybody(), true);
    private static final Narrowing NOBODY = new Narrowing(new Nobody(), true);

    /** @param marked whether all records bear their marks already */
    static Narrowing of(Condition condition, boolean marked) {
        if (condition instanceof Condition.Both both) {
            Narrowing left = of(both.left(), marked);
            Narrowing right = of(both.right(), marked);
            return new Narrowing(new All(List.of(left.criteria, right.criteria)), left.exact && right.exact);
        } else if (condition instanceof Condition.Either either) {
            Narrowing left = of(either.left(), marked);
            Narrowing right = of(either.right(), marked);
            return new Narrowing(new Any(List.of(left.criteria, right.criteria)), left.exact && right.exact);
        } else if (condition instanceof Condition.Not not) {
            Narrowing inner = of(not.inner(), marked);
            // What is no more than a bound says nothing of the others.
            return inner.exact ? new Narrowing(new PersonCriteria.Not(inner.criteria), true) : NONE;
        } else if (condition instanceof Condition.Has has) {
            return always(has.place().name()) ? EVERYBODY : NONE;
        } else if (condition instanceof Condition.Lacks lacks) {
            return always(lacks.place().name()) ? NOBODY : NONE;
        } else if (condition instanceof Condition.Some some) {
            return some.place().name().equals("emails") ? new Narrowing(email(some.element(), marked), false) : NONE;
        }
        return compared((Condition.Compares) condition, marked);
    }

    private static Narrowing compared(Condition.Compares compares, boolean marked) {
        String name = compares.place().name();
        Operator operator = compares.operator();
        Instant instant = compares.instant();
        if (instant != null) {
            // The database keeps microseconds; what is finer is compared here.
            return instant.getNano() % 1000 == 0 && inRange(instant)
                    ? new Narrowing(
                            new ByTime(
                                    name.equals("meta.created"),
                                    PersonCriteria.Order.valueOf(operator.name()),
                                    instant),
                            true)
                    : NONE;
        }
        if (operator != Operator.EQ && operator != Operator.NE) {
            return NONE;
        }
        PersonCriteria equal = switch (name) {
            case "id" -> new ById(compares.text());
            case "userName" -> new ByUserName(compares.text());
            case "externalId" -> new ByExternalId(compares.text());
            case "active" -> new ByActive(compares.text().equals("true"));
            case "meta.resourceType" ->
                compares.text().equals(ResourceKind.USER.name()) ? new Everybody() : new Nobody();
            default -> marked && SearchMarks.isMarked(name) ? new ByMark(name, compares.text()) : new Everybody();
        };
        if (equal instanceof Everybody && !name.equals("meta.resourceType")) {
            return NONE;
        }
        boolean many = compares.place().attribute().multiValued();
        if (operator == Operator.EQ) {
            return new Narrowing(equal, true);
        }
        // Of several values one that differs is enough, so that to have the value does not exclude.
        return many ? NONE : new Narrowing(new PersonCriteria.Not(equal), true);
    }

    /** Years that the database can tell apart. */
    private static boolean inRange(Instant instant) {
        return instant.isAfter(Instant.parse("0001-01-01T00:00:00Z"))
                && instant.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
    }

    /** Those one of whose addresses may meet a condition in brackets. */
    private static PersonCriteria email(Condition condition, boolean marked) {
        if (condition instanceof Condition.Both both) {
            return new All(List.of(email(both.left(), marked), email(both.right(), marked)));
        } else if (condition instanceof Condition.Either either) {
            return new Any(List.of(email(either.left(), marked), email(either.right(), marked)));
        } else if (marked
                && condition instanceof Condition.Compares compares
                && compares.operator() == Operator.EQ
                && compares.place().name().equals("value")) {
            return new ByMark(SearchMarks.EMAIL, compares.text());
        }
        return new Everybody();
    }

    private static boolean always(String name) {
        return switch (name) {
            case "id",
                    "schemas",
                    "userName",
                    "active",
                    "meta",
                    "meta.resourceType",
                    "meta.created",
                    "meta.lastModified",
                    "meta.location",
                    "meta.version" -> true;
            default -> false;
        };
    }
}
