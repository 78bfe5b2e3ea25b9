package dev.portcullis.licensing.replay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Does what only somebody with the database's owner's rights can: changes what was decided. */
final class Tampering {
    private Tampering() {}

    /** Runs a statement as if the table had no triggers; it must change one row. */
    static void with(String table, String statement) throws SQLException {
        try (Connection connection = connection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("alter table " + table + " disable trigger user");
            int changed = sql.executeUpdate(statement);
            sql.execute("alter table " + table + " enable trigger user");
            if (changed != 1) {
                throw new IllegalStateException("the statement changed " + changed + " rows");
            }
            connection.commit();
        }
    }

    static long number(String query) throws SQLException {
        try (Connection connection = connection();
                Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Keeps everybody from what determinations were computed from, until it is closed. */
    static Lock inputs() throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("lock table determination_input in access exclusive mode");
        }
        return new Lock(connection);
    }

    record Lock(Connection connection) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    private static Connection connection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
