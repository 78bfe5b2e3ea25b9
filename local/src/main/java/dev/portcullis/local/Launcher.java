package dev.portcullis.local;

import dev.portcullis.local.mainjob.MainJob;
import dev.portcullis.local.mainjob.MainJobFailedException;
import dev.portcullis.local.mainjob.MainJobReport;
import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.parts.PartFailedException;
import dev.portcullis.local.stack.LocalStack;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The main class behind {@code ./run}. Exit codes: 0 as asked, 1 a part failed or a decision is not the expected one, 2 misuse. */
public final class Launcher {
    private static final int FAILED = 1;
    private static final int MISUSE = 2;

    private final Options options;
    private final PrintStream out;
    private final Checkout checkout = Checkout.find();
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Launcher(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println();
            System.err.print(Options.USAGE);
            System.exit(MISUSE);
            return;
        }
        if (options.help()) {
            out.print(Options.USAGE);
            return;
        }
        int exit;
        try {
            exit = new Launcher(options, out).run();
        } catch (PartFailedException | MainJobFailedException e) {
            System.err.println();
            System.err.println(e.getMessage());
            exit = FAILED;
        }
        System.exit(exit);
    }

    private int run() {
        out.println("Starting Portcullis" + (options.nativeExecutables() ? " (native)" : ""));
        LocalStack.Form form = options.nativeExecutables() ? LocalStack.Form.NATIVE : LocalStack.Form.JVM;
        boolean terminal = System.getenv("PORTCULLIS_TERMINAL") != null;
        Progress progress = new Progress(out, terminal);
        long begun = System.nanoTime();
        LocalStack stack = new LocalStack(
                new LocalStack.Settings(checkout, checkout.state(), form, options.keep(), true), progress);
        Thread hook = new Thread(() -> stop(stack, progress), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            stack.start();
        } catch (PartFailedException e) {
            if (stopping.get()) {
                return FAILED;
            }
            throw e;
        } finally {
            progress.close();
        }
        out.printf("Ready after %.1f s; logs are in %s%n%n", (System.nanoTime() - begun) / 1e9, stack.logs());
        MainJobReport report = options.keep() ? null : mainJob(stack);
        if (report != null) {
            out.println(report.table());
            write(report);
        }
        if (options.once()) {
            return report != null && report.asExpected() ? 0 : FAILED;
        }
        out.println(Guide.of(stack));
        return stayUp(stack);
    }

    private MainJobReport mainJob(LocalStack stack) {
        try {
            return MainJob.run(stack, options.screeningList());
        } catch (MainJobFailedException e) {
            // Where a service has ended, its log tells more than the request that it left without an answer.
            String death = stopping.get() ? null : stack.firstDeath();
            throw death == null ? e : new MainJobFailedException(death, e);
        }
    }

    private int stayUp(LocalStack stack) {
        try {
            stack.recordClasses();
            while (!stopping.get()) {
                @Nullable String death = stack.firstDeath();
                if (death != null && !stopping.get()) {
                    System.err.println(death);
                    return FAILED;
                }
                Thread.sleep(500);
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** Runs at every end of this process: Ctrl-C, SIGTERM, a failure, or the end of {@code --once}. */
    private void stop(LocalStack stack, Progress progress) {
        stopping.set(true);
        progress.close();
        out.println("Stopping ...");
        stack.close();
        out.println("Stopped; nothing is left running.");
    }

    private void write(MainJobReport report) {
        Path file = checkout.root().resolve("target/main-job.json");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, report.json());
            out.println("Written to " + checkout.root().relativize(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
