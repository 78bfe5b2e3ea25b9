/**
 * Evidence of facts: entered by one, verified by another, asked for again before it expires; and the guard that keeps the asking the same
 * for everybody in a role, whatever their nationality (8 U.S.C. 1324b). No image of a document is kept, and nothing of Form I-9 comes here.
 */
@NullMarked
package dev.portcullis.personnel.evidence;

import org.jspecify.annotations.NullMarked;
