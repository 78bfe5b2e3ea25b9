package dev.portcullis.classification.rules;

import org.jspecify.annotations.Nullable;

/**
 * A fact that rules ask for.
 *
 * @param label its name for people
 * @param unit the unit of a figure
 * @param field where a datasheet states it, as a JSON pointer
 * @param question what to ask a person who can find it out
 */
public record FactDefinition(String label, @Nullable String unit, String field, String question) {}
