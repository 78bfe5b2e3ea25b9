package dev.portcullis.local.stack;

import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.parts.PartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the build puts the services, and how each is started. */
final class Packages {
    private Packages() {}

    /** @throws PartFailedException if the service was not built in that form, with the command that builds it */
    static List<String> command(Checkout checkout, Service service, LocalStack.Form form) {
        Path target = checkout.root().resolve(service.id()).resolve("target");
        return form == LocalStack.Form.NATIVE ? nativeCommand(service, target) : jvmCommand(service, target);
    }

    private static List<String> jvmCommand(Service service, Path target) {
        Path jar = target.resolve("quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new PartFailedException(
                    jar + " is missing: run mvn -pl " + service.id() + " -am package -DskipTests");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-jar",
                jar.toString());
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
