package dev.portcullis.local.testing;

import dev.portcullis.contracts.Topics;
import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.parts.Folders;
import dev.portcullis.local.parts.Kafka;
import dev.portcullis.local.parts.Keycloak;
import dev.portcullis.local.parts.Leftovers;
import dev.portcullis.local.parts.Part;
import dev.portcullis.local.parts.Parts;
import dev.portcullis.local.parts.Ports;
import dev.portcullis.local.parts.PostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this JVM's tests.
 *
 * <p>Invariant: one set of servers a JVM, though Quarkus may load this class more than once, in class loaders of their own.
 * So what runs where is kept in system properties, of which there is one set a JVM.
 */
final class TestServers {
    private static final String PREFIX = "portcullis.testing.";
    private static final List<String> TOPICS = List.of(
            Topics.ITEMS,
            Topics.PARTIES,
            Topics.PERSONS,
            Topics.DETERMINATIONS,
            Topics.LICENSES,
            Topics.RELEASES,
            Topics.SIGNALS,
            Topics.CASES);

    private final Checkout checkout;
    private final Path folder;

    /** An empty database and its owner of the same name. */
    record Database(String name, String password, String jdbcUrl, String reactiveUrl) {}

    private TestServers(Checkout checkout) {
        this.checkout = checkout;
        this.folder =
                stacks(checkout).resolve(Long.toString(ProcessHandle.current().pid()));
    }

    /** The servers, started where they do not run yet. */
    static TestServers running(boolean kafka, boolean keycloak) {
        // Shared by all loaders of this class, as the lock must be.
        synchronized (System.class) {
            TestServers servers = new TestServers(Checkout.find());
            servers.startMissing(kafka, keycloak);
            return servers;
        }
    }

    /** @throws IllegalStateException if no Keycloak was started in this JVM */
    static String runningRealmUrl() {
        String port = System.getProperty(PREFIX + "keycloak");
        if (port == null) {
            throw new IllegalStateException(
                    "No Keycloak runs: annotate a test class with @QuarkusTestResource(PortcullisStack.class)");
        }
        return "http://127.0.0.1:" + port + "/realms/portcullis";
    }

    String realmUrl() {
        return runningRealmUrl();
    }

    String kafkaAddress() {
        return "127.0.0.1:" + System.getProperty(PREFIX + "kafka");
    }

    Database emptyDatabase() {
        int number = Integer.getInteger(PREFIX + "databases", 0) + 1;
        System.setProperty(PREFIX + "databases", Integer.toString(number));
        String name = "test" + number;
        PostgreSql server = new PostgreSql(checkout, postgreSql(port("postgresql")));
        server.recreateDatabase(name);
        return new Database(name, server.password(name), server.jdbcUrl(name), server.reactiveUrl(name));
    }

    /** Takes away what an earlier application under test left in the topics. */
    void emptyTopics() {
        if (System.getProperty(PREFIX + "topics-used") != null) {
            TestTopics.recreate(kafkaAddress(), TOPICS);
        }
        System.setProperty(PREFIX + "topics-used", "true");
    }

    private void startMissing(boolean withKafka, boolean withKeycloak) {
        boolean first = System.getProperty(PREFIX + "postgresql") == null;
        if (first) {
            removeStacksOfDeadProcesses(checkout);
        }
        List<Part> starting = new ArrayList<>();
        if (first) {
            starting.add(new PostgreSql(checkout, postgreSql(newPort("postgresql"))));
        }
        if (withKafka && System.getProperty(PREFIX + "kafka") == null) {
            starting.add(new Kafka(
                    checkout, new Kafka.Settings(folder.resolve("kafka"), logs(), pids(), newPort("kafka"), TOPICS)));
        }
        if (withKeycloak && System.getProperty(PREFIX + "keycloak") == null) {
            starting.add(new Keycloak(
                    checkout, new Keycloak.Settings(folder.resolve("keycloak"), logs(), pids(), newPort("keycloak"))));
        }
        if (!starting.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(starting), "portcullis-test-servers"));
            Parts.start(starting, part -> {});
        }
    }

    private void end(List<Part> parts) {
        // Nobody reads their data again: no reason to let them say goodbye.
        parts.forEach(Part::kill);
        if (Leftovers.none(pids())) {
            delete(checkout, folder);
        }
    }

    private PostgreSql.Settings postgreSql(int port) {
        return postgreSql(folder, port);
    }

    private static PostgreSql.Settings postgreSql(Path folder, int port) {
        return new PostgreSql.Settings(
                folder.resolve("postgresql"), folder.resolve("logs"), folder.resolve("pids"), port, false);
    }

    private static void delete(Checkout checkout, Path folder) {
        // Its data may lie elsewhere than where it was asked for.
        new PostgreSql(checkout, postgreSql(folder, 0)).deleteData();
        Folders.delete(folder);
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    private Path pids() {
        return folder.resolve("pids");
    }

    private static int newPort(String part) {
        int port = Ports.any();
        System.setProperty(PREFIX + part, Integer.toString(port));
        return port;
    }

    private static int port(String part) {
        return Integer.getInteger(PREFIX + part, 0);
    }

    private static Path stacks(Checkout checkout) {
        return checkout.built().resolve("test-stacks");
    }

    private static void removeStacksOfDeadProcesses(Checkout checkout) {
        Path stacks = stacks(checkout);
        if (!Files.isDirectory(stacks)) {
            return;
        }
        try (Stream<Path> folders = Files.list(stacks)) {
            for (Path stack : folders.toList()) {
                if (!lives(stack.getFileName().toString())) {
                    Leftovers.reap(stack.resolve("pids"));
                    delete(checkout, stack);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean lives(@Nullable String pid) {
        try {
            return pid != null
                    && ProcessHandle.of(Long.parseLong(pid))
                            .filter(ProcessHandle::isAlive)
                            .isPresent();
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }
}
