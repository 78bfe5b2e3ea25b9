package dev.portcullis.local.parts;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A part that is one process of its own. It is started at most once at a time. */
public abstract class ProcessPart implements Part {
    private final String stopSignal;
    private final Duration patience;
    private @Nullable ChildProcess process;

    /**
     * @param stopSignal what ends it in its own orderly way, such as {@code TERM}
     * @param patience how long that may take
     */
    protected ProcessPart(String stopSignal, Duration patience) {
        this.stopSignal = stopSignal;
        this.patience = patience;
    }

    /** Starts the process and answers for it from now on. */
    protected final ChildProcess launch(ChildProcess.Spec spec) {
        ChildProcess started = ChildProcess.start(spec);
        process = started;
        return started;
    }

    @Override
    public final void stop() {
        if (process != null) {
            process.stop(stopSignal, patience);
            process = null;
        }
    }

    @Override
    public final void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    @Override
    public final boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Of the process, while there is one. */
    public final OptionalLong pid() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    /** The end of its log, for people. */
    public final String lastLines(int count) {
        return process == null ? "" : process.lastLines(count);
    }
}
