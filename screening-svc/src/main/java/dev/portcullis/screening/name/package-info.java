/**
 * Owns how a name is read: to Latin letters, without marks and punctuation, split into words, with its legal form told
 * apart. Pure functions from text to {@link dev.portcullis.screening.name.NormalizedName}; the only files it touches are
 * the word lists that ship with the service. It knows nothing of lists, parties or scores.
 */
@NullMarked
package dev.portcullis.screening.name;

import org.jspecify.annotations.NullMarked;
