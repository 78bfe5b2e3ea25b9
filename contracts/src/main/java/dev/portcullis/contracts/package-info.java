/**
 * The words that cross the wire: one event record a topic and the value types that they share.
 *
 * <p>This package holds data only. It knows no framework, does no I/O and states no rule of export law. Records refuse
 * what could never be true (a blank id, a version below one), so that a consumer that can read an event can trust its
 * shape; fields that a newer producer adds are ignored.
 */
@NullMarked
package dev.portcullis.contracts;

import org.jspecify.annotations.NullMarked;
