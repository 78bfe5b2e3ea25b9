package dev.portcullis.benchmarks.scim;

import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A hundred thousand employees created over HTTP and synchronized again, what that takes of memory, and how long a search for one of
 * them takes; beside SCIM-SDK with a sample handler in memory, over the same messages on the same machine. {@code --users N} for
 * another number; with {@code --kill} a full synchronization during which the service is killed again and again instead, held against
 * one that nothing disturbs.
 */
public final class ScimBenchmark {
    private static final int SEARCHES = 2_000;
    private static final int SAMPLE_SEARCHES = 100;
    private static final double LIMIT_MILLIS = 20;

    private final Path work = Checkout.find().root().resolve("benchmarks/target/scim");

    /**
     * A figure.
     *
     * @param baselineName what {@code baseline} is
     */
    public record Measured(String name, double value, String unit, double baseline, String baselineName) {}

    public List<Measured> measure(List<String> options) throws Exception {
        int at = options.indexOf("--users");
        int users = at >= 0 ? Integer.parseInt(options.get(at + 1)) : 100_000;
        return options.contains("--kill") ? killed(users) : speed(users);
    }

    @SuppressWarnings("SystemOut") // a command-line program speaks through its standard streams
    private List<Measured> speed(int users) throws Exception {
        double sampleCreated;
        double sampleSearch;
        try (SampleServer sample = new SampleServer()) {
            HrClient client = new HrClient(sample.base(), () -> "none");
            sampleCreated = users / createOneByOne(client, users);
            sampleSearch = p99(client, users, SAMPLE_SEARCHES);
        }
        try (LocalStack stack = stack("speed")) {
            stack.start(EnumSet.of(Service.PERSONNEL));
            HrClient client = client(stack);
            double before = mebibytes(stack);
            FullSync sync = new FullSync(client);
            double seconds = sync.create(0, users);
            double after = mebibytes(stack);
            List<String> touched = new FullSync(client).ids(Math.max(1, users / 10));
            double delta = new FullSync(client).retitle(touched, "Principal Engineer");
            double search = p99(client, users, SEARCHES);
            System.out.printf(
                    "%d users created in %.1f s, %d of them changed in %.1f s; memory %.0f MiB before, %.0f MiB after%n",
                    users, seconds, touched.size(), delta, before, after);
            return List.of(
                    new Measured("scim-create", users / seconds, "users/s", sampleCreated, "scim-sdk-in-memory"),
                    new Measured("scim-delta", touched.size() / delta, "users/s", users / seconds, "scim-create"),
                    new Measured("scim-memory", after, "MiB", before, "before"),
                    new Measured("filter-p99", search, "ms", LIMIT_MILLIS, "limit"),
                    new Measured("filter-p99-beside", search, "ms", sampleSearch, "scim-sdk-in-memory"));
        }
    }

    @SuppressWarnings("SystemOut") // a command-line program speaks through its standard streams
    private List<Measured> killed(int users) throws Exception {
        TreeMap<String, String> undisturbed;
        try (LocalStack stack = stack("undisturbed")) {
            stack.start(EnumSet.of(Service.PERSONNEL));
            FullSync sync = new FullSync(client(stack));
            sync.create(0, users);
            undisturbed = sync.state();
        }
        try (LocalStack stack = stack("killed")) {
            stack.start(EnumSet.of(Service.PERSONNEL));
            FullSync sync = new FullSync(client(stack));
            CompletableFuture<Double> running = CompletableFuture.supplyAsync(() -> {
                try {
                    return sync.create(0, users);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            Random random = new Random(6);
            int kills = 0;
            while (!running.isDone()) {
                Thread.sleep(1_000 + random.nextInt(3_000));
                if (!running.isDone()) {
                    stack.service(Service.PERSONNEL).kill();
                    kills++;
                    stack.service(Service.PERSONNEL).start();
                }
            }
            double seconds = running.get();
            TreeMap<String, String> disturbed = sync.state();
            if (!disturbed.equals(undisturbed) || disturbed.size() != users) {
                throw new IllegalStateException("the states differ");
            }
            System.out.printf(
                    "%d users are the same after %d kills; %d messages were sent again%n", users, kills, sync.again());
            return List.of(
                    new Measured("scim-kill-errors", 0, "users", users, "users"),
                    new Measured("scim-kill-create", users / seconds, "users/s", kills, "kills"));
        }
    }

    private LocalStack stack(String name) {
        return new LocalStack(
                new LocalStack.Settings(Checkout.find(), work.resolve(name), LocalStack.Form.JVM, false, false),
                new Silent());
    }

    private static HrClient client(LocalStack stack) {
        return new HrClient(
                stack.service(Service.PERSONNEL).address() + "/scim/v2",
                () -> stack.tokens().ofClient("hr-sync", Service.PERSONNEL.id()));
    }

    /** SCIM-SDK wants one message for each; four at a time, as ours gets its bulks. */
    private static double createOneByOne(HrClient client, int users) throws Exception {
        long start = System.nanoTime();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int first = i;
            running.add(CompletableFuture.runAsync(() -> {
                try {
                    for (int number = first; number < users; number += 4) {
                        client.send("POST", "/Users", Workforce.user(number, "Engineer", false));
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Milliseconds within which 99 of 100 searches for one user are answered, one after the other. */
    private static double p99(HrClient client, int users, int searches) throws Exception {
        Random random = new Random(99);
        long[] nanos = new long[searches];
        for (int i = -Math.min(200, searches); i < searches; i++) {
            int number = random.nextInt(users);
            String filter = switch (random.nextInt(3)) {
                case 0 -> "userName eq \"" + Workforce.userName(number) + "\"";
                case 1 -> "externalId eq \"" + Workforce.externalId(number) + "\"";
                default -> "emails.value eq \"" + Workforce.userName(number) + "\"";
            };
            long start = System.nanoTime();
            int found = client.search(filter).path("totalResults").asInt();
            if (found != 1) {
                throw new IllegalStateException("one was looked for, found were " + found);
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return nanos[(int) Math.ceil(searches * 0.99) - 1] / 1e6;
    }

    private static double mebibytes(LocalStack stack) throws IOException {
        long pid = stack.service(Service.PERSONNEL).pid().orElseThrow();
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("no VmRSS for process " + pid);
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
