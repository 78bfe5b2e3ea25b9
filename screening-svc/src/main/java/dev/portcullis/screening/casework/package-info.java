/**
 * Owns what people do to cases: the steps over HTTP, who may take them, deadlines and clearances that run out. Each step is taken under the lock of
 * the party that it is about, and a decision screens the party again in its own transaction, so that the gate hears of both or of neither.
 */
@NullMarked
package dev.portcullis.screening.casework;

import org.jspecify.annotations.NullMarked;
