package dev.portcullis.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgreSqlTest {
    @TempDir
    Path folder;

    private PostgreSql started;

    @AfterEach
    void deleteData() {
        started.deleteData();
    }

    @Test
    void a_killed_server_starts_again_with_all_that_was_committed() throws SQLException {
        try (PostgreSql postgreSql = new PostgreSql(Checkout.find(), settings())) {
            started = postgreSql;
            postgreSql.start();
            postgreSql.recreateDatabase("licensing");
            execute(postgreSql, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)");

            postgreSql.kill();
            assertThat(postgreSql.isAlive()).isFalse();
            postgreSql.start();
            postgreSql.ensureDatabase("licensing");

            assertThat(number(postgreSql, "SELECT n FROM kept")).isEqualTo(42);
        }
    }

    @Test
    void a_recreated_database_is_empty_and_its_owner_may_add_the_extensions_that_the_services_use()
            throws SQLException {
        try (PostgreSql postgreSql = new PostgreSql(Checkout.find(), settings())) {
            started = postgreSql;
            postgreSql.start();
            postgreSql.recreateDatabase("licensing");
            execute(postgreSql, "CREATE TABLE gone (n int)");
            postgreSql.recreateDatabase("licensing");

            execute(postgreSql, "CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION pgcrypto");
            assertThat(number(postgreSql, "SELECT count(*) FROM pg_tables WHERE tablename = 'gone'"))
                    .isZero();
            assertThatThrownBy(() -> postgreSql.recreateDatabase("x; DROP ROLE licensing"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private PostgreSql.Settings settings() {
        return new PostgreSql.Settings(
                folder.resolve("data"), folder.resolve("logs"), folder.resolve("pids"), Ports.any(), true);
    }

    private static Connection connect(PostgreSql postgreSql) throws SQLException {
        return DriverManager.getConnection(
                postgreSql.jdbcUrl("licensing"), "licensing", postgreSql.password("licensing"));
    }

    private static void execute(PostgreSql postgreSql, String sql) throws SQLException {
        try (Connection connection = connect(postgreSql);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(PostgreSql postgreSql, String query) throws SQLException {
        try (Connection connection = connect(postgreSql);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
