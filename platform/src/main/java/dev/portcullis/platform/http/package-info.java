/**
 * The HTTP edge itself: limits that hold before any resource is reached.
 */
@NullMarked
package dev.portcullis.platform.http;

import org.jspecify.annotations.NullMarked;
