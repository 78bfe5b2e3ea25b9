package dev.portcullis.personnel.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.person.PersonCriteria;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The database may find more than a filter asks for, never less; where it says that it is exact, neither. */
class NarrowingPropertiesTest {
    private static final String ENTERPRISE = Schemas.ENTERPRISE;

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void the_database_never_loses_who_meets_the_filter(
            @ForAll("filters") String filter, @ForAll("users") ObjectNode user, @ForAll boolean marked) {
        Condition condition = Conditions.of(FilterParser.parse(filter), List.of(ResourceKind.USER));
        Narrowing narrowing = Narrowing.of(condition, marked);
        boolean found = meets(narrowing.criteria(), user);
        if (condition.matches(user)) {
            assertThat(found).as(filter).isTrue();
        } else if (narrowing.exact()) {
            assertThat(found).as(filter).isFalse();
        }
    }

    @Provide
    Arbitrary<String> filters() {
        Arbitrary<String> text = Arbitraries.of(
                "id",
                "userName",
                "externalId",
                "displayName",
                "emails",
                "emails.value",
                "emails.type",
                "title",
                "name.familyName",
                ENTERPRISE + ":employeeNumber",
                ENTERPRISE + ":department",
                "meta.resourceType");
        Arbitrary<String> operator = Arbitraries.of("eq", "eq", "eq", "ne", "co", "sw", "ew", "gt", "le");
        Arbitrary<String> value =
                Arbitraries.of("\"a\"", "\"A\"", "\"b\"", "\"per-1\"", "\"User\"", "\"\u212a\"", "\"k\"");
        Arbitrary<String> compared =
                Combinators.combine(text, operator, value).as((at, op, v) -> at + " " + op + " " + v);
        Arbitrary<String> time = Combinators.combine(
                        Arbitraries.of("meta.created", "meta.lastModified"),
                        Arbitraries.of("eq", "ne", "gt", "ge", "lt", "le"),
                        Arbitraries.of(
                                "\"2026-01-01T00:00:00Z\"",
                                "\"2026-01-01T01:00:00+01:00\"",
                                "\"2026-01-01T00:00:00.0000001Z\"",
                                "\"2027-01-01T00:00:00Z\""))
                .as((at, op, v) -> at + " " + op + " " + v);
        Arbitrary<String> other = Arbitraries.of(
                "active eq true",
                "active ne true",
                "active eq false",
                "displayName pr",
                "externalId eq null",
                "userName eq null",
                "userName ne null",
                "emails pr",
                "emails[type eq \"work\" and value eq \"a\"]",
                "emails[value eq \"a\" or value eq \"b\"]",
                "emails[not (value eq \"a\")]",
                "emails[value ne \"a\"]",
                "groups.value eq \"a\"");
        return tree(Arbitraries.oneOf(compared, time, other), 3);
    }

    private static Arbitrary<String> tree(Arbitrary<String> leaf, int depth) {
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> smaller = tree(leaf, depth - 1);
        return Arbitraries.oneOf(
                leaf,
                smaller.map(inner -> "not (" + inner + ")"),
                Combinators.combine(smaller, smaller).as((a, b) -> "(" + a + ") and (" + b + ")"),
                Combinators.combine(smaller, smaller).as((a, b) -> "(" + a + ") or (" + b + ")"));
    }

    @Provide
    Arbitrary<ObjectNode> users() {
        Arbitrary<String> text =
                Arbitraries.of("a", "A", "b", "k", "K", "\u212a", "ab").injectNull(0.3);
        Arbitrary<ArrayNode> emails = Combinators.combine(Arbitraries.of("a", "A", "b"), Arbitraries.of("work", "home"))
                .as((value, type) -> JsonNodeFactory.instance
                        .objectNode()
                        .put("value", value)
                        .put("type", type))
                .list()
                .ofMaxSize(3)
                .map(list -> JsonNodeFactory.instance.arrayNode().addAll(list));
        return Combinators.combine(text, text, text, emails, Arbitraries.of(true, false), Arbitraries.of(0, 1, 2))
                .as((name, external, display, addresses, active, day) -> {
                    ObjectNode user = JsonNodeFactory.instance.objectNode();
                    user.put("id", "per-" + day)
                            .put("userName", name == null ? "x" : name)
                            .put("active", active);
                    put(user, "externalId", external);
                    put(user, "displayName", display);
                    if (display != null && external != null) {
                        user.putObject(ENTERPRISE).put("employeeNumber", display);
                    }
                    if (!addresses.isEmpty()) {
                        user.set("emails", addresses);
                    }
                    user.putObject("meta")
                            .put("resourceType", "User")
                            .put("created", "2026-01-01T00:00:0" + day + "Z")
                            .put("lastModified", "2026-01-01T00:00:00.00000" + day + "Z");
                    return user;
                });
    }

    private static void put(ObjectNode user, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            user.put(name, value);
        }
    }

    /** What the database does with criteria, over the clear columns and marks of a record. */
    private static boolean meets(PersonCriteria criteria, JsonNode user) {
        if (criteria instanceof PersonCriteria.Everybody) {
            return true;
        } else if (criteria instanceof PersonCriteria.Nobody) {
            return false;
        } else if (criteria instanceof PersonCriteria.ById by) {
            return user.path("id").asText().equals(by.id());
        } else if (criteria instanceof PersonCriteria.ByUserName by) {
            return same(user.path("userName").asText(), by.userName());
        } else if (criteria instanceof PersonCriteria.ByExternalId by) {
            return user.has("externalId") && user.path("externalId").asText().equals(by.externalId());
        } else if (criteria instanceof PersonCriteria.ByActive by) {
            return user.path("active").asBoolean() == by.active();
        } else if (criteria instanceof PersonCriteria.ByMark by) {
            List<String> values = switch (by.field()) {
                case "displayName" -> texts(user.path("displayName"));
                case "emails.value" -> user.path("emails").findValuesAsText("value");
                default -> texts(user.path(ENTERPRISE).path("employeeNumber"));
            };
            return values.stream().anyMatch(value -> same(value, by.value()));
        } else if (criteria instanceof PersonCriteria.ByTime by) {
            int order = Instant.parse(user.path("meta")
                            .path(by.created() ? "created" : "lastModified")
                            .asText())
                    .compareTo(by.instant());
            return switch (by.order()) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case GT -> order > 0;
                case GE -> order >= 0;
                case LT -> order < 0;
                case LE -> order <= 0;
            };
        } else if (criteria instanceof PersonCriteria.Not not) {
            return !meets(not.part(), user);
        } else if (criteria instanceof PersonCriteria.All all) {
            return all.parts().stream().allMatch(part -> meets(part, user));
        }
        return ((PersonCriteria.Any) criteria).parts().stream().anyMatch(part -> meets(part, user));
    }

    private static List<String> texts(JsonNode node) {
        return node.isTextual() ? List.of(node.asText()) : List.of();
    }

    private static boolean same(String one, String other) {
        return PersonCriteria.comparable(one).equals(PersonCriteria.comparable(other));
    }
}
