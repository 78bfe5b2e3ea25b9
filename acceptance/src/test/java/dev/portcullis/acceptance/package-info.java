/** The suite as its users see it: packaged services, real PostgreSQL, Kafka and Keycloak, and nothing but the public APIs. */
@NullMarked
package dev.portcullis.acceptance;

import org.jspecify.annotations.NullMarked;
