package dev.portcullis.local.parts;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Several parts at once. */
public final class Parts {
    private static final long ABANDON_SECONDS = 30;

    private Parts() {}

    /**
     * Starts them side by side, and tells of each when it answers.
     *
     * @throws PartFailedException with the first failure; all of them are stopped then
     */
    public static void start(List<? extends Part> parts, Consumer<Part> started) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, parts.size()));
        CompletionService<Part> starts = new ExecutorCompletionService<>(threads);
        for (Part part : parts) {
            starts.submit(() -> {
                part.start();
                started.accept(part);
                return part;
            });
        }
        try {
            for (int i = 0; i < parts.size(); i++) {
                starts.take().get();
            }
            threads.shutdown();
        } catch (ExecutionException e) {
            abandon(threads, parts);
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new PartFailedException("A part did not start", e);
        } catch (InterruptedException e) {
            abandon(threads, parts);
            Thread.currentThread().interrupt();
            throw new PartFailedException("Interrupted while the parts were starting", e);
        }
    }

    /** Ends the starts that are under way before it stops the parts, so that none comes up afterwards. */
    private static void abandon(ExecutorService threads, List<? extends Part> parts) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(ABANDON_SECONDS, TimeUnit.SECONDS)) {
                throw new PartFailedException("A start does not end: " + parts);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop(parts);
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
