package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory by its ISO 3166-1 alpha-2 code. {@code XK} (Kosovo), which ISO leaves to its users, is accepted
 * because the Commerce Country Chart has a row for it (Supplement No. 1 to 15 CFR Part 738).
 *
 * @param value two capital letters
 */
public record CountryCode(@JsonValue String value) implements Comparable<CountryCode> {
    private static final Set<String> KNOWN = known();

    public CountryCode {
        Require.text(value, "country");
        if (!KNOWN.contains(value)) {
            throw new IllegalArgumentException(
                    "a country is an ISO 3166-1 alpha-2 code in capitals, such as DE; this one is not known");
        }
    }

    /**
     * Reads a code in capitals or small letters.
     *
     * @throws IllegalArgumentException where the text is no known code
     */
    @JsonCreator
    public static CountryCode of(@Nullable String text) {
        return new CountryCode(Require.text(text, "country").trim().toUpperCase(Locale.ROOT));
    }

    /** Whether {@link #of} would accept the text. */
    public static boolean isKnown(@Nullable String text) {
        return text != null && KNOWN.contains(text.trim().toUpperCase(Locale.ROOT));
    }

    /** The English short name, for people to read. */
    public String displayName() {
        return new Locale.Builder().setRegion(value).build().getDisplayCountry(Locale.ENGLISH);
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Set<String> known() {
        Set<String> codes = new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        codes.add("XK");
        return Set.copyOf(codes);
    }
}
