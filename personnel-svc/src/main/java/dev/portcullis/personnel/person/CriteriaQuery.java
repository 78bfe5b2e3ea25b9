package dev.portcullis.personnel.person;

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
import dev.portcullis.personnel.person.PersonCriteria.Not;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns criteria into a query. Values travel as parameters only. */
final class CriteriaQuery {
    private final Function<String, byte[]> userNameHash;
    private final Function<String, byte[]> externalIdHash;
    private final BinaryOperator<String> mark;
    private final Map<String, Object> parameters;

    CriteriaQuery(
            Function<String, byte[]> userNameHash,
            Function<String, byte[]> externalIdHash,
            BinaryOperator<String> mark,
            Map<String, Object> parameters) {
        this.userNameHash = userNameHash;
        this.externalIdHash = externalIdHash;
        this.mark = mark;
        this.parameters = parameters;
    }

    String translate(PersonCriteria criteria) {
        if (criteria instanceof Everybody) {
            return "1 = 1";
        } else if (criteria instanceof Nobody) {
            return "1 = 0";
        } else if (criteria instanceof ByMark by) {
            return "p.id in (select m.personId from PersonMarkRow m where m.mark = "
                    + parameter(mark.apply(by.field(), by.value())) + ")";
        } else if (criteria instanceof ByTime by) {
            return (by.created() ? "p.createdAt " : "p.changedAt ") + word(by.order()) + " " + parameter(by.instant());
        } else if (criteria instanceof ById by) {
            return "p.id = " + parameter(by.id());
        } else if (criteria instanceof ByUserName by) {
            return "p.userNameHash = " + parameter(userNameHash.apply(by.userName()));
        } else if (criteria instanceof ByExternalId by) {
            // Where there is none the comparison must be false, not unknown: it may stand under a "not".
            return "(p.externalIdHash is not null and p.externalIdHash = "
                    + parameter(externalIdHash.apply(by.externalId())) + ")";
        } else if (criteria instanceof ByActive by) {
            return "p.status = " + parameter(by.active() ? "ACTIVE" : "INACTIVE");
        } else if (criteria instanceof Not not) {
            return "not (" + translate(not.part()) + ")";
        } else if (criteria instanceof All all) {
            return join(all.parts(), " and ");
        } else if (criteria instanceof Any any) {
            return join(any.parts(), " or ");
        }
        throw new IllegalStateException("unknown criteria");
    }

    private static String word(PersonCriteria.Order order) {
        return switch (order) {
            case EQ -> "=";
            case NE -> "<>";
            case GT -> ">";
            case GE -> ">=";
            case LT -> "<";
            case LE -> "<=";
        };
    }

    private String join(List<PersonCriteria> parts, String word) {
        return parts.stream().map(this::translate).collect(Collectors.joining(word, "(", ")"));
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
