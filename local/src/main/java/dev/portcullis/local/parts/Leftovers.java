package dev.portcullis.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Finds and ends the processes of a launcher that was killed before it could stop them. A pid is trusted only together with
 * the moment at which its process started, so a number that the system gave to somebody else since is left alone.
 */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private Leftovers() {}

    static void note(Path file, ProcessHandle handle) throws IOException {
        Files.writeString(file, handle.pid() + " " + startOf(handle));
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that the file names, where it still runs. */
    static Optional<ProcessHandle> running(Path file) {
        try {
            String[] noted = Files.readString(file).trim().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(noted[0]))
                    .filter(handle -> noted.length == 2 && noted[1].equals(startOf(handle)))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Ends every process that a pid file in the folder names.
     *
     * @return the names of those that still ran
     */
    public static List<String> reap(Path pids) {
        List<String> reaped = new ArrayList<>();
        if (!Files.isDirectory(pids)) {
            return reaped;
        }
        try (Stream<Path> files = Files.list(pids)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".pid")).sorted().toList()) {
                running(file).ifPresent(handle -> {
                    reaped.add(file.getFileName().toString().replace(".pid", ""));
                    end(handle);
                });
                forget(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reaped;
    }

    /** Whether no pid file in the folder names a process that still runs. */
    public static boolean none(Path pids) {
        if (!Files.isDirectory(pids)) {
            return true;
        }
        try (Stream<Path> files = Files.list(pids)) {
            return files.filter(f -> f.toString().endsWith(".pid"))
                    .allMatch(f -> running(f).isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ProcessHandle handle) {
        List<ProcessHandle> below = handle.descendants().toList();
        ChildProcess.signal(handle.pid(), "INT");
        if (!ended(handle)) {
            // Whoever was started in the background of a script does not hear an INT.
            handle.destroyForcibly();
            ended(handle);
        }
        below.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean ended(ProcessHandle handle) {
        try {
            handle.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
