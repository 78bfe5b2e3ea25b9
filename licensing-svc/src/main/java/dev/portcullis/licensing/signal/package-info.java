/**
 * What a signal touches of the things that this service owns or decides on: items, license lines, open releases, determinations and persons, and what
 * comes out differently for each on the signal's day. Owns the tables {@code signal} and {@code signal_impact}. A signal is a reason to look: nothing
 * here permits, holds or decides, and nothing that decides asks here.
 */
@NullMarked
package dev.portcullis.licensing.signal;

import org.jspecify.annotations.NullMarked;
