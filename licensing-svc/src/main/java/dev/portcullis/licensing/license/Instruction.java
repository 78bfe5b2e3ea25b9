package dev.portcullis.licensing.license;

import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.Movement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be moved: all of it, or nothing.
 *
 * @param kind in which way
 * @param reference by which it is known; the same reference moves once in each way
 * @param digest of what was asked, so that the same reference for something else is seen
 * @param parts what is moved on which license
 * @param relatesTo the draw that comes back, or the assignment that is drawn or given free; null where there is none
 * @param reason why, for a correction
 * @param by token subject of who asks
 * @param at now
 */
public record Instruction(
        Movement kind,
        String reference,
        String digest,
        List<Part> parts,
        @Nullable String relatesTo,
        @Nullable String reason,
        String by,
        Instant at) {
    public Instruction {
        // As exact as it is stored, so that the answer to a request and to its repetition are the same.
        at = at.truncatedTo(ChronoUnit.MICROS);
        parts = List.copyOf(parts);
    }

    /** A part of it, on one license. */
    public sealed interface Part {
        String licenseNumber();
    }

    /**
     * A draw or an assignment: the license must cover it.
     *
     * @param line the one line that is meant; null where any that covers it may be
     */
    public record Use(String licenseNumber, @Nullable Integer line, Wanted wanted) implements Part {}

    /** A return, a correction or the end of an assignment: an amount on a line, in its unit and currency. */
    public record Exact(String licenseNumber, int line, Amount amount) implements Part {}
}
