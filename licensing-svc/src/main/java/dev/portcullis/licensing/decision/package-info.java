/**
 * Asks for a determination and keeps it: the transaction as told, the facts in their versions, the law of a day, and each step
 * of the walk. Owns the tables {@code determination} and {@code determination_input}; holds no rule of law itself.
 */
@NullMarked
package dev.portcullis.licensing.decision;

import org.jspecify.annotations.NullMarked;
