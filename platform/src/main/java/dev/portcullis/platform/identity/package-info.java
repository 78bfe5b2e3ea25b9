/**
 * Who calls: the realm's roles and the caller behind the bearer token.
 */
@NullMarked
package dev.portcullis.platform.identity;

import org.jspecify.annotations.NullMarked;
