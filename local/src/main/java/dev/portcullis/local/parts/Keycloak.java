package dev.portcullis.local.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A Keycloak with the realm {@code portcullis}, which listens on the loopback address alone.
 *
 * <p>The first start in a checkout takes most of a minute: Keycloak builds itself for its configuration, makes its database and
 * imports the realm. What comes of it is kept beside the unpacked server as a template, and each instance starts from a copy
 * in a data folder of its own, so several may run at a time. A changed realm file makes a new template, and gives an
 * instance a new copy at its next start.
 */
public final class Keycloak extends ProcessPart {
    private static final Duration FIRST_START = Duration.ofSeconds(300);
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(20);
    /** What Keycloak exits with when it has rebuilt itself and wants to be started again; see its {@code kc.sh}. */
    private static final int REBUILT = 10;

    private static final String DATABASE = "h2/keycloakdb";

    private final Checkout checkout;
    private final Settings settings;
    private final Path home;

    /**
     * @param data the folder of its database, made where it is missing
     * @param logs the folder of {@code keycloak.log}
     * @param pids the folder of the pid file
     * @param port where to listen
     */
    public record Settings(Path data, Path logs, Path pids, int port) {}

    public Keycloak(Checkout checkout, Settings settings) {
        super("TERM", STOP);
        this.checkout = checkout;
        this.settings = settings;
        this.home = Checkout.single(checkout.built().resolve("keycloak"), "keycloak-", "");
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + settings.port();
    }

    /** The realm's issuer, which is also where its OpenID configuration is found. */
    public String realmUrl() {
        return address() + "/realms/portcullis";
    }

    /** Whether the first, long start still lies ahead. */
    public boolean isUnprepared() {
        return !Files.exists(template());
    }

    @Override
    public void start() {
        if (isAlive()) {
            return;
        }
        prepare();
        takeTemplate();
        requireAnswer(launch(settings.data(), settings.port(), true, List.of()), settings.port(), START);
    }

    /** Makes the template where there is none for the realm file as it is; others wait meanwhile. */
    private void prepare() {
        if (!isUnprepared()) {
            return;
        }
        try (ExclusiveLock lock = ExclusiveLock.await(checkout.built().resolve("keycloak.lock"))) {
            if (!isUnprepared()) {
                return;
            }
            Path partial = template().resolveSibling("template.partial");
            Folders.delete(partial);
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.copy(realmFile(), imports.resolve("portcullis-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            int port = Ports.any();
            ChildProcess first = launch(partial, port, false, List.of("--import-realm"));
            if (!answered(first, port, FIRST_START)) {
                first.kill();
                requireAnswer(launch(partial, port, true, List.of("--import-realm")), port, FIRST_START);
            }
            stop();
            Files.move(partial, template(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailedException("Cannot prepare Keycloak: " + e.getMessage(), e);
        }
    }

    private void takeTemplate() {
        Path marker = settings.data().resolve("template");
        String wanted = template().getFileName().toString();
        try {
            if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
                return;
            }
            Folders.delete(settings.data().resolve("h2"));
            Folders.copy(template().resolve("h2"), settings.data().resolve("h2"));
            Files.writeString(marker, wanted);
        } catch (IOException e) {
            throw new PartFailedException("Cannot lay down Keycloak's data: " + e.getMessage(), e);
        }
    }

    private Path realmFile() {
        return checkout.root().resolve("local/src/main/resources/realm/portcullis-realm.json");
    }

    private Path template() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(realmFile()));
            digest.update(home.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            String name = HexFormat.of().formatHex(digest.digest(), 0, 8);
            return checkout.built().resolve("keycloak-template-" + name);
        } catch (IOException e) {
            throw new PartFailedException("Cannot read the realm file " + realmFile(), e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Starts the server's JVM as {@code kc.sh} would, without the shell and the second JVM between. */
    private ChildProcess launch(Path data, int port, boolean built, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Checkout.java(),
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000"));
        if (built) {
            command.add("-Dkc.config.built=true");
        }
        command.addAll(List.of(
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start-dev"));
        command.addAll(arguments);
        return launch(new ChildProcess.Spec(
                "keycloak",
                command,
                Map.of(
                        "KC_HTTP_HOST",
                        "127.0.0.1",
                        "KC_HTTP_PORT",
                        Integer.toString(port),
                        // One issuer, however the caller spells this host.
                        "KC_HOSTNAME",
                        "http://127.0.0.1:" + port,
                        "KC_DB_URL",
                        "jdbc:h2:file:" + data.toAbsolutePath().resolve(DATABASE) + ";NON_KEYWORDS=VALUE",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        "admin-dev"),
                home,
                settings.logs().resolve("keycloak.log"),
                settings.pids()));
    }

    private void requireAnswer(ChildProcess started, int port, Duration patience) {
        if (!answered(started, port, patience)) {
            throw failure(started, port);
        }
    }

    /** Waits until it answers; false where it has rebuilt itself and exited. */
    private boolean answered(ChildProcess started, int port, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        URI configuration =
                URI.create("http://127.0.0.1:" + port + "/realms/portcullis/.well-known/openid-configuration");
        while (started.isAlive() && System.nanoTime() < end) {
            if (answers(configuration)) {
                return true;
            }
            Pause.briefly();
        }
        if (!started.isAlive() && started.exitCode() == REBUILT) {
            return false;
        }
        throw failure(started, port);
    }

    private PartFailedException failure(ChildProcess started, int port) {
        String log = started.lastLines(20);
        kill();
        return new PartFailedException("Keycloak did not start on port " + port + "; its log ends:\n" + log);
    }

    private static boolean answers(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(30_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
