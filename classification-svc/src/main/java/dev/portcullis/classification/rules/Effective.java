package dev.portcullis.classification.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that holds from a day on. */
interface Effective {
    /** The first day. */
    LocalDate effectiveFrom();

    /** The first day on which it no longer holds; null while no end is known. */
    @Nullable
    LocalDate effectiveTo();

    /** Whether it holds on a day. */
    default boolean isEffective(LocalDate on) {
        LocalDate end = effectiveTo();
        return !on.isBefore(effectiveFrom()) && (end == null || on.isBefore(end));
    }
}
