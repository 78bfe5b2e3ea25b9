/** A small service in the tests: enough of one to exercise the platform from outside. */
@NullMarked
package dev.portcullis.platform.thing;

import org.jspecify.annotations.NullMarked;
