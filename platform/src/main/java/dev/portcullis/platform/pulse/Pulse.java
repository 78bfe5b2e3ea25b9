package dev.portcullis.platform.pulse;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs a piece of work again and again on a thread of its own, with a pause between two runs. A run that fails is logged once and
 * tried again with growing pauses: work that waits in the database is late, never lost.
 */
public final class Pulse implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Pulse.class);
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private final String name;
    private final Runnable work;
    private final long pauseMillis;
    private final ScheduledExecutorService thread;
    private int failures;

    private Pulse(String name, Duration pause, Runnable work) {
        this.name = name;
        this.work = work;
        this.pauseMillis = Math.max(1, pause.toMillis());
        this.thread = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread made = new Thread(runnable, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Starts the work. */
    public static Pulse start(String name, Duration pause, Runnable work) {
        Pulse pulse = new Pulse(name, pause, work);
        pulse.again(0);
        return pulse;
    }

    private void again(long pause) {
        if (!thread.isShutdown()) {
            var unused = thread.schedule(this::run, pause, TimeUnit.MILLISECONDS);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it was, the next run must come
    private void run() {
        long pause = pauseMillis;
        try {
            work.run();
            if (failures > 0) {
                LOG.infof("%s works again after %d failures", name, failures);
                failures = 0;
            }
        } catch (Exception e) {
            failures++;
            pause = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis << Math.min(failures, 8));
            if (failures == 1) {
                LOG.warnf("%s failed and is tried again: %s", name, e);
            }
        }
        try {
            again(pause);
        } catch (java.util.concurrent.RejectedExecutionException closedMeanwhile) {
            LOG.debugf("%s ended", name);
        }
    }

    /** Waits for the run under way and ends. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
