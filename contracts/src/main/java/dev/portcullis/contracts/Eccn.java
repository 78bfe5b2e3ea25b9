package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An Export Control Classification Number: a category 0-9, a product group A-E and three digits, such as {@code 3A090}, or
 * {@code EAR99} for items subject to the EAR that no entry names (15 CFR 738.2(d), 734.3(c)).
 *
 * @param value the number in capitals, without paragraph
 */
public record Eccn(@JsonValue String value) implements Comparable<Eccn> {
    private static final Pattern FORM = Pattern.compile("[0-9][A-E][0-9]{3}|EAR99");

    /** Items subject to the EAR that are on no entry of the Commerce Control List (15 CFR 734.3(c)). */
    public static final Eccn EAR99 = new Eccn("EAR99");

    public Eccn {
        Require.text(value, "eccn");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an ECCN reads like 3A090, or EAR99");
        }
    }

    /**
     * Reads a number in capitals or small letters.
     *
     * @throws IllegalArgumentException where the text is no ECCN
     */
    @JsonCreator
    public static Eccn of(@Nullable String text) {
        return new Eccn(Require.text(text, "eccn").trim().toUpperCase(Locale.ROOT));
    }

    /** The category 0-9, or -1 for EAR99 (15 CFR 738.2(a)). */
    public int category() {
        return isEar99() ? -1 : value.charAt(0) - '0';
    }

    /** The product group A-E, or {@code '-'} for EAR99 (15 CFR 738.2(b)). */
    public char productGroup() {
        return isEar99() ? '-' : value.charAt(1);
    }

    public boolean isEar99() {
        return value.equals("EAR99");
    }

    @Override
    public int compareTo(Eccn other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
