/**
 * What the rules as data are held against: the same rules of one day as an engineer would write them by hand in Java, for speed.
 * Thresholds, paragraphs and words stand in the code here and nowhere else, because that is what is compared: the product keeps them in
 * its rule files.
 */
@NullMarked
package dev.portcullis.benchmarks.cascade;

import org.jspecify.annotations.NullMarked;
