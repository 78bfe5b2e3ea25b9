/** Background work that repeats on a thread of its own and outlives its failures. It touches nothing itself. */
@NullMarked
package dev.portcullis.platform.pulse;

import org.jspecify.annotations.NullMarked;
