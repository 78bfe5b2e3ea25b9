package dev.portcullis.platform.document;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words that documents share. */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    /** A moment. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A constant, such as {@code LICENSE_REQUIRED}, in small letters. */
    public static String small(Enum<?> constant) {
        return small(constant.name());
    }

    /** A constant's name in small letters. */
    public static String small(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A text that begins with a capital letter. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** A length of time, in the unit in which it is easily read. */
    public static String age(long millis) {
        Duration age = Duration.ofMillis(millis);
        if (age.isNegative()) {
            return "ahead by " + age(-millis);
        }
        return age.toMinutes() >= 10 ? age.toMinutes() + " min" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
