/**
 * What persons may ask about themselves, and how long they are kept: holds, erasure with its certificate, a copy of all that is held, who
 * looked at it. It reads what other packages keep and changes nothing of it but by erasing a person.
 */
@NullMarked
package dev.portcullis.personnel.subject;

import org.jspecify.annotations.NullMarked;
