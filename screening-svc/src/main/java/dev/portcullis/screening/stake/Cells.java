package dev.portcullis.screening.stake;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.screening.Subject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as files write them. Each failure says what was expected and nothing of the value. */
final class Cells {
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    private Cells() {}

    /** The first day of {@code 2020}, {@code 2020-05} or {@code 2020-05-12}; a time after it is passed over. */
    static @Nullable LocalDate first(@Nullable String text) {
        return date(text, false);
    }

    /** The last day of the same. */
    static @Nullable LocalDate last(@Nullable String text) {
        return date(text, true);
    }

    private static @Nullable LocalDate date(@Nullable String text, boolean last) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String day = text.strip().split("[T ]", 2)[0];
        if (DATE.matcher(day).matches()) {
            try {
                return switch (day.length()) {
                    case 4 -> Year.parse(day).atMonth(last ? 12 : 1).atDay(last ? 31 : 1);
                    case 7 ->
                        last
                                ? YearMonth.parse(day).atEndOfMonth()
                                : YearMonth.parse(day).atDay(1);
                    default -> LocalDate.parse(day);
                };
            } catch (DateTimeException e) {
                // said below
            }
        }
        throw new IllegalArgumentException("a date is written as 2020-05-12, 2020-05 or 2020");
    }

    /** A name that can be screened. */
    static String name(String text) {
        String name = text.strip();
        String fault = Subject.fault(name);
        if (fault != null) {
            throw new IllegalArgumentException("a name " + fault);
        }
        return name;
    }

    static @Nullable String country(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return CountryCode.of(text.strip().toUpperCase(Locale.ROOT)).value();
    }

    /** An id of a source's own. */
    static Owner own(String source, String id) {
        String key = source + "/" + id;
        return Owner.other(key.length() <= Owner.LONGEST_KEY ? key : source + "/sha256:" + Sha256.of(id));
    }

    /** One whom the source gives no id: its name stands for it. */
    static Owner named(String source, String name) {
        return own(source, "~" + name.toLowerCase(Locale.ROOT));
    }
}
