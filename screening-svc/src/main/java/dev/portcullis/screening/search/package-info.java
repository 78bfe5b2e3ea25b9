/**
 * Finds kept parties by name. The words of their names are kept in the database beside what is within a slip of them, so that neither memory nor
 * time grow with the number of parties; the few that come into question are then compared as listed names are. Knows the table of parties, and not
 * their package, which asks here.
 */
@NullMarked
package dev.portcullis.screening.search;

import org.jspecify.annotations.NullMarked;
