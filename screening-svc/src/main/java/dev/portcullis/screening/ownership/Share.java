package dev.portcullis.screening.ownership;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a company somebody owns, as a range in percent: the two ends are equal where the share is known, and 0 to 100 where nothing is.
 * Decimals are exact to {@value #DECIMALS} places. What has more is widened to the next place below and above, so that the range still holds the
 * true share, and a share of a hair below a threshold is never taken for one above it.
 *
 * @param low the least that it can be, 0 to 100
 * @param high the most that it can be, {@code low} to 100
 */
public record Share(BigDecimal low, BigDecimal high) {
    /** Decimal places that are kept. */
    public static final int DECIMALS = 9;

    /** Longer texts are no share. */
    private static final int LONGEST = 64;

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{1,40})?)\\s*%?";
    private static final Pattern EXACT = Pattern.compile(NUMBER);
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*(?:-|–|\\.\\.|to)\\s*" + NUMBER);
    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|≥|≤)\\s*" + NUMBER);

    /** Nothing is known of the share. */
    public static final Share UNKNOWN = new Share(BigDecimal.ZERO, ALL);

    public Share {
        low = low.setScale(DECIMALS, RoundingMode.FLOOR);
        high = high.setScale(DECIMALS, RoundingMode.CEILING);
        if (low.signum() < 0 || low.compareTo(high) > 0 || high.compareTo(ALL) > 0) {
            throw new IllegalArgumentException("a share is a range from 0 to 100 percent");
        }
    }

    public static Share of(BigDecimal percent) {
        return new Share(percent, percent);
    }

    public static Share between(BigDecimal low, BigDecimal high) {
        return new Share(low, high);
    }

    /**
     * Reads a share as registers write it: {@code 33.3}, {@code 33,3 %}, {@code 25-50}, {@code >25}, {@code <=10}, or {@code unknown}. Of
     * a strict bound the end is taken in.
     *
     * @throws IllegalArgumentException where the text is none of these
     */
    public static Share parse(String text) {
        String plain = text.strip();
        if (plain.equalsIgnoreCase("unknown")) {
            return UNKNOWN;
        }
        if (plain.length() <= LONGEST) {
            Matcher exact = EXACT.matcher(plain);
            if (exact.matches()) {
                return of(number(exact.group(1)));
            }
            Matcher range = RANGE.matcher(plain);
            if (range.matches()) {
                return between(number(range.group(1)), number(range.group(2)));
            }
            Matcher bound = BOUND.matcher(plain);
            if (bound.matches()) {
                BigDecimal end = number(bound.group(2));
                boolean least = bound.group(1).startsWith(">") || bound.group(1).equals("≥");
                return least ? between(end, ALL) : between(BigDecimal.ZERO, end);
            }
        }
        throw new IllegalArgumentException("a share is a percentage such as 33.3, a range such as 25-50, or unknown");
    }

    public boolean isExact() {
        return low.compareTo(high) == 0;
    }

    /** The least share in units of 10^-{@value #DECIMALS} percent. */
    long lowUnits() {
        return low.unscaledValue().longValueExact();
    }

    long highUnits() {
        return high.unscaledValue().longValueExact();
    }

    static long units(BigDecimal percent) {
        return percent.setScale(DECIMALS, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    /** Percent of a number of units, without zeros at the end. */
    static BigDecimal percent(long units) {
        return plain(BigDecimal.valueOf(units, DECIMALS));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        String from = plain(low).toPlainString();
        return isExact() ? from : from + "-" + plain(high).toPlainString();
    }
}
