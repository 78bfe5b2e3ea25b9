package dev.portcullis.local.parts;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that this one started and answers for. It runs in a session of its own, so that a Ctrl-C in the terminal reaches
 * the launcher alone, which then stops its children in order. A file names its pid for as long as it runs: {@link Leftovers}
 * finds by it what a killed launcher left behind.
 */
public final class ChildProcess {
    private static final List<String> SESSION = sessionCommand();

    private final Spec spec;
    private final Process process;

    /**
     * What to start.
     *
     * @param name for messages, and the name of the pid file
     * @param command the program and its arguments
     * @param environment added to this process's own; an empty value takes a variable away
     * @param directory the working directory
     * @param log takes both of its outputs, appended
     * @param pids the folder of the pid file
     */
    public record Spec(
            String name, List<String> command, Map<String, String> environment, Path directory, Path log, Path pids) {
        public Spec {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    private ChildProcess(Spec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    /** @throws PartFailedException if the program cannot be started */
    public static ChildProcess start(Spec spec) {
        List<String> command = new ArrayList<>(SESSION);
        command.addAll(spec.command());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(spec.directory().toFile());
        spec.environment().forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        try {
            Files.createDirectories(spec.directory());
            Files.createDirectories(spec.pids());
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            Process process = builder.redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()))
                    .start();
            Leftovers.note(spec.pids().resolve(spec.name() + ".pid"), process.toHandle());
            return new ChildProcess(spec, process);
        } catch (IOException e) {
            throw new PartFailedException("Cannot start " + spec.name() + ": " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it exited with; 128 and the signal's number where a signal ended it. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Sends the signal, such as {@code INT}, waits, and kills what is left when the patience has run out. */
    public void stop(String signal, Duration patience) {
        if (process.isAlive()) {
            signal(process.pid(), signal);
            await(patience);
        }
        kill();
    }

    /** Ends it, and what it started, as {@code kill -9} does. */
    public void kill() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
        below.forEach(ProcessHandle::destroyForcibly);
        Leftovers.forget(spec.pids().resolve(spec.name() + ".pid"));
    }

    /** The end of its log. */
    public String lastLines(int count) {
        return lastLines(spec.log(), count);
    }

    static String lastLines(Path log, int count) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }

    /**
     * Runs a command to its end.
     *
     * @throws PartFailedException with the end of its output if it fails or takes too long
     */
    static void run(Spec spec, Duration patience) {
        ChildProcess child = start(spec);
        boolean ended = child.await(patience);
        int exit = ended ? child.exitCode() : -1;
        child.kill();
        if (exit != 0) {
            throw new PartFailedException(spec.name() + (ended ? " failed with exit code " + exit : " took too long")
                    + "; its log " + spec.log() + " ends:\n" + child.lastLines(20));
        }
    }

    static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void signal(long pid, String signal) {
        // The shell's own kill: a bare system need not have another.
        succeeds("/bin/sh", "-c", "kill -" + signal + " " + pid);
    }

    private boolean await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> sessionCommand() {
        if (succeeds("setsid", "true")) {
            return List.of("setsid");
        }
        return succeeds("perl", "-e", "1") ? List.of("perl", "-e", "setpgrp; exec @ARGV", "--") : List.of();
    }

    /** A map that can be built in one expression with values known at run time. */
    static Map<String, String> environment(String... namesAndValues) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
