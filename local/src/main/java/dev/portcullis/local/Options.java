package dev.portcullis.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code ./run}.
 *
 * @param once whether to stop after the main job, with its verdict as exit code
 * @param nativeExecutables whether the services run as native executables
 * @param keep whether the last run's data is kept; the main job is not run on it again
 * @param screeningList a whole Consolidated Screening List instead of the excerpt; absent for the excerpt
 * @param help whether to explain and do nothing
 */
record Options(
        boolean once,
        boolean nativeExecutables,
        boolean keep,
        @Nullable Path screeningList,
        boolean help) {
    static final String USAGE = """
            Usage: ./run [options]

            Starts PostgreSQL, Kafka, Keycloak and the four services on this machine, runs the main
            job through their public APIs, prints its decisions, and stays up until Ctrl-C.

              --once                  stop after the main job; writes target/main-job.json, and exits
                                      with 0 only if every expected decision came out
              --native                run the services as native executables, built where missing
                                      (needs GRAALVM_HOME: GraalVM or Mandrel 25)
              --screening-list FILE   import a whole Consolidated Screening List (CSV) instead of the
                                      excerpt that ships with the project
              --keep                  keep the data of the last run, and do not run the main job on it
              --help                  this text

            PORTCULLIS_HOME moves the data of the stack out of .local/ in the checkout.
            """;

    /** @throws IllegalArgumentException with a message for people if the command line makes no sense */
    static Options parse(String... arguments) {
        boolean once = false;
        boolean nativeExecutables = false;
        boolean keep = false;
        boolean help = false;
        Path screeningList = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--once" -> once = true;
                case "--native" -> nativeExecutables = true;
                case "--keep" -> keep = true;
                case "--help", "-h" -> help = true;
                case "--screening-list" -> {
                    i++;
                    if (i == arguments.length) {
                        throw new IllegalArgumentException("--screening-list needs a file");
                    }
                    screeningList = readable(arguments[i]);
                }
                default -> throw new IllegalArgumentException("Unknown option: " + arguments[i]);
            }
        }
        if (once && keep) {
            throw new IllegalArgumentException("--once runs the main job, which --keep leaves out: choose one");
        }
        return new Options(once, nativeExecutables, keep, screeningList, help);
    }

    private static Path readable(String file) {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new IllegalArgumentException("Cannot read the screening list " + file);
        }
        return path;
    }
}
