package dev.portcullis.screening.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date of birth as lists write it into {@code 1960}, {@code 1960-05}, {@code 1960-05-12} or a range of years, {@code 1958/1962}. No
 * more is claimed than is written: a day or month that the list leaves open stays open.
 */
final class Births {
    /**
     * How many years an estimate may be off, either way. Lists that write "circa" do not say; two keeps an estimate from speaking against
     * somebody who is a year or two older.
     */
    private static final int ESTIMATE_YEARS = 2;

    private static final int LONGEST = 60;
    private static final Pattern ESTIMATE =
            Pattern.compile("^(?:circa|approximately|approx\\.?|about|c\\.|ca\\.)\\s*(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile(
            "^(?:between\\s+)?(.*?\\d{4})\\s*(?:\\bto\\b|\\band\\b|-|–|/)\\s*(.*?\\d{4})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO =
            Pattern.compile("^(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T.*)?)?)?(?:Z|[+-]\\d\\d:\\d\\d)?$");
    private static final Pattern WRITTEN = Pattern.compile("^(?:(\\d{1,2})\\s+)?([A-Za-z]{3,9})\\.?\\s+(\\d{4})$");
    private static final Pattern SLASHED =
            Pattern.compile("^(\\d{1,2}|dd)/(\\d{1,2}|mm)/(\\d{4})$", Pattern.CASE_INSENSITIVE);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Births() {}

    /** The date, or nothing where the text tells none. Days come before months, as in Europe and with OFAC. */
    static @Nullable String read(@Nullable String text) {
        String given = PartyDraft.clean(text);
        if (given == null || given.length() > LONGEST) {
            return null;
        }
        Matcher estimate = ESTIMATE.matcher(given);
        if (estimate.matches()) {
            return around(read(estimate.group(1)));
        }
        String date = date(given);
        if (date != null) {
            return date;
        }
        Matcher range = RANGE.matcher(given);
        return range.matches()
                ? span(date(range.group(1).strip()), date(range.group(2).strip()))
                : null;
    }

    /** An estimate: the years around the one that is written. */
    static @Nullable String around(@Nullable String date) {
        if (date == null || date.contains("/")) {
            return date;
        }
        int year = year(date);
        return (year - ESTIMATE_YEARS) + "/" + (year + ESTIMATE_YEARS);
    }

    /** The years from one date to another. */
    static @Nullable String span(@Nullable String from, @Nullable String to) {
        if (from == null || to == null) {
            return from == null ? to : from;
        }
        if (from.contains("/") || to.contains("/") || year(from) > year(to)) {
            return null;
        }
        return year(from) == year(to) ? from.substring(0, 4) : year(from) + "/" + year(to);
    }

    private static int year(String date) {
        return Integer.parseInt(date.substring(0, 4));
    }

    private static @Nullable String date(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher written = WRITTEN.matcher(text);
        if (written.matches()) {
            int month = MONTHS.indexOf(written.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
            return month == 0 ? null : date(written.group(3), Integer.toString(month), written.group(1));
        }
        Matcher slashed = SLASHED.matcher(text);
        return slashed.matches() ? date(slashed.group(3), slashed.group(2), slashed.group(1)) : null;
    }

    private static @Nullable String date(String yearText, @Nullable String monthText, @Nullable String dayText) {
        int year = Integer.parseInt(yearText);
        int month = number(monthText);
        int day = number(dayText);
        if (year < 1800 || year > 2200) {
            return null;
        }
        try {
            if (month == 0) {
                return yearText;
            }
            LocalDate date = LocalDate.of(year, month, day == 0 ? 1 : day);
            return day == 0 ? date.toString().substring(0, 7) : date.toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Zero, or letters in its place, means that the list leaves it open. */
    private static int number(@Nullable String text) {
        return text == null || !Character.isDigit(text.charAt(0)) ? 0 : Integer.parseInt(text);
    }
}
