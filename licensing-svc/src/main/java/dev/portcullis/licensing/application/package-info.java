/**
 * Applications for licenses, from the determination that asks for one to the answer of BIS: the work package of BIS-748P with every block
 * filled or asked for, four eyes, states, and the dates that the law sets. Owns the table {@code application}; submits nothing itself and
 * records no license: it names the one that was granted.
 */
@NullMarked
package dev.portcullis.licensing.application;

import org.jspecify.annotations.NullMarked;
