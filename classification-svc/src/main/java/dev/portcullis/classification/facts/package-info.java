/**
 * A datasheet as the rules see it: its facts by name, derived by the formulas of the technical notes, and the logic of three values
 * in which criteria are answered where facts are missing. It asks no criterion and knows no entry.
 */
@NullMarked
package dev.portcullis.classification.facts;

import org.jspecify.annotations.NullMarked;
