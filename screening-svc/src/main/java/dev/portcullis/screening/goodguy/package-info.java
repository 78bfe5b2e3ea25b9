/**
 * Owns the good-guy list: names that two people have found to be somebody else than the entries that they are like. The rule is that of cases, for
 * several entries at once and also for names that no kept party has. It acts in every screening and is told in each answer.
 */
@NullMarked
package dev.portcullis.screening.goodguy;

import org.jspecify.annotations.NullMarked;
