/**
 * Owns what is known of who owns whom: the files that tell it, the stakes with their history, and the assessment of a party from them. Asks
 * {@code ownership} for what the law makes of it and {@code screening} for whom a name is like; of parties it reads what names they have.
 */
@NullMarked
package dev.portcullis.screening.stake;

import org.jspecify.annotations.NullMarked;
