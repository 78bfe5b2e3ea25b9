package dev.portcullis.classification.item;

import dev.portcullis.classification.datasheet.Datasheet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Two datasheets to compare without storing anything.
 *
 * @param asOf the day of law; today where absent
 * @param from the first
 * @param to the second, of the same form
 */
public record WhatIfs(
        @Nullable LocalDate asOf,
        @NotNull @Valid Side from,
        @NotNull @Valid Side to) {

    /**
     * A datasheet, written out or by its place.
     *
     * @param datasheet the facts
     * @param itemId the item whose datasheet it is
     * @param number the datasheet's number; the latest where absent
     */
    public record Side(
            @Nullable @Valid Datasheet datasheet,
            @Nullable @Size(max = 60) String itemId,
            @Nullable @Positive Integer number) {
        public Side {
            if ((datasheet == null) == (itemId == null)) {
                throw new IllegalArgumentException("must have one of datasheet and itemId");
            }
            if (number != null && itemId == null) {
                throw new IllegalArgumentException("must have a number only with an itemId");
            }
        }
    }
}
