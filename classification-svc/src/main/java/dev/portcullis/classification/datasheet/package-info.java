/**
 * What the owner of an item states about it: typed technical parameters with unit, provenance and source, immutable once numbered.
 * Values only; it draws no conclusion about export control and knows neither control list nor storage.
 */
@NullMarked
package dev.portcullis.classification.datasheet;

import org.jspecify.annotations.NullMarked;
