/**
 * What the other services have told: items, parties and persons, each with its version and the age of its feed. Reads the
 * feeds of the platform and nothing else; it states no rule of law.
 */
@NullMarked
package dev.portcullis.licensing.facts;

import org.jspecify.annotations.NullMarked;
