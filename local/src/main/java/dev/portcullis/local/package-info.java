/**
 * {@code ./run}: reads the command line, starts the suite on this machine with its progress in sight, runs the main job on it
 * and stays up, or stops, as it was told. Holds no rules and no addresses of its own.
 */
@NullMarked
package dev.portcullis.local;

import org.jspecify.annotations.NullMarked;
