/**
 * Takes in the compacted topics of other services: each fact once, by its version, and the age of the whole feed. It may touch
 * Kafka and the fact tables.
 */
@NullMarked
package dev.portcullis.platform.feed;

import org.jspecify.annotations.NullMarked;
