/**
 * Takes in who owns the parties, by file and by hand, keeps the parties that a change reaches assessed, and answers who owns a party and what
 * follows. It asks {@code stake} for what is told and {@code party} for the parties, raises a {@code signal} where a party stands otherwise by it, and is asked by nobody.
 */
@NullMarked
package dev.portcullis.screening.owner;

import org.jspecify.annotations.NullMarked;
