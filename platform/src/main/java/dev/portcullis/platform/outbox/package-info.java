/**
 * Carries committed events from the database to Kafka, in commit order and at least once, and says by heartbeats how far the
 * topics are complete. It may touch the outbox table and Kafka.
 */
@NullMarked
package dev.portcullis.platform.outbox;

import org.jspecify.annotations.NullMarked;
