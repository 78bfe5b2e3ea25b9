package dev.portcullis.licensing.license;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Whatever runs a statement in the transaction that is under way: a session of Hibernate, or a connection of the driver's pool. Each
 * statement takes one JSON document, {@code :document}, and answers with one JSON text, so that both run the same statements.
 */
@FunctionalInterface
interface Statements {
    Uni<String> ask(String statement, String document);

    /** In the session of the caller. */
    static Statements ofSession() {
        return (statement, document) -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement, String.class)
                        .setParameter("document", document)
                        .getSingleResult());
    }

    /** On a connection. */
    static Statements on(SqlConnection connection) {
        return (statement, document) -> connection
                .preparedQuery(statement.replace(":document", "$1"))
                .execute(Tuple.of(document))
                .map(rows -> rows.iterator().next().getString(0));
    }
}
