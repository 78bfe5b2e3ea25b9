/**
 * Know-Your-Customer red flags (Supplement No. 3 to 15 CFR Part 732): who has seen what on which party, item, destination or order,
 * and why it no longer stands. Owns the table {@code red_flag}; what follows from a flag is the walk's.
 */
@NullMarked
package dev.portcullis.licensing.redflag;

import org.jspecify.annotations.NullMarked;
