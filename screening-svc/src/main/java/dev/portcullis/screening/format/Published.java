package dev.portcullis.screening.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads when a publisher made a file. A date that cannot be read is none: it refuses nothing. */
final class Published {
    private static final Pattern ISO = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2}).*");
    private static final Pattern SLASHED = Pattern.compile("^(\\d{1,2})/(\\d{1,2})/(\\d{4}).*");
    private static final Pattern WRITTEN = Pattern.compile("^(\\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\\d{4}).*");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Published() {}

    /** {@code 2026-02-27T00:00:09Z} and other texts that begin with a date of ISO 8601. */
    static @Nullable LocalDate iso(@Nullable String text) {
        Matcher date = ISO.matcher(text == null ? "" : text.strip());
        return date.matches() ? date(date.group(1), date.group(2), date.group(3)) : null;
    }

    /** {@code 03/28/2025}, as OFAC writes it. */
    static @Nullable LocalDate american(@Nullable String text) {
        Matcher date = SLASHED.matcher(text == null ? "" : text.strip());
        return date.matches() ? date(date.group(3), date.group(1), date.group(2)) : iso(text);
    }

    /** {@code 28/03/2025} or {@code 13-Feb-2026}, as the EU and the UK write it. */
    static @Nullable LocalDate european(@Nullable String text) {
        String given = text == null ? "" : text.strip();
        Matcher date = SLASHED.matcher(given);
        if (date.matches()) {
            return date(date.group(3), date.group(2), date.group(1));
        }
        Matcher written = WRITTEN.matcher(given);
        if (written.matches()) {
            int month = MONTHS.indexOf(written.group(2).toLowerCase(Locale.ROOT)) + 1;
            return date(written.group(3), Integer.toString(month), written.group(1));
        }
        return iso(given);
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
