/**
 * Owns the comparison of names with the entries of a list edition: the immutable index and the matcher, which explains each
 * hit word by word. Pure: it reads entries and names and touches nothing else; the profile with the figures is a data file.
 */
@NullMarked
package dev.portcullis.screening.match;

import org.jspecify.annotations.NullMarked;
