package dev.portcullis.local.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Several parts at once. */
public final class Parts {
    private Parts() {}

    /**
     * Starts them side by side, and tells of each when it answers.
     *
     * @throws PartFailedException with the first failure; all of them are stopped then
     */
    public static void start(List<? extends Part> parts, Consumer<Part> started) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, parts.size()));
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (Part part : parts) {
                starts.add(threads.submit(() -> {
                    part.start();
                    started.accept(part);
                }));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            threads.shutdownNow();
            stop(parts);
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new PartFailedException("A part did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(parts);
            throw new PartFailedException("Interrupted while the parts were starting", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Stops them side by side. */
    public static void stop(List<? extends Part> parts) {
        List<Thread> threads = parts.stream()
                .map(part -> new Thread(part::stop, "stop-" + part.name()))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
