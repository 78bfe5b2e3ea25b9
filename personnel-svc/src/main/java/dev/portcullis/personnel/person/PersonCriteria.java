package dev.portcullis.personnel.person;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** By what persons can be found without opening their records. */
public sealed interface PersonCriteria {
    /** Everybody who is not deleted. */
    record Everybody() implements PersonCriteria {}

    /** By id. */
    record ById(String id) implements PersonCriteria {}

    /** By user name, whatever its case. */
    record ByUserName(String userName) implements PersonCriteria {}

    /** By the HR system's own key. */
    record ByExternalId(String externalId) implements PersonCriteria {}

    /** Those who work here now, or those who do not. */
    record ByActive(boolean active) implements PersonCriteria {}

    /** Nobody. */
    record Nobody() implements PersonCriteria {}

    /**
     * By a mark of what the record holds.
     *
     * @param field see {@link SearchMarks}
     * @param value in the form in which it is compared
     */
    record ByMark(String field, String value) implements PersonCriteria {}

    /**
     * By when the person came or was changed.
     *
     * @param created whether by when the person came
     */
    record ByTime(boolean created, Order order, Instant instant) implements PersonCriteria {}

    /** How a time compares with another. */
    enum Order {
        EQ,
        NE,
        GT,
        GE,
        LT,
        LE
    }

    /** Those who meet all. */
    record All(List<PersonCriteria> parts) implements PersonCriteria {}

    /** Those who meet any. */
    record Any(List<PersonCriteria> parts) implements PersonCriteria {}

    /** Those who do not meet it. */
    record Not(PersonCriteria part) implements PersonCriteria {}

    /** A user name as it is compared: case does not tell two apart (RFC 7643, section 4.1.1). */
    static String comparable(String userName) {
        return java.text.Normalizer.normalize(userName, java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }
}
