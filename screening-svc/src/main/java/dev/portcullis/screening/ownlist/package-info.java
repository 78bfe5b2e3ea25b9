/**
 * Owns single entries on the company's own lists: two people put one on and two people take it off. The entries that are in force on the day
 * are one source of lists among the others: each change of them is an edition, taken in as any file is, so that parties are screened
 * against it, answers name it, and earlier ones stay for {@code asOf}.
 */
@NullMarked
package dev.portcullis.screening.ownlist;

import org.jspecify.annotations.NullMarked;
