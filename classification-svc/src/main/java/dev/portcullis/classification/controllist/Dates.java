package dev.portcullis.classification.controllist;

import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.platform.problem.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days of law. Effective dates of the Federal Register are days in Washington. */
public final class Dates {
    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

    private Dates() {}

    /** The day of law at an instant. */
    public static LocalDate at(Instant instant) {
        return instant.atZone(WASHINGTON).toLocalDate();
    }

    /**
     * Reads the {@code asOf} parameter of a request.
     *
     * @param text the parameter; null for the given day
     * @throws dev.portcullis.platform.problem.ProblemException 400 where it is no date or lies before the rules' history
     */
    public static LocalDate asOf(@Nullable String text, LocalDate today, RuleBook rules) {
        if (text == null || text.isBlank()) {
            return today;
        }
        try {
            LocalDate asOf = LocalDate.parse(text);
            if (!asOf.isBefore(rules.historyFrom()) && asOf.getYear() <= 9999) {
                return asOf;
            }
        } catch (DateTimeParseException noDate) {
            // said below
        }
        throw Problems.badParameter("asOf", "must be a date like 2026-11-23, not before " + rules.historyFrom());
    }
}
