/**
 * The SCIM 2.0 edge (RFC 7643, RFC 7644) over which HR systems keep persons in step. It reads messages against its schemas, changes
 * attributes, and hands canonical attributes to the persons. A message that cannot be applied exactly is refused whole; no error
 * repeats a value that was sent.
 */
@NullMarked
package dev.portcullis.personnel.scim;

import org.jspecify.annotations.NullMarked;
