/**
 * Figures in the words of the Commerce Control List's technical notes: total processing performance, performance density, memory
 * bandwidth density, training operations. Pure arithmetic on exact decimals; it knows no threshold and no entry.
 */
@NullMarked
package dev.portcullis.classification.technical;

import org.jspecify.annotations.NullMarked;
