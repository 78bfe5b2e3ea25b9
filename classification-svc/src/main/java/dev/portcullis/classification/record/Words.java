package dev.portcullis.classification.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of a record for people. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int DIGITS = 12;
    private static final BigDecimal LARGE = new BigDecimal("1e15");
    private static final BigDecimal SMALL = new BigDecimal("1e-6");

    private static final Pattern CONSTANT = Pattern.compile("[A-Z]{3,}(_[A-Z0-9]+)*");

    private static final Map<String, String> COMPARISONS = Map.of(
            "atLeast", "≥",
            "moreThan", ">",
            "atMost", "≤",
            "lessThan", "<",
            "is", "is",
            "oneOf", "one of");

    private static final Map<String, String> STATES = Map.of(
            "PROPOSED", "Proposed; not in effect until somebody else approves it",
            "REVIEWED", "Reviewed; not in effect until somebody else approves it",
            "RETURNED", "Sent back; never took effect",
            "APPROVED", "Approved and in effect",
            "REOPENED", "Reopened by a change; no longer permits anything",
            "SUPERSEDED", "Superseded by a later one");

    private static final Map<String, String> OUTCOMES = Map.of("MET", "met", "NOT_MET", "not met", "UNKNOWN", "open");

    private static final Map<String, String> BRANCHES = Map.of(
            "all",
            "all of",
            "any",
            "any of",
            "not",
            "not",
            "meets",
            "meets",
            "contains",
            "contains",
            "isFor",
            "is for");

    private Words() {}

    static String state(String state) {
        return STATES.getOrDefault(state, state);
    }

    static String outcome(String outcome) {
        return OUTCOMES.getOrDefault(outcome, outcome);
    }

    static String branch(String criterion) {
        return BRANCHES.getOrDefault(criterion, criterion);
    }

    static String comparison(String comparison) {
        return COMPARISONS.getOrDefault(comparison, comparison);
    }

    /** A word of the data, such as {@code MODEL_WEIGHTS}, in small letters. */
    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A figure without an exponent where it can be read so. Of a long one the first digits, never rounded over a threshold. */
    static String figure(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.precision() > DIGITS) {
            return readable(plain.round(new MathContext(DIGITS, RoundingMode.DOWN))) + "…";
        }
        return readable(plain);
    }

    private static String readable(BigDecimal plain) {
        BigDecimal size = plain.abs();
        boolean inFull = size.signum() == 0 || size.compareTo(LARGE) < 0 && size.compareTo(SMALL) >= 0;
        return inFull ? plain.toPlainString() : plain.toString();
    }

    /** A value of the stored answer. */
    static String value(JsonNode value) {
        if (value.isNumber()) {
            return figure(value.decimalValue());
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (value.isMissingNode() || value.isNull() || value.isObject() && value.isEmpty()) {
            return "not stated";
        }
        if (!value.isTextual()) {
            return value.toString();
        }
        String text = value.textValue();
        return CONSTANT.matcher(text).matches() ? word(text) : text;
    }

    /** A figure, how it is compared and with what, and for which paragraphs. */
    static String comparison(Margin margin) {
        String unit = margin.unit() == null ? "" : " " + margin.unit();
        List<String> paragraphs = margin.paragraphs();
        String others = paragraphs.size() <= 2 ? "" : " and " + (paragraphs.size() - 2) + " more";
        return figure(margin.value()) + " " + comparison(margin.comparison()) + " " + figure(margin.threshold()) + unit
                + "; " + String.join(", ", paragraphs.subList(0, Math.min(2, paragraphs.size()))) + others;
    }

    /** How many times its threshold a figure is. */
    static String multiple(Margin margin) {
        if (margin.threshold().signum() <= 0) {
            return (margin.margin().signum() >= 0 ? "+" : "") + figure(margin.margin());
        }
        BigDecimal multiple = margin.value().divide(margin.threshold(), new MathContext(4));
        return figure(multiple) + "×";
    }
}
