package dev.portcullis.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** What a failure says of the database. In either case the transaction was rolled back whole, and nothing was done. */
final class DatabaseFaults {
    /** Lock not available, deadlock detected, serialization failure, too many connections (PostgreSQL, appendix A). */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001", "53300");

    private DatabaseFaults() {}

    /** Too many want the same at once: the same request may succeed a moment later. */
    static boolean isCongestion(Throwable e) {
        if (BUSY.contains(state(e)) || ProblemMappers.cause(e, ConnectionPoolTooBusyException.class) != null) {
            return true;
        }
        // What the pool says to whom it could give no connection in time; it has no type of its own.
        NoStackTraceThrowable plain = ProblemMappers.cause(e, NoStackTraceThrowable.class);
        return plain != null && "Timeout".equals(plain.getMessage());
    }

    /** The database is away: classes 08 (connection) and 57P (shutting down, starting up), or no word at all. */
    static boolean isOutage(Throwable e) {
        String state = state(e);
        if (!state.isEmpty()) {
            return state.startsWith("08") || state.startsWith("57P");
        }
        // What cannot be read or written as JSON is an IOException to Jackson, and our own fault.
        IOException broken = ProblemMappers.cause(e, IOException.class);
        return (broken != null && !(broken instanceof JsonProcessingException))
                || ProblemMappers.cause(e, TimeoutException.class) != null;
    }

    /** As the driver tells it, or Hibernate, which puts an exception of its own in the driver's place; empty where nobody does. */
    private static String state(Throwable e) {
        PgException driver = ProblemMappers.cause(e, PgException.class);
        SQLException hibernate = driver == null ? ProblemMappers.cause(e, SQLException.class) : null;
        String state = driver != null ? driver.getSqlState() : hibernate != null ? hibernate.getSQLState() : null;
        return state == null ? "" : state;
    }
}
