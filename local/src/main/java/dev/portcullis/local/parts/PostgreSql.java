package dev.portcullis.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * A PostgreSQL server that listens on the loopback address alone. Each database has an owner of the same name, whose password
 * is {@link #password}. The server asks for no password, whoever connects: for development only.
 */
public final class PostgreSql extends ProcessPart {
    private static final String ADMIN = "postgres";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final PostgreSqlBinaries binaries;
    private final Settings settings;
    private final Path data;

    /**
     * @param data the folder of the cluster, made where it is missing
     * @param logs the folder of {@code postgresql.log}
     * @param pids the folder of the pid file
     * @param port where to listen
     * @param durable false where a crash of the machine may take the data with it, as in tests
     */
    public record Settings(Path data, Path logs, Path pids, int port, boolean durable) {}

    public PostgreSql(Checkout checkout, Settings settings) {
        // SIGINT is the fast shutdown; SIGTERM would wait until the last client has gone.
        super("INT", STOP);
        this.binaries = PostgreSqlBinaries.unpacked(checkout);
        this.settings = settings;
        this.data = binaries.reachable(checkout, settings.data().toAbsolutePath());
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String address() {
        return "postgresql://127.0.0.1:" + settings.port();
    }

    /** Where the files of the cluster really are. */
    public Path data() {
        return data;
    }

    /** Address of a database for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:" + address() + "/" + database;
    }

    /** Address of a database for reactive clients. */
    public String reactiveUrl(String database) {
        return address() + "/" + database;
    }

    /** Password of a database's owner. */
    public String password(String database) {
        return database + "-dev";
    }

    @Override
    public void start() {
        if (isAlive()) {
            return;
        }
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                makeCluster();
            }
        } catch (IOException e) {
            throw new PartFailedException("Cannot make the folder of PostgreSQL: " + e.getMessage(), e);
        }
        awaitAnswer(launch(spec("postgresql", "postgres", serverArguments())));
    }

    /** Deletes the cluster and all in it; the server must not run. */
    public void deleteData() {
        if (isAlive()) {
            throw new IllegalStateException("PostgreSQL still runs on " + data);
        }
        Folders.delete(data);
    }

    /** Makes an empty database and its owner; a database of that name, and all in it, is gone. */
    public void recreateDatabase(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + checked(name) + " WITH (FORCE)");
            makeDatabase(statement, name);
        } catch (SQLException e) {
            throw new PartFailedException("Cannot make the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Makes a database and its owner where there is none of that name. */
    public void ensureDatabase(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + checked(name) + "'")) {
                makeDatabase(statement, name);
            }
        } catch (SQLException e) {
            throw new PartFailedException("Cannot make the database " + name + ": " + e.getMessage(), e);
        }
    }

    private void makeDatabase(Statement statement, String name) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + checked(name) + "'")) {
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password(name) + "'");
        }
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        return name;
    }

    private void makeCluster() throws IOException {
        // A cluster whose making was cut short has no PG_VERSION, or is not whole.
        Path partial = data.resolveSibling(data.getFileName() + ".partial");
        Folders.delete(partial);
        Folders.delete(data);
        binaries.makeFolder(partial);
        ChildProcess.run(
                spec(
                        "initdb",
                        "initdb",
                        List.of(
                                "-D",
                                partial.toString(),
                                "-U",
                                ADMIN,
                                "-A",
                                "trust",
                                "-E",
                                "UTF8",
                                "--locale-provider=builtin",
                                "--locale=C.UTF-8",
                                "--no-sync",
                                "--no-instructions")),
                START);
        Files.move(partial, data);
    }

    private List<String> serverArguments() {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
        List<String> options = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + settings.port(),
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=64MB",
                "log_checkpoints=off"));
        if (!settings.durable()) {
            options.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        options.forEach(option -> {
            arguments.add("-c");
            arguments.add(option);
        });
        return arguments;
    }

    private ChildProcess.Spec spec(String name, String program, List<String> arguments) {
        Path log = settings.logs().resolve("postgresql.log");
        return new ChildProcess.Spec(
                name,
                binaries.command(program, arguments),
                Map.of("LC_ALL", "C"),
                binaries.asNobody() ? Path.of("/") : settings.logs(),
                log,
                settings.pids());
    }

    private void awaitAnswer(ChildProcess started) {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            if (!started.isAlive()) {
                break;
            }
            try (Connection answered = connect()) {
                return;
            } catch (SQLException notYet) {
                Pause.briefly();
            }
        }
        String log = started.lastLines(20);
        kill();
        throw new PartFailedException(
                "PostgreSQL did not start on port " + settings.port() + "; its log ends:\n" + log);
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ADMIN);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        // The driver itself: DriverManager sees those of one class loader only, and tests have several.
        Connection connection = new Driver().connect(jdbcUrl(ADMIN), properties);
        if (connection == null) {
            throw new SQLException("Not an address of PostgreSQL: " + jdbcUrl(ADMIN));
        }
        return connection;
    }
}
