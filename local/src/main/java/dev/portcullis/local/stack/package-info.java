/**
 * The whole suite on this machine: the parts and the four services, each a process of its own that can be stopped, killed and
 * started again. Owns the services' command lines, environment, ports and keys; reaches them by their public addresses alone.
 */
@NullMarked
package dev.portcullis.local.stack;

import org.jspecify.annotations.NullMarked;
