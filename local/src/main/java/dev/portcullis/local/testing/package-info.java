/**
 * What the services' tests stand on: one real PostgreSQL, Kafka and Keycloak for all tests of a JVM, and real tokens. Reaches
 * the services through their configuration alone.
 */
@NullMarked
package dev.portcullis.local.testing;

import org.jspecify.annotations.NullMarked;
