/**
 * Owns what two people decide of a hit: whether a party is the listed one that its name is like, for which reasons, on what evidence and for how long.
 * Pure: a case is a value, each step of it a function of the case, who acts and when. It knows entries of lists and nothing of how they are found
 * or kept.
 */
@NullMarked
package dev.portcullis.screening.cases;

import org.jspecify.annotations.NullMarked;
