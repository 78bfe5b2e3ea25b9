/**
 * The one pool of database connections that requests, relay and sequencer share, and how long anybody waits for one. Knows the
 * driver, and nothing of what is stored.
 */
@NullMarked
package dev.portcullis.platform.database;

import org.jspecify.annotations.NullMarked;
