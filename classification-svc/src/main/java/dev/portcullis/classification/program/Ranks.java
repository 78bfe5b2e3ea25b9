package dev.portcullis.classification.program;

/**
 * A datasheet in ranks.
 *
 * @param values by slot
 * @param presumed whether what is not said is presumed
 * @param stated whether it states characteristics
 * @param aimed whether it is for other items, or does not say
 */
record Ranks(int[] values, boolean presumed, boolean stated, boolean aimed) {}
