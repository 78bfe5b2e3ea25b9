package dev.portcullis.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where things are in a checkout: what the build laid down, and where a running stack keeps its state.
 *
 * @param root the folder that holds the parent {@code pom.xml}
 */
public record Checkout(Path root) {
    /** Moves the state of {@code ./run} out of the checkout. */
    public static final String HOME_VARIABLE = "PORTCULLIS_HOME";

    /**
     * The checkout around the working directory.
     *
     * @throws IllegalStateException if there is none
     */
    public static Checkout find() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local/pom.xml")) && Files.exists(folder.resolve("contracts/pom.xml"))) {
                return new Checkout(folder);
            }
        }
        throw new IllegalStateException("No Portcullis checkout around " + here + ": run from inside one.");
    }

    /** Where the state of {@code ./run} is kept between runs. */
    public Path state() {
        String moved = System.getenv(HOME_VARIABLE);
        return moved == null || moved.isBlank()
                ? root.resolve(".local")
                : Path.of(moved).toAbsolutePath();
    }

    /** The build's output of this module. */
    public Path built() {
        return root.resolve("local/target");
    }

    /** The jars that the parts run on. */
    Path library() {
        return built().resolve("lib");
    }

    /** Class path of a process that runs a main class of this module. */
    String classPath() {
        return String.join(
                System.getProperty("path.separator"),
                built().resolve("classes").toString(),
                root.resolve("contracts/target/classes").toString(),
                library().resolve("*").toString());
    }

    /**
     * The one file in a folder whose name starts and ends as given.
     *
     * @throws IllegalStateException if there is none, with the command that brings it
     */
    static Path single(Path folder, String start, String end) {
        Path found = null;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                found = files.filter(file -> {
                            String name = file.getFileName().toString();
                            return name.startsWith(start) && name.endsWith(end);
                        })
                        .max(Path::compareTo)
                        .orElse(null);
            } catch (IOException e) {
                throw new IllegalStateException("Cannot read " + folder, e);
            }
        }
        return required(found, folder.resolve(start + "*" + end));
    }

    private static Path required(@Nullable Path found, Path wanted) {
        if (found == null) {
            throw new IllegalStateException(wanted + " is missing: run mvn -pl local -am process-classes");
        }
        return found;
    }

    static boolean onLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    static boolean onArm() {
        String architecture = System.getProperty("os.arch", "");
        return architecture.equals("aarch64") || architecture.equals("arm64");
    }

    /** The {@code java} that runs this process. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
