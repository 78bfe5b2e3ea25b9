/**
 * Opaque identifiers that sort by the time of their making.
 */
@NullMarked
package dev.portcullis.platform.id;

import org.jspecify.annotations.NullMarked;
