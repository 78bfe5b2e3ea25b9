package dev.portcullis.local.stack;

import dev.portcullis.contracts.Topics;
import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.parts.ExclusiveLock;
import dev.portcullis.local.parts.Folders;
import dev.portcullis.local.parts.Kafka;
import dev.portcullis.local.parts.Keycloak;
import dev.portcullis.local.parts.Leftovers;
import dev.portcullis.local.parts.Part;
import dev.portcullis.local.parts.PartFailedException;
import dev.portcullis.local.parts.Parts;
import dev.portcullis.local.parts.Ports;
import dev.portcullis.local.parts.PostgreSql;
import dev.portcullis.local.tokens.TokenSource;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The suite on this machine. Each part and each service can be killed and started again on its own, with its port and its data.
 * Not safe for use by several threads at once.
 *
 * <p>Invariant: at most one stack runs in a state folder; a second one is refused.
 */
public final class LocalStack implements AutoCloseable {
    private static final int POSTGRESQL_PORT = 15432;
    private static final int KAFKA_PORT = 19092;
    private static final int KEYCLOAK_PORT = 8180;
    /** The topics, all of them compacted here: on one machine nothing is old. */
    public static final List<String> TOPICS = List.of(
            Topics.ITEMS,
            Topics.PARTIES,
            Topics.PERSONS,
            Topics.DETERMINATIONS,
            Topics.LICENSES,
            Topics.RELEASES,
            Topics.SIGNALS,
            Topics.CASES);

    private final Settings settings;
    private final Listener listener;
    private final ExclusiveLock lock;
    private final PostgreSql postgreSql;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final SigningKeys keys;
    private @Nullable TokenSource tokens;

    /**
     * @param checkout holds the built services
     * @param state the folder of all data, logs and pid files
     * @param form how the services run
     * @param keepData whether databases and topics of the last run are kept
     * @param usualPorts whether to take the documented ports where they are free; else any
     */
    public record Settings(Checkout checkout, Path state, Form form, boolean keepData, boolean usualPorts) {
        Path logs() {
            return state.resolve("logs");
        }

        Path pids() {
            return state.resolve("pids");
        }
    }

    /** How the services run. */
    public enum Form {
        JVM,
        NATIVE
    }

    /** Hears of what happens, from several threads. */
    public interface Listener {
        /** Something that a person should know. */
        void note(String message);

        /** A server begins to start. */
        void starting(String name);

        /** A server answers. */
        void ready(String name, String address);
    }

    /** @throws PartFailedException if another stack runs in the state folder */
    public LocalStack(Settings settings, Listener listener) {
        this.settings = settings;
        this.listener = listener;
        Path lockFile = settings.state().resolve("lock");
        this.lock = ExclusiveLock.attempt(lockFile)
                .orElseThrow(() -> new PartFailedException("Another run uses " + settings.state() + ". Stop it, or set "
                        + Checkout.HOME_VARIABLE + " to another folder."));
        List<String> left = Leftovers.reap(settings.pids());
        if (!left.isEmpty()) {
            listener.note("Stopped what an earlier run had left behind: " + String.join(", ", left));
        }
        if (!settings.keepData()) {
            Folders.delete(settings.state().resolve("kafka"));
        }
        Folders.delete(settings.logs());
        Checkout checkout = settings.checkout();
        Path state = settings.state();
        this.postgreSql = new PostgreSql(
                checkout,
                new PostgreSql.Settings(
                        state.resolve("postgresql"),
                        settings.logs(),
                        settings.pids(),
                        port("PostgreSQL", POSTGRESQL_PORT),
                        true));
        this.kafka = new Kafka(
                checkout,
                new Kafka.Settings(
                        state.resolve("kafka"), settings.logs(), settings.pids(), port("Kafka", KAFKA_PORT), TOPICS));
        this.keycloak = new Keycloak(
                checkout,
                new Keycloak.Settings(
                        state.resolve("keycloak"), settings.logs(), settings.pids(), port("Keycloak", KEYCLOAK_PORT)));
        this.keys = new SigningKeys(state.resolve("keys"));
        for (Service service : Service.values()) {
            services.put(service, process(service, keys.privateKey(service)));
        }
    }

    /**
     * Starts everything and returns when every service is ready.
     *
     * @throws PartFailedException if something does not start; nothing is left running then
     */
    public void start() {
        start(EnumSet.allOf(Service.class));
    }

    /**
     * Starts the servers and some services alone, and returns when those are ready: for what needs no more of the suite.
     *
     * @throws PartFailedException if something does not start; nothing is left running then
     */
    public void start(Set<Service> only) {
        try {
            if (keycloak.isUnprepared()) {
                listener.note("Keycloak builds itself and imports the realm: once, up to a minute or two.");
            }
            startTogether(List.of(postgreSql, kafka, keycloak));
            for (Service service : only) {
                if (settings.keepData()) {
                    postgreSql.ensureDatabase(service.database());
                } else {
                    postgreSql.recreateDatabase(service.database());
                }
            }
            startTogether(only.stream().map(this::service).toList());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Lets the next start of each service be faster; takes some seconds. */
    public void recordClasses() throws InterruptedException {
        for (ServiceProcess service : services.values()) {
            service.recordClasses();
        }
    }

    /** Stops everything: the services first, then what they stand on. */
    @Override
    public void close() {
        Parts.stop(new ArrayList<>(services.values()));
        Parts.stop(List.of(keycloak, kafka, postgreSql));
        lock.close();
    }

    public PostgreSql postgreSql() {
        return postgreSql;
    }

    public Kafka kafka() {
        return kafka;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    public ServiceProcess service(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** Tokens of its realm. */
    public synchronized TokenSource tokens() {
        if (tokens == null) {
            tokens = new TokenSource(keycloak.realmUrl());
        }
        return tokens;
    }

    /** The key by which an auditor verifies a service's ledger; not asked of the service. */
    public PublicKey ledgerKey(Service service) {
        return keys.publicKey(service);
    }

    /** The folder of the logs. */
    public Path logs() {
        return settings.logs();
    }

    /** The first process that has ended by itself, as a message with the end of its log; nothing while all live. */
    public @Nullable String firstDeath() {
        for (ServiceProcess service : services.values()) {
            if (!service.isAlive()) {
                return service.name() + " has ended. Its log ends:\n" + service.lastLines();
            }
        }
        for (Part part : List.of(postgreSql, kafka, keycloak)) {
            if (!part.isAlive()) {
                return part.name() + " has ended; its log is in " + logs();
            }
        }
        return null;
    }

    private void startTogether(List<? extends Part> parts) {
        parts.forEach(part -> listener.starting(part.name()));
        Consumer<Part> ready = part -> listener.ready(part.name(), part.address());
        Parts.start(parts, ready);
    }

    private ServiceProcess process(Service service, String signingKey) {
        int port = port(service.id(), service.usualPort());
        return new ServiceProcess(
                service,
                new ServiceProcess.Settings(
                        Packages.program(settings.checkout(), service, settings.form()),
                        Packages.environment(service, port, postgreSql, kafka, keycloak.realmUrl(), signingKey),
                        port,
                        settings.logs(),
                        settings.pids()));
    }

    private int port(String name, int usual) {
        if (!settings.usualPorts()) {
            return Ports.any();
        }
        int port = Ports.preferably(usual);
        if (port != usual) {
            listener.note("Port " + usual + " is taken by another program: " + name + " takes " + port + ".");
        }
        return port;
    }
}
