/**
 * The rules of one day compiled to comparisons of small whole numbers, for when only the decision is needed and not its reasons. It
 * reads rules and facts; it must decide as the walk of {@code determination} does, and explains nothing.
 */
@NullMarked
package dev.portcullis.classification.program;

import org.jspecify.annotations.NullMarked;
