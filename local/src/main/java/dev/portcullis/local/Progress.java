package dev.portcullis.local;

import dev.portcullis.local.stack.LocalStack;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows what starts and what answers: a line for each server that is ready, and below them, on a terminal, one line that is
 * rewritten with what is still awaited. Elsewhere that is said again every few seconds. Safe for use by several threads.
 */
final class Progress implements LocalStack.Listener, AutoCloseable {
    private static final long PLAIN_REMINDER = TimeUnit.SECONDS.toNanos(15);
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Long> awaited = new LinkedHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private long lastReminder = System.nanoTime();

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        ticker.scheduleAtFixedRate(this::tick, 250, 250, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void note(String message) {
        line("  " + message);
    }

    @Override
    public synchronized void starting(String name) {
        if (awaited.isEmpty()) {
            lastReminder = System.nanoTime();
        }
        awaited.put(name, System.nanoTime());
        tick();
    }

    @Override
    public synchronized void ready(String name, String address) {
        Long begun = awaited.remove(name);
        double seconds = begun == null ? 0 : (System.nanoTime() - begun) / 1e9;
        line(String.format("  %-20s ready after %5.1f s   %s", name, seconds, address));
        tick();
    }

    @Override
    public synchronized void close() {
        ticker.shutdownNow();
        awaited.clear();
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private void line(String text) {
        out.println(terminal ? CLEAR_LINE + text : text);
        out.flush();
    }

    private synchronized void tick() {
        if (awaited.isEmpty()) {
            return;
        }
        if (terminal) {
            out.print(CLEAR_LINE + "  " + waiting());
            out.flush();
        } else if (System.nanoTime() - lastReminder > PLAIN_REMINDER) {
            lastReminder = System.nanoTime();
            line("  " + waiting());
        }
    }

    private String waiting() {
        Set<String> names = awaited.keySet();
        long oldest = awaited.values().stream().mapToLong(Long::longValue).min().orElse(System.nanoTime());
        return "waiting for " + String.join(", ", names) + " ("
                + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - oldest) + " s)";
    }
}
