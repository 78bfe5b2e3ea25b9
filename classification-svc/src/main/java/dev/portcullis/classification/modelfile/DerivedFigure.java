package dev.portcullis.classification.modelfile;

import java.math.BigDecimal;

/**
 * A figure of a drafted datasheet and where it comes from.
 *
 * @param field of the datasheet, by JSON pointer
 * @param value the figure
 * @param basis from what it was derived, in words
 */
public record DerivedFigure(String field, BigDecimal value, String basis) {}
