package dev.portcullis.licensing.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer looks like. */
public enum AnswerKind {
    /** Up to 200 characters. */
    LINE("must be 1 to 200 characters in one line") {
        @Override
        boolean accepts(String answer) {
            return answer.length() <= 200 && answer.lines().count() == 1;
        }
    },
    /** Up to 4,000 characters. */
    TEXT("must be 1 to 4000 characters") {
        @Override
        boolean accepts(String answer) {
            return answer.length() <= 4000;
        }
    },
    /** A calendar day, ISO 8601. */
    DATE("must be a day such as 2026-11-29") {
        @Override
        boolean accepts(String answer) {
            try {
                int year = LocalDate.parse(answer).getYear();
                return year >= 1990 && year <= 2200;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    },
    /** A decimal number that is not negative, at most 15 digits before the point and 6 behind it. */
    NUMBER("must be a number such as 8 or 240000.50, not negative") {
        @Override
        boolean accepts(String answer) {
            return PLAIN.matcher(answer).matches();
        }
    },
    /** A country, ISO 3166-1 alpha-2. */
    COUNTRY("must be a country of ISO 3166-1, two capital letters") {
        @Override
        boolean accepts(String answer) {
            return COUNTRIES.contains(answer);
        }
    },
    YES_NO("must be YES or NO") {
        @Override
        boolean accepts(String answer) {
            return answer.equals("YES") || answer.equals("NO");
        }
    },
    /** Ten digits of the Schedule B or the Harmonized Tariff Schedule, with or without dots. */
    SCHEDULE_B("must be ten digits such as 8471.80.4000") {
        @Override
        boolean accepts(String answer) {
            return answer.matches("\\d{4}\\.?\\d{2}\\.?\\d{4}");
        }
    },
    /** The Internal Transaction Number that AES gives when it accepts a filing. */
    ITN("must be an Internal Transaction Number such as X20261129123456") {
        @Override
        boolean accepts(String answer) {
            return answer.matches("X\\d{14}");
        }
    };

    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final String rule;

    AnswerKind(String rule) {
        this.rule = rule;
    }

    /** What an answer must be, in words. */
    public String rule() {
        return rule;
    }

    abstract boolean accepts(String answer);

    /** Reads the figure of an answer that was accepted as {@link #NUMBER}. */
    public static BigDecimal number(String answer) {
        return new BigDecimal(answer);
    }
}
