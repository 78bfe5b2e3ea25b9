/**
 * Cursor pagination: a page, an opaque cursor to the next one, and nothing that counts.
 */
@NullMarked
package dev.portcullis.platform.paging;

import org.jspecify.annotations.NullMarked;
