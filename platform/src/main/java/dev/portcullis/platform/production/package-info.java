/**
 * Keeps a production start from going into service with settings that only suit a developer's machine.
 */
@NullMarked
package dev.portcullis.platform.production;

import org.jspecify.annotations.NullMarked;
