package dev.portcullis.licensing.determination;

import dev.portcullis.licensing.regulation.ListBasedException;
import dev.portcullis.licensing.regulation.Requirement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Do a transaction's facts fulfill what an exception needs? What was not said, or cannot be read, fulfills nothing. */
final class Answers {
    private static final Set<String> NOTHING = Set.of("NO", "NONE", "N/A", "UNKNOWN", "TBD", "-", "?");

    /** "No. 4711" names a document; "No. We have none" does not. */
    private static final Pattern NUMBER = Pattern.compile("(?i)no\\. ?[a-z/-]*[0-9][a-z0-9/-]*");

    private Answers() {}

    /**
     * Whether an answer fulfills a requirement.
     *
     * @param said the answer; null where there is none
     * @param day the day whose law applies
     * @param open what the item's entry says of the exception; null where it says nothing
     */
    static boolean fulfills(
            Requirement requirement, @Nullable String said, LocalDate day, @Nullable ListBasedException open) {
        if (said == null || said.isBlank()) {
            return false;
        }
        String text = said.strip();
        BigDecimal bound = requirement.bound();
        return switch (requirement.kind()) {
            case DOCUMENT ->
                !NOTHING.contains(text.toUpperCase(Locale.ROOT))
                        && (Statement.of(text) != Statement.NO
                                || NUMBER.matcher(text).matches());
            case YES -> Statement.of(text) == Statement.YES;
            case ONE_OF -> requirement.values().contains(text.toUpperCase(Locale.ROOT));
            case AT_MOST -> bound != null && atMost(text, bound);
            case BELOW -> bound != null && number(text) != null && atMost(text, bound) && !isSame(text, bound);
            case AT_MOST_LIMITS -> {
                BigDecimal limit = limit(open);
                yield bound != null && limit != null && atMost(text, limit.multiply(bound));
            }
            case DAYS_AGO -> bound != null && daysAgo(text, day, bound.longValueExact());
        };
    }

    /** The least of the limits that an entry names: which of several is the item's, the list says in words. */
    private static @Nullable BigDecimal limit(@Nullable ListBasedException open) {
        List<BigDecimal> limits = open == null ? List.of() : open.limitsUsd();
        return limits.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private static boolean atMost(String text, BigDecimal most) {
        BigDecimal number = number(text);
        return number != null && number.signum() >= 0 && number.compareTo(most) <= 0;
    }

    private static boolean isSame(String text, BigDecimal other) {
        BigDecimal number = number(text);
        return number != null && number.compareTo(other) == 0;
    }

    /** Plain digits: an exponent could name a number that takes forever to write down. */
    private static @Nullable BigDecimal number(String text) {
        return text.matches("[0-9]{1,15}(\\.[0-9]{1,6})?") ? new BigDecimal(text) : null;
    }

    private static boolean daysAgo(String text, LocalDate day, long days) {
        try {
            return ChronoUnit.DAYS.between(LocalDate.parse(text), day) >= days;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
