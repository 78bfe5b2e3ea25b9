/**
 * Entity tags from version numbers, and the preconditions that hang on them (RFC 9110, section 13).
 */
@NullMarked
package dev.portcullis.platform.etag;

import org.jspecify.annotations.NullMarked;
