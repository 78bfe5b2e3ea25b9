/**
 * Digests of texts and files. Knows no framework, so that the pure middle of a service may use it.
 */
@NullMarked
package dev.portcullis.platform.digest;

import org.jspecify.annotations.NullMarked;
