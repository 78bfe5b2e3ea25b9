package dev.portcullis.benchmarks.draws;

import dev.portcullis.local.parts.PostgreSql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The least that a durable draw can be: connections that each do UPDATE with a guard, INSERT and COMMIT, again and again. */
final class DriverLoop {
    private static final String DATABASE = "drawloop";

    private final PostgreSql server;

    DriverLoop(PostgreSql server) {
        this.server = server;
    }

    void prepare(int lines) throws SQLException {
        server.recreateDatabase(DATABASE);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table line (id integer primary key, authorized numeric not null,"
                    + " drawn numeric not null default 0 check (drawn <= authorized))");
            statement.execute(
                    "create table draw (reference text primary key, line integer not null, quantity numeric not null)");
            statement.execute("insert into line (id, authorized) select i, 1000000000 from generate_series(0, "
                    + (lines - 1) + ") i");
        }
    }

    /** Draws a second over some seconds. */
    double perSecond(int connections, int lines, int seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int number = i;
                running.add(threads.submit(() -> loop(number + "-" + start, new Random(number), lines, end)));
            }
            long draws = 0;
            for (Future<Long> one : running) {
                draws += one.get();
            }
            return draws / ((System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private long loop(String name, Random random, int lines, long end) throws SQLException {
        long draws = 0;
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(
                        "update line set drawn = drawn + 1 where id = ? and drawn + 1 <= authorized");
                PreparedStatement insert =
                        connection.prepareStatement("insert into draw (reference, line, quantity) values (?, ?, 1)")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                int line = random.nextInt(lines);
                update.setInt(1, line);
                if (update.executeUpdate() != 1) {
                    throw new SQLException("the loop is out of balance");
                }
                insert.setString(1, name + "-" + draws);
                insert.setInt(2, line);
                insert.executeUpdate();
                connection.commit();
                draws++;
            }
        }
        return draws;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(DATABASE), DATABASE, server.password(DATABASE));
    }
}
