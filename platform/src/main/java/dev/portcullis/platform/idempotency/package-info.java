/**
 * A POST that is sent again acts once: the answer is kept under the caller's Idempotency-Key in the same transaction as the effect.
 */
@NullMarked
package dev.portcullis.platform.idempotency;

import org.jspecify.annotations.NullMarked;
