package dev.portcullis.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kafka broker (KRaft) in a process of its own, which listens on the loopback address alone and asks for no password. */
public final class Kafka extends ProcessPart {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Checkout checkout;
    private final Settings settings;
    private final int controllerPort = Ports.any();

    /**
     * @param data the folder of its log segments, made where it is missing
     * @param logs the folder of {@code kafka.log}
     * @param pids the folder of the pid file
     * @param port where to listen
     * @param topics are made where they are missing
     */
    public record Settings(Path data, Path logs, Path pids, int port, List<String> topics) {
        public Settings {
            topics = List.copyOf(topics);
        }
    }

    public Kafka(Checkout checkout, Settings settings) {
        super("TERM", STOP);
        this.checkout = checkout;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + settings.port();
    }

    @Override
    public void start() {
        if (isAlive()) {
            return;
        }
        Path ready = settings.pids().resolve("kafka.ready");
        try {
            Files.createDirectories(settings.data());
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw new PartFailedException("Cannot make the folder of Kafka: " + e.getMessage(), e);
        }
        List<String> command = new ArrayList<>(List.of(
                Checkout.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=128m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                checkout.classPath(),
                "dev.portcullis.local.parts.KafkaBroker",
                settings.data().toAbsolutePath().toString(),
                Integer.toString(settings.port()),
                Integer.toString(controllerPort),
                ready.toAbsolutePath().toString()));
        command.addAll(settings.topics());
        ChildProcess started = launch(new ChildProcess.Spec(
                "kafka", command, Map.of(), settings.data(), settings.logs().resolve("kafka.log"), settings.pids()));
        awaitReady(started, ready);
    }

    private void awaitReady(ChildProcess started, Path ready) {
        long end = System.nanoTime() + START.toNanos();
        while (started.isAlive() && System.nanoTime() < end) {
            if (Files.exists(ready)) {
                return;
            }
            Pause.briefly();
        }
        String log = started.lastLines(20);
        kill();
        throw new PartFailedException("Kafka did not start on port " + settings.port() + "; its log ends:\n" + log);
    }
}
