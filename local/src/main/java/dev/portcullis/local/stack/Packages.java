package dev.portcullis.local.stack;

import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.parts.Kafka;
import dev.portcullis.local.parts.PartFailedException;
import dev.portcullis.local.parts.PostgreSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the build puts the services, and how each is started. */
public final class Packages {
    private Packages() {}

    /**
     * How a service is started.
     *
     * @param command the program and its arguments
     * @param directory where: the class archive of a JVM finds its jars by paths that are relative to it
     */
    public record Program(List<String> command, Path directory) {
        public Program {
            command = List.copyOf(command);
        }
    }

    /** @throws PartFailedException if the service was not built in that form, with the command that builds it */
    public static Program program(Checkout checkout, Service service, LocalStack.Form form) {
        Path target = checkout.root().resolve(service.id()).resolve("target");
        return form == LocalStack.Form.NATIVE
                ? new Program(nativeCommand(service, target), target)
                : jvmProgram(service, target.resolve("quarkus-app"));
    }

    /**
     * The configuration that a service of the development stack reads from its environment.
     *
     * @param realm the realm's issuer
     * @param signingKey of its ledger, base64 PKCS#8
     */
    public static Map<String, String> environment(
            Service service, int port, PostgreSql postgreSql, Kafka kafka, String realm, String signingKey) {
        String database = service.database();
        return Map.ofEntries(
                Map.entry("QUARKUS_PROFILE", "local"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", postgreSql.reactiveUrl(database)),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", postgreSql.jdbcUrl(database)),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", postgreSql.password(database)),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", kafka.address()),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", realm),
                // For the one service that keeps groups in the realm.
                Map.entry("QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL", realm.substring(0, realm.indexOf("/realms/"))),
                Map.entry("PORTCULLIS_LEDGER_SIGNING_KEY", signingKey));
    }

    private static Program jvmProgram(Service service, Path application) {
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new PartFailedException(application + " holds no quarkus-run.jar: run mvn -pl " + service.id()
                    + " -am package -DskipTests");
        }
        List<String> command = new ArrayList<>(
                List.of(Checkout.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xmn64m"));
        command.addAll(ClassArchive.options(application));
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return new Program(command, application);
    }

    private static List<String> nativeCommand(Service service, Path target) {
        return List.of(nativeExecutable(target)
                .orElseThrow(() -> new PartFailedException("No native executable of " + service.id() + " in " + target
                        + ": set GRAALVM_HOME and run ./run --native, which builds it"))
                .toString());
    }

    private static Optional<Path> nativeExecutable(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            throw new PartFailedException("Cannot read " + target, e);
        }
    }
}
