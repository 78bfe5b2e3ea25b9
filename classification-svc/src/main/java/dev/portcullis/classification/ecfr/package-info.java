/**
 * Reads the control list from the texts that it is published in: the facts of an entry from its lines, and the entries from the
 * official XML. Pure: text in, entries out; it keeps nothing and asks nobody.
 */
@NullMarked
package dev.portcullis.classification.ecfr;

import org.jspecify.annotations.NullMarked;
