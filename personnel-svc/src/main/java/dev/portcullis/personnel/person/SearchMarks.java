package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * By what of a sealed record a person can be found: keyed hashes of values that HR systems look for and that differ from person to
 * person. Family names, departments, and above all the facts of export control have none: where many share a value, the number of
 * its marks alone would tell it.
 */
public final class SearchMarks {
    /** Addresses of electronic mail. */
    public static final String EMAIL = "emails.value";

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String DISPLAY_NAME = "displayName";
    private static final String EMPLOYEE_NUMBER = ENTERPRISE + ":employeeNumber";
    private static final Set<String> FIELDS = Set.of(EMAIL, DISPLAY_NAME, EMPLOYEE_NUMBER);

    private SearchMarks() {}

    /** Whether a field has marks; fields are named as SCIM names them. */
    public static boolean isMarked(String field) {
        return FIELDS.contains(field);
    }

    /**
     * The marks of a record.
     *
     * @param attributes canonical
     * @param mark the mark of a field and of a value in the form in which it is compared
     */
    static Set<String> of(JsonNode attributes, BiFunction<String, String, String> mark) {
        Set<String> marks = new LinkedHashSet<>();
        for (JsonNode email : attributes.path("emails")) {
            add(marks, EMAIL, email.path("value"), mark);
        }
        add(marks, DISPLAY_NAME, attributes.path(DISPLAY_NAME), mark);
        add(marks, EMPLOYEE_NUMBER, attributes.path(ENTERPRISE).path("employeeNumber"), mark);
        return marks;
    }

    private static void add(Set<String> marks, String field, JsonNode value, BiFunction<String, String, String> mark) {
        if (value.isTextual()) {
            marks.add(mark.apply(field, PersonCriteria.comparable(value.asText())));
        }
    }
}
