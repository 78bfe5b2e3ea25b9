package dev.portcullis.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import dev.portcullis.local.stack.ServiceProcess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A product master of 100,000 rows over HTTP into the whole stack. A few rows are not in order, and classification-svc is killed with SIGKILL
 * while rows are applied; in the end each row that is in order stands for one item, once, and each other one is told by its line.
 */
final class ProductMasterBenchmark {
    private static final int ROWS = 100_000;

    /** Every so many rows one lacks its name. */
    private static final int BROKEN = 20_000;

    private static final int KILLED_AT = 30_000;
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path work = Checkout.find().root().resolve("benchmarks/target/product-master");

    List<Figure> measure() throws IOException, InterruptedException {
        Path file = work.resolve("master.csv");
        Files.createDirectories(work);
        write(file);
        try (LocalStack stack = new LocalStack(
                new LocalStack.Settings(Checkout.find(), work.resolve("stack"), LocalStack.Form.JVM, false, false),
                new Silent())) {
            stack.start();
            return measure(stack, file);
        }
    }

    private List<Figure> measure(LocalStack stack, Path file) throws IOException, InterruptedException {
        ServiceProcess service = stack.service(Service.CLASSIFICATION);
        long start = System.nanoTime();
        JsonNode received = send(
                stack,
                HttpRequest.newBuilder(URI.create(service.address() + "/v1/items/imports?skipInvalid=true"))
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofFile(file)));
        double receiving = (System.nanoTime() - start) / 1e9;
        require(received.path("received").asInt() == ROWS, "received", received);
        require(received.path("invalid").asInt() == ROWS / BROKEN, "invalid", received);
        String place =
                service.address() + "/v1/items/imports/" + received.path("id").asText();
        long applying = System.nanoTime();
        double peak = 0;
        boolean killed = false;
        JsonNode now = received;
        while (!now.path("state").asText().equals("DONE")) {
            if (System.nanoTime() - applying > PATIENCE.toNanos()) {
                throw new IOException("not done within " + PATIENCE + ": " + now);
            }
            Thread.sleep(1_000);
            peak = Math.max(peak, ResidentMemory.mebibytes(service.pid().orElseThrow()));
            now = send(stack, HttpRequest.newBuilder(URI.create(place)).GET());
            if (!killed && now.path("applied").asInt() >= KILLED_AT) {
                killed = true;
                service.kill();
                service.start();
            }
        }
        double seconds = (System.nanoTime() - applying) / 1e9;
        require(killed, "the kill", now);
        require(now.path("applied").asInt() == ROWS - ROWS / BROKEN, "applied", now);
        require(now.path("failed").asInt() == 0, "failed", now);
        JsonNode invalid = send(
                stack,
                HttpRequest.newBuilder(URI.create(place + "/rows?state=INVALID"))
                        .GET());
        for (int i = 0; i < ROWS / BROKEN; i++) {
            // The header is line 1.
            require(invalid.at("/items/" + i + "/line").asInt() == (i + 1) * BROKEN + 1, "the line", invalid);
        }
        return List.of(
                new Figure("product-master-receive", ROWS / receiving, "rows/s", ROWS, "rows"),
                new Figure("product-master-apply", ROWS / seconds, "rows/s", ROWS, "rows"),
                new Figure("product-master-memory", peak, "MiB", 512, "limit"));
    }

    private static void require(boolean holds, String what, JsonNode answer) throws IOException {
        if (!holds) {
            throw new IOException(what + " is not as expected: " + answer);
        }
    }

    private JsonNode send(LocalStack stack, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request.timeout(Duration.ofMinutes(20))
                        .header(
                                "Authorization",
                                "Bearer " + stack.tokens().ofUser("classifier", Service.CLASSIFICATION.id()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Circuits with the figures that a datasheet prints. */
    private static void write(Path file) throws IOException {
        Random random = new Random(20261128);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("name,partNumber,form,/kind,/provenance,/processingUnits/0/name,/processingUnits/0/count,"
                    + "/processingUnits/0/rates/0/tops,/processingUnits/0/rates/0/bitLength,/processingUnits/0/rates/0/sparse,"
                    + "/dies/0/count,/dies/0/areaMm2,/dies/0/logic,/dies/0/nonPlanar,/dataCenter\n");
            for (int row = 1; row <= ROWS; row++) {
                out.write((row % BROKEN == 0 ? "" : "Accelerator " + row) + ",PN-" + row
                        + ",COMMODITY,INTEGRATED_CIRCUIT,DECLARED,unit," + (1 + random.nextInt(8)) + ','
                        + (1 + random.nextInt(2_000)) + ",8,false,1," + (50 + random.nextInt(750)) + ",true,"
                        + random.nextBoolean() + ',' + random.nextBoolean() + '\n');
            }
        }
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
