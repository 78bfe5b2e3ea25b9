/**
 * The HTTP edge itself: limits that hold before any resource is reached, and limits of what other servers answer.
 */
@NullMarked
package dev.portcullis.platform.http;

import org.jspecify.annotations.NullMarked;
