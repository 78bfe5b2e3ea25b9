package dev.portcullis.licensing.regulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the rule on companies that listed ones own by half or more stood in a time (90 FR 47201).
 *
 * @param from first day
 * @param to last day; null where it goes on
 * @param standing in words, such as {@code suspended}
 */
public record AffiliatesRule(LocalDate from, @Nullable LocalDate to, String standing, String citation) {
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
