package dev.portcullis.licensing.regulation;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the transaction that a license exception needs and no service knows.
 *
 * @param fact its name among the transaction's facts, such as {@code TSR.writtenAssurance}
 * @param question asks for it
 * @param kind what counts as an answer that fulfills it
 * @param bound for a number the most that it may be, for a date the days that must have passed since; null for other kinds, and where
 *     the entry of the control list sets it
 * @param values for a choice the answers that fulfill it; empty for other kinds
 */
public record Requirement(
        String fact, String question, Kind kind, @Nullable BigDecimal bound, Set<String> values) {

    /** What counts as an answer. */
    public enum Kind {
        /** A reference to a document; not "no" or "none". */
        DOCUMENT,
        /** A statement that begins with YES. */
        YES,
        /** A number of at most the bound. */
        AT_MOST,
        /** A number below the bound. */
        BELOW,
        /** A number of at most the value limit that the entry sets for LVS, times the bound. */
        AT_MOST_LIMITS,
        /** A day, at least so many days before the day whose law applies. */
        DAYS_AGO,
        /** One of the values. */
        ONE_OF
    }
}
