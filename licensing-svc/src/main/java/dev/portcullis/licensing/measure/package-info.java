/**
 * Units of measure and their conversion, from the file {@code licenses/units.csv}. Owns no table and touches nothing: numbers in, numbers
 * out.
 */
@NullMarked
package dev.portcullis.licensing.measure;

import org.jspecify.annotations.NullMarked;
