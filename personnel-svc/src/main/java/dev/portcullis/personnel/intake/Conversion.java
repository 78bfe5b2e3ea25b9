package dev.portcullis.personnel.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How another system writes what we write in our own way. What it does not know it refuses: a word that nobody mapped is no fact.
 *
 * @param values from their words to ours; empty where any text will do
 * @param date the pattern of their dates; null where it is no date
 * @param alpha3 whether countries come in three letters (ISO 3166-1 alpha-3)
 */
record Conversion(Map<String, String> values, @Nullable DateTimeFormatter date, boolean alpha3) {
    Conversion {
        values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException where it is no pattern of dates */
    static DateTimeFormatter pattern(String text) {
        // Strict, so that 31 June is no date; the year of the era would then need an era.
        return DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The value in our words; empty where it is none. */
    Optional<String> apply(String theirs) {
        String value = values.isEmpty() ? theirs : values.get(theirs);
        if (value == null) {
            return Optional.empty();
        }
        if (date != null) {
            try {
                return Optional.of(LocalDate.parse(value, date).toString());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
        return alpha3 ? twoLetters(value) : Optional.of(value);
    }

    private static Optional<String> twoLetters(String three) {
        for (String two : Locale.getISOCountries()) {
            if (new Locale.Builder().setRegion(two).build().getISO3Country().equals(three)) {
                return Optional.of(two);
            }
        }
        return Optional.empty();
    }
}
