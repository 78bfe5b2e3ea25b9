package dev.portcullis.benchmarks.draws;

import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Durable draws a second over HTTP, on one license and on many, one to a request and many to a request, each with token check, eight checks,
 * movement, ledger entry and event; beside the driver's loop on the same server, which writes to disk as ours does.
 */
public final class DrawsBenchmark {
    private static final int SPREAD = 400;
    private static final int CONNECTIONS = 16;
    private static final int CLIENTS = 4;
    private static final int IN_FLIGHT = 64;
    private static final int TOGETHER = 250;
    private static final int WARM_UP = 10;
    private static final int SECONDS = 15;
    private static final int MILLION = 1_000_000;
    private static final long ENDLESS = 100_000_000_000L;

    private final Path work = Checkout.find().root().resolve("benchmarks/target/draws");

    /**
     * A figure.
     *
     * @param name of it
     * @param value measured
     * @param unit of both
     * @param baseline what it is held against
     * @param baselineName what that is
     */
    public record Measured(String name, double value, String unit, double baseline, String baselineName) {}

    /** With {@code --truth} the million draws with killing, {@code --draws N} for another number; else the speeds. */
    public List<Measured> measure(List<String> options) throws Exception {
        try (LocalStack stack = new LocalStack(
                new LocalStack.Settings(Checkout.find(), work.resolve("stack"), LocalStack.Form.JVM, false, false),
                new Silent())) {
            stack.start(EnumSet.of(Service.LICENSING));
            return options.contains("--truth") ? truth(stack, options) : speed(stack);
        }
    }

    @SuppressWarnings("SystemOut") // a command-line program speaks through its standard streams
    private static List<Measured> truth(LocalStack stack, List<String> options) throws Exception {
        int at = options.indexOf("--draws");
        int draws = at >= 0 ? Integer.parseInt(options.get(at + 1)) : MILLION;
        DrawTruth.Done done = new DrawTruth(draws).run(stack);
        System.out.printf(
                "%d draws: %d moved, %d refused, as the sequential model has it; the service was killed %d times, its database %d"
                        + " times%n",
                draws, done.moved(), done.refused(), done.serviceKilled(), done.databaseKilled());
        return List.of(
                new Measured("draw-truth-errors", 0, "draws", draws, "draws"),
                new Measured("draw-truth-speed", draws / done.seconds(), "draws/s", done.moved(), "moved"));
    }

    private static List<Measured> speed(LocalStack stack) throws Exception {
        Client client = new Client(stack);
        client.record("HOT", ENDLESS, 0, 0);
        String[] spread = new String[SPREAD];
        for (int i = 0; i < SPREAD; i++) {
            spread[i] = "S" + i;
            client.record(spread[i], ENDLESS, 0, 0);
        }
        String[] hot = {"HOT"};
        DriverLoop loop = new DriverLoop(stack.postgreSql());
        loop.prepare(SPREAD);
        one(client, "w1", spread, WARM_UP);
        many(client, "w2", spread, WARM_UP);
        loop.perSecond(CONNECTIONS, SPREAD, WARM_UP);

        double loopHot = loop.perSecond(CONNECTIONS, 1, SECONDS);
        double hotOne = one(client, "h1", hot, SECONDS);
        double hotMany = many(client, "h2", hot, SECONDS);
        double loopSpread = loop.perSecond(CONNECTIONS, SPREAD, SECONDS);
        double spreadOne = one(client, "s1", spread, SECONDS);
        double spreadMany = many(client, "s2", spread, SECONDS);
        return List.of(
                new Measured("draw-hot", hotMany, "draws/s", loopHot, "driver-loop"),
                new Measured("draw-hot-one-a-request", hotOne, "draws/s", loopHot, "driver-loop"),
                new Measured("draw-spread", spreadMany, "draws/s", loopSpread, "driver-loop"),
                new Measured("draw-spread-one-a-request", spreadOne, "draws/s", loopSpread, "driver-loop"));
    }

    /** A request for each draw, some of them under way at a time. */
    private static double one(Client client, String run, String[] licenses, int seconds) throws Exception {
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        AtomicLong drawn = new AtomicLong();
        AtomicInteger other = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<CompletableFuture<Void>> last = new ArrayList<>();
        for (int i = 0; System.nanoTime() < end; i++) {
            inFlight.acquire();
            CompletableFuture<Void> sent = client.draw(run + "-" + i, Client.use(1, 0, pick(licenses)))
                    .handle((status, failure) -> {
                        inFlight.release();
                        if (status != null && status == 201) {
                            drawn.incrementAndGet();
                        } else {
                            other.incrementAndGet();
                        }
                        return null;
                    });
            if (last.size() > IN_FLIGHT) {
                last.removeIf(CompletableFuture::isDone);
            }
            last.add(sent);
        }
        CompletableFuture.allOf(last.toArray(CompletableFuture[]::new)).join();
        if (other.get() > 0) {
            throw new IllegalStateException(other.get() + " draws were not done");
        }
        return drawn.get() / ((System.nanoTime() - start) / 1e9);
    }

    /** Many draws to a request, some requests under way at a time. */
    private static double many(Client client, String run, String[] licenses, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        try {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                Callable<Long> work = () -> {
                    long draws = 0;
                    while (System.nanoTime() < end) {
                        StringBuilder body = new StringBuilder("{\"draws\": [");
                        for (int j = 0; j < TOGETHER; j++) {
                            body.append(j == 0 ? "" : ", ")
                                    .append("{\"reference\": \"" + run + "-" + number + "-" + draws++ + "\", \"use\": ")
                                    .append(Client.use(1, 0, pick(licenses)))
                                    .append('}');
                        }
                        client.persist(body.append("]}").toString())
                                .findValues("status")
                                .forEach(status -> {
                                    if (status.asInt() != 201) {
                                        throw new IllegalStateException("a draw was not done: " + status);
                                    }
                                });
                    }
                    return draws;
                };
                running.add(threads.submit(work));
            }
            long draws = 0;
            for (Future<Long> one : running) {
                draws += one.get();
            }
            return draws / ((System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String pick(String[] licenses) {
        return licenses[ThreadLocalRandom.current().nextInt(licenses.length)];
    }

    private static final class Silent implements LocalStack.Listener {
        @Override
        public void note(String message) {}

        @Override
        public void starting(String name) {}

        @Override
        public void ready(String name, String address) {}
    }
}
