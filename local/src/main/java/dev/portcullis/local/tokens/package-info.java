/**
 * Tokens of the development realm, fetched as a gateway, an HR system or a person at a terminal would. Knows the realm's
 * conventions for passwords, secrets and audiences; used by the tests and the main job, never by a service.
 */
@NullMarked
package dev.portcullis.local.tokens;

import org.jspecify.annotations.NullMarked;
