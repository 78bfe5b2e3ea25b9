package dev.portcullis.licensing.license;

import io.smallrye.mutiny.Uni;

/**
 * Whatever runs a statement in the transaction that is under way: a session of Hibernate, or a connection of the driver's pool. Each
 * statement takes one JSON document, {@code :document}, and answers with one JSON text, so that both run the same statements.
 */
@FunctionalInterface
interface Statements {
    Uni<String> ask(String statement, String document);
}
