package dev.portcullis.personnel.scim;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer of another implementation differs from ours, where it does. Where a rule says that the third agrees, it holds only where
 * the third implementation answered as we did, so that two stand against one.
 */
final class Differences {
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "UnboundID",
                    "UnboundID looks at a filter no further than it must; we refuse an order of truth values wherever it stands:"
                            + " \"Boolean and Binary attributes SHALL cause a failed response\" (RFC 7644, 3.4.2.2)",
                    c -> c.ours.startsWith("refused") && c.operation.matches("(?s).*active (gt|ge|lt|le) .*")),
            new Rule(
                    "UnboundID",
                    "UnboundID takes ne of several values for none is equal: \"only one has to match for the entire\" resource"
                            + " (RFC 7644, 3.4.2.2)",
                    Case::asksNeOfMany),
            new Rule(
                    "SCIM-SDK",
                    "SCIM-SDK finds an order where there is no value: \"If the attribute value is greater than the operator"
                            + " value, there is a match\" (RFC 7644, 3.4.2.2, gt)",
                    c -> c.agreed() && c.operation.matches("(?s).* (gt|ge|lt|le) .*")),
            new Rule(
                    "SCIM-SDK",
                    "SCIM-SDK reads a not in brackets as one of the whole: \"apply a filter to multiple values of the parent"
                            + " attribute\" (RFC 7644, 3.4.2.2)",
                    c -> c.agreed() && c.operation.contains("[not (")),
            new Rule(
                    "SCIM-SDK",
                    "SCIM-SDK lets one element meet one part of a filter in brackets and another the other: \"only one has to match\""
                            + " is said of one and the same (RFC 7644, 3.4.2.2)",
                    c -> c.agreed() && c.operation.matches("(?s).*\\[type eq \"[a-z]+\" (and|or) .*")),
            new Rule(
                    "SCIM-SDK",
                    "SCIM-SDK refuses to look into an extension that the user does not have: \"If the specified attribute has no"
                            + " value, the filter does not match\" is how we read RFC 7644, 3.4.2.2",
                    c -> c.agreed() && c.theirs.startsWith("refused") && c.operation.contains(Schemas.ENTERPRISE)),
            new Rule(
                    "UnboundID",
                    "UnboundID has no schema and removes what is required: \"If an attribute is removed or becomes unassigned and"
                            + " is defined as a required attribute ..., the server SHALL return an HTTP response status code and"
                            + " a JSON detail error response ... with a scimType error code of mutability\" (RFC 7644, 3.5.2.2)",
                    c -> c.ours.equals("refused mutability") && removes(c, "userName")),
            new Rule(
                    "UnboundID",
                    "where a filter in the path of an add or a remove selects nothing, RFC 7644, 3.5.2, says nothing: UnboundID"
                            + " makes an element or does nothing; we refuse, since sender and receiver differ",
                    c -> c.ours.equals("refused noTarget") && c.operation.contains("[")),
            new Rule(
                    "SCIM-SDK",
                    "where a filter in the path of an add or a remove selects nothing, RFC 7644, 3.5.2, says nothing: SCIM-SDK"
                            + " makes an element or does nothing; we refuse, since sender and receiver differ",
                    c -> c.ours.equals("refused noTarget") && c.operation.contains("[")),
            new Rule(
                    "UnboundID",
                    "UnboundID adds to a list by its name alone; we add to the elements that a filter selects: \"If the target"
                            + " location specifies a complex attribute, a set of sub-attributes SHALL be specified\" (RFC 7644,"
                            + " 3.5.2.1)",
                    c -> c.theirs.startsWith("refused") && c.operation.contains("\"op\":\"add\",\"path\":\"emails[")),
            new Rule(
                    "UnboundID",
                    "UnboundID has no schema and keeps several primary values: \"The primary attribute value \"true\" MUST appear no"
                            + " more than once\" (RFC 7643, 2.4)",
                    c -> c.operation.contains(".primary\",\"value\":true")),
            new Rule(
                    "SCIM-SDK",
                    "SCIM-SDK counts primary values when all is done; we refuse the operation that makes two (RFC 7643, 2.4)",
                    c -> c.ours.equals("refused invalidValue") && c.operation.contains(".primary\",\"value\":true")),
            new Rule(
                    "UnboundID",
                    "UnboundID merges into the elements that a filter selects; \"all matching record values SHALL be replaced\""
                            + " (RFC 7644, 3.5.2.3)",
                    Differences::replacesElements),
            new Rule(
                    "SCIM-SDK",
                    "SCIM-SDK merges into the elements that a filter selects; \"all matching record values SHALL be replaced\""
                            + " (RFC 7644, 3.5.2.3)",
                    Differences::replacesElements),
            new Rule(
                    "SCIM-SDK",
                    "SCIM-SDK asks for what is required when all is done; we refuse the operation that takes it away: \"If an"
                            + " attribute is removed or becomes unassigned and is defined as a required attribute\" (RFC 7644,"
                            + " 3.5.2.2)",
                    c -> c.ours.equals("refused mutability") && removes(c, "userName")),
            new Rule(
                    "SCIM-SDK",
                    "SCIM-SDK refuses to remove what is not there; \"remove\" leaves what is unassigned unassigned (RFC 7644,"
                            + " 3.5.2.2)",
                    c -> c.theirs.startsWith("refused") && c.operation.contains("\"op\":\"remove\"")));

    private Differences() {}

    static @Nullable String rule(String other, String operation, String ours, String theirs, String third) {
        Case one = new Case(other, operation, ours, theirs, third);
        return RULES.stream()
                .filter(rule -> rule.other.equals(other) && rule.holds.test(one))
                .map(Rule::says)
                .findFirst()
                .orElse(null);
    }

    private static boolean replacesElements(Case one) {
        return one.operation.contains("\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"]\",\"value\":{");
    }

    private static boolean removes(Case one, String attribute) {
        return one.operation.contains("\"op\":\"remove\",\"path\":\"" + attribute + "\"");
    }

    private record Rule(String other, String says, Predicate<Case> holds) {}

    private record Case(String other, String operation, String ours, String theirs, String third) {
        /** Whether the third sides with us, against the one that differs, or has a rule of its own. */
        boolean agreed() {
            return third.equals(ours) || third.startsWith("refused") && ours.startsWith("refused") || asksNeOfMany();
        }

        boolean asksNeOfMany() {
            return operation.matches("(?s).*emails(\\.[a-z]+)? ne .*");
        }
    }
}
