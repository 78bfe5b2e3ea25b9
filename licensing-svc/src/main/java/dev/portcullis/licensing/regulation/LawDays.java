package dev.portcullis.licensing.regulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days on which the law may read differently than on the day before: every date that stands in a law file, and the day after it, for
 * a last day is one of them too. More days than the law has changes, and never fewer.
 */
public final class LawDays {
    private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");

    private final NavigableSet<LocalDate> days = new TreeSet<>();

    private LawDays() {}

    /** The days of the shipped law. */
    public static LawDays shipped() {
        LawDays shipped = new LawDays();
        for (String file : LawDigest.FILES) {
            try (InputStream in = LawDays.class.getResourceAsStream("/law/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("the law file " + file + " is missing");
                }
                shipped.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("a law file cannot be read", e);
            }
        }
        return shipped;
    }

    /** The days that a text names, for those who have law of their own. */
    public static LawDays of(String text) {
        LawDays days = new LawDays();
        days.read(text);
        return days;
    }

    /** The next days after one, in their order. */
    public List<LocalDate> after(LocalDate day, int most) {
        return days.tailSet(day, false).stream().limit(most).toList();
    }

    private void read(String text) {
        Matcher found = DATE.matcher(text);
        while (found.find()) {
            try {
                LocalDate day = LocalDate.parse(found.group());
                days.add(day);
                days.add(day.plusDays(1));
            } catch (DateTimeParseException noDay) {
                // A number that looks like a date.
            }
        }
    }
}
