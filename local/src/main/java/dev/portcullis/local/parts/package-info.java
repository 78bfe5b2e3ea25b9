/**
 * The parts that the services stand on, without a container engine: PostgreSQL, Kafka and Keycloak, each started, stopped,
 * killed and restarted as processes of this machine's own. Owns their directories, ports and processes; knows nothing of the
 * services, and uses neither Quarkus nor the services' code.
 */
@NullMarked
package dev.portcullis.local.parts;

import org.jspecify.annotations.NullMarked;
