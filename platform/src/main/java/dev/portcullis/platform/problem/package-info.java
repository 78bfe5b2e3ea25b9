/**
 * Errors as RFC 9457 problem documents: a stable type, what to do, and the field by JSON pointer. Nothing of the inside leaks.
 */
@NullMarked
package dev.portcullis.platform.problem;

import org.jspecify.annotations.NullMarked;
