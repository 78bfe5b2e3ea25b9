package dev.portcullis.local.stack;

import dev.portcullis.local.parts.ChildProcess;
import dev.portcullis.local.parts.PartFailedException;
import dev.portcullis.local.parts.ProcessPart;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** One service as a process, ready once its readiness check says so. */
public final class ServiceProcess extends ProcessPart {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int LAST_LINES = 25;

    private final Service service;
    private final Settings settings;

    /**
     * @param program starts the packaged service
     * @param environment its configuration
     * @param port where it listens
     * @param logs the folder of its log
     * @param pids the folder of its pid file
     */
    record Settings(Packages.Program program, Map<String, String> environment, int port, Path logs, Path pids) {}

    ServiceProcess(Service service, Settings settings) {
        super("TERM", STOP);
        this.service = service;
        this.settings = settings;
    }

    @Override
    public String name() {
        return service.id();
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + settings.port();
    }

    @Override
    public void start() {
        if (isAlive()) {
            return;
        }
        ChildProcess started = launch(new ChildProcess.Spec(
                service.id(),
                settings.program().command(),
                settings.environment(),
                settings.program().directory(),
                settings.logs().resolve(service.id() + ".log"),
                settings.pids()));
        awaitReady(started);
    }

    /** Leaves behind what lets the next start be faster. */
    void recordClasses() throws InterruptedException {
        OptionalLong pid = pid();
        if (pid.isPresent()) {
            ClassArchive.record(settings.program(), pid.getAsLong());
        }
    }

    /** The end of its log, for people. */
    public String lastLines() {
        return lastLines(LAST_LINES);
    }

    private void awaitReady(ChildProcess started) {
        URI check = URI.create(address() + "/q/health/ready");
        long end = System.nanoTime() + START.toNanos();
        String answer = "no answer";
        while (started.isAlive() && System.nanoTime() < end) {
            try {
                HttpURLConnection connection = (HttpURLConnection) check.toURL().openConnection();
                connection.setConnectTimeout(1_000);
                connection.setReadTimeout(10_000);
                int status = connection.getResponseCode();
                if (status == HttpURLConnection.HTTP_OK) {
                    return;
                }
                try (var body = connection.getErrorStream()) {
                    answer = status + " "
                            + (body == null ? "" : new String(body.readNBytes(4_000), StandardCharsets.UTF_8));
                }
            } catch (IOException notYet) {
                // Not listening yet.
            }
            pause();
        }
        String why = started.isAlive()
                ? "is not ready after " + START.toSeconds() + " s; its readiness check says: " + answer
                : "ended with exit code " + started.exitCode();
        String log = started.lastLines(LAST_LINES);
        kill();
        throw new PartFailedException(service.id() + " " + why + "\nIts log ends:\n" + log);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("Interrupted while waiting for a service", e);
        }
    }
}
