package dev.portcullis.benchmarks;

import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.parts.ChildProcess;
import dev.portcullis.local.parts.Folders;
import dev.portcullis.local.parts.Kafka;
import dev.portcullis.local.parts.Ports;
import dev.portcullis.local.parts.PostgreSql;
import dev.portcullis.local.stack.ClassArchive;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Packages;
import dev.portcullis.local.stack.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each service takes from the start of its process until it is ready, and what it then holds in memory, on a migrated
 * database and a running Kafka. The baseline is the limit that the project has set itself.
 */
final class StartBenchmark {
    private static final int RUNS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private final Checkout checkout = Checkout.find();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final boolean isNative;
    private final Path work;

    StartBenchmark(boolean isNative) {
        this.isNative = isNative;
        this.work = checkout.root().resolve("benchmarks/target/start");
    }

    List<Figure> measure() throws IOException, InterruptedException, GeneralSecurityException {
        Folders.delete(work);
        Path logs = work.resolve("logs");
        Path pids = work.resolve("pids");
        List<Figure> figures = new ArrayList<>();
        try (PostgreSql postgres = new PostgreSql(
                        checkout, new PostgreSql.Settings(work.resolve("pg"), logs, pids, Ports.any(), true));
                Kafka kafka = new Kafka(
                        checkout,
                        new Kafka.Settings(work.resolve("kafka"), logs, pids, Ports.any(), LocalStack.TOPICS))) {
            postgres.start();
            kafka.start();
            for (Service service : Service.values()) {
                postgres.ensureDatabase(service.database());
                double[] seconds = new double[RUNS];
                double[] mebibytes = new double[RUNS];
                // One start first, which migrates the database and leaves the archive of classes that ./run leaves too.
                for (int run = -1; run < RUNS; run++) {
                    double[] result = once(service, postgres, kafka, logs, pids);
                    if (run >= 0) {
                        seconds[run] = result[0];
                        mebibytes[run] = result[1];
                    }
                }
                String kind = isNative ? "native" : "jvm";
                figures.add(new Figure(
                        "startup-" + service.database() + "-" + kind,
                        median(seconds),
                        "s",
                        isNative ? 0.3 : 4,
                        "limit"));
                figures.add(new Figure(
                        "memory-" + service.database() + "-" + kind,
                        median(mebibytes),
                        "MiB",
                        isNative ? 150 : 280,
                        "limit"));
            }
        }
        return figures;
    }

    private double[] once(Service service, PostgreSql postgres, Kafka kafka, Path logs, Path pids)
            throws IOException, InterruptedException, GeneralSecurityException {
        int port = Ports.any();
        // Tokens play no part here: the realm is asked for when the first one comes.
        Map<String, String> environment = new HashMap<>(Packages.environment(
                service, port, postgres, kafka, "http://127.0.0.1:1/realms/portcullis", signingKey()));
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "0S");
        LocalStack.Form form = isNative ? LocalStack.Form.NATIVE : LocalStack.Form.JVM;
        Packages.Program program = Packages.program(checkout, service, form);
        long start = System.nanoTime();
        ChildProcess process = ChildProcess.start(new ChildProcess.Spec(
                service.id(),
                program.command(),
                environment,
                program.directory(),
                logs.resolve(service.id() + ".log"),
                pids));
        try {
            URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
            while (!isReady(ready)) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IOException(
                            service.id() + " did not become ready; its log ends:\n" + process.lastLines(20));
                }
                Thread.sleep(5);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Thread.sleep(SETTLE.toMillis());
            double mebibytes = ResidentMemory.mebibytes(process.pid());
            ClassArchive.record(program, process.pid());
            return new double[] {seconds, mebibytes};
        } finally {
            process.stop("TERM", Duration.ofSeconds(20));
        }
    }

    private boolean isReady(URI uri) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String signingKey() throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
