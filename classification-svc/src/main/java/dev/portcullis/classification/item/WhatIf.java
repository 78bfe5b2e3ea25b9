package dev.portcullis.classification.item;

import dev.portcullis.classification.datasheet.Datasheet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A datasheet to classify without storing anything.
 *
 * @param asOf the day of law; today where absent
 * @param datasheet the facts
 */
public record WhatIf(
        @Nullable LocalDate asOf, @NotNull @Valid Datasheet datasheet) {}
