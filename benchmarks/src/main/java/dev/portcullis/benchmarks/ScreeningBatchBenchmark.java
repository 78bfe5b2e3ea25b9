package dev.portcullis.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.benchmarks.names.NameQueries;
import dev.portcullis.benchmarks.names.NameQueries.Query;
import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import dev.portcullis.local.stack.ServiceProcess;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A CSV file of a million subjects over HTTP into the packaged service, against a list of the shape of OFAC's. A few rows are not in order; with
 * {@code --kill} screening-svc is killed with SIGKILL on the way. In the end each row has one result, at its line, with the digest that the batch
 * tells. {@code --rows N} takes fewer rows.
 */
final class ScreeningBatchBenchmark {
    /** Names that are told apart; the file repeats them with another key, for no engine here remembers an answer. */
    private static final int NAMES = 20_000;

    /** Every so many rows one lacks its name. */
    private static final int BROKEN = 5_000;

    private static final int LIMIT_MINUTES = 5;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int rows;
    private final boolean kill;
    private final List<ListedParty> list;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path work = Checkout.find().root().resolve("benchmarks/target/screening-batch");

    private ScreeningBatchBenchmark(int rows, boolean kill, List<ListedParty> list) {
        this.rows = rows;
        this.kill = kill;
        this.list = list;
    }

    static ScreeningBatchBenchmark of(List<String> options) throws IOException {
        int at = options.indexOf("--rows");
        int rows = at >= 0 && at + 1 < options.size() ? Integer.parseInt(options.get(at + 1)) : 1_000_000;
        return new ScreeningBatchBenchmark(rows, options.contains("--kill"), ScreeningBenchmark.list(options));
    }

    List<Figure> measure() throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path entries = work.resolve("list.csv");
        Path file = work.resolve("subjects.csv");
        writeList(entries);
        writeSubjects(file);
        try (LocalStack stack = new LocalStack(
                new LocalStack.Settings(Checkout.find(), work.resolve("stack"), LocalStack.Form.JVM, false, false),
                new Silent())) {
            stack.start(Set.of(Service.SCREENING));
            send(stack, post(stack, "/v1/lists/consolidated/imports?acceptShrink=true", entries));
            return measure(stack, file);
        }
    }

    private List<Figure> measure(LocalStack stack, Path file) throws IOException, InterruptedException {
        ServiceProcess service = stack.service(Service.SCREENING);
        double before = ResidentMemory.mebibytes(service.pid().orElseThrow());
        double peak = before;
        long start = System.nanoTime();
        JsonNode received = send(stack, post(stack, "/v1/screening-batches", file));
        double receiving = (System.nanoTime() - start) / 1e9;
        require(received.path("received").asInt() == rows, "received", received);
        require(received.path("invalid").asInt() == rows / BROKEN, "invalid", received);
        String place = "/v1/screening-batches/" + received.path("id").asText();
        JsonNode now = received;
        boolean killed = !kill;
        while (!now.path("state").asText().equals("DONE")) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("not done within " + PATIENCE + ": " + now);
            }
            Thread.sleep(500);
            peak = Math.max(peak, ResidentMemory.mebibytes(service.pid().orElseThrow()));
            now = send(stack, request(stack, place).GET());
            if (!killed && now.path("screened").asInt() >= rows / 3) {
                killed = true;
                service.kill();
                service.start();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        require(killed, "the kill", now);
        require(now.path("screened").asInt() == rows - rows / BROKEN, "screened", now);
        require(now.path("editions").size() == 1, "one set of editions", now);
        long beforeDownload = System.nanoTime();
        Downloaded all = download(stack, place + "/results?only=all");
        double downloading = (System.nanoTime() - beforeDownload) / 1e9;
        peak = Math.max(peak, ResidentMemory.mebibytes(service.pid().orElseThrow()));
        require(all.lines == rows - rows / BROKEN, "the lines of the results", now);
        require(all.sha256.equals(now.path("resultSha256").asText()), "the digest of the results", now);
        return List.of(
                new Figure("screening-batch", rows / seconds, "rows/s", rows / (LIMIT_MINUTES * 60.0), "limit"),
                new Figure("screening-batch-minutes", seconds / 60, "min", LIMIT_MINUTES, "limit"),
                new Figure("screening-batch-receive", rows / receiving, "rows/s", rows, "rows"),
                new Figure("screening-batch-download", all.lines / downloading, "rows/s", rows, "rows"),
                new Figure("screening-batch-memory", peak, "MiB", before, "before"));
    }

    private record Downloaded(long lines, String sha256) {}

    private Downloaded download(LocalStack stack, String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                request(stack, path)
                        .header("Accept", "application/x-ndjson")
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        MessageDigest digest = Sha256.start();
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = response.body()) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
                for (int i = 0; i < got; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new Downloaded(lines, Sha256.hex(digest));
    }

    private static void require(boolean holds, String what, JsonNode answer) throws IOException {
        if (!holds) {
            throw new IOException(what + " is not as expected: " + answer);
        }
    }

    private HttpRequest.Builder request(LocalStack stack, String path) {
        return HttpRequest.newBuilder(
                        URI.create(stack.service(Service.SCREENING).address() + path))
                .timeout(Duration.ofMinutes(20))
                .header("Authorization", "Bearer " + stack.tokens().ofUser("officer", Service.SCREENING.id()));
    }

    private HttpRequest.Builder post(LocalStack stack, String path, Path file) throws IOException {
        return request(stack, path)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofFile(file));
    }

    private JsonNode send(LocalStack stack, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** The list in the layout of trade.gov's compilation. */
    private void writeList(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,"
                            + "standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,"
                            + "gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,"
                            + "dates_of_birth,nationalities,places_of_birth,source_information_url,ids\n");
            for (ListedParty entry : list) {
                String aliases = entry.aliases().stream().map(Alias::name).collect(Collectors.joining("; "));
                out.write(entry.id() + ",Specially Designated Nationals (SDN) - Treasury Department,,"
                        + (entry.type() == ListedParty.Type.UNKNOWN
                                ? "Entity"
                                : entry.type().name().charAt(0)
                                        + entry.type().name().substring(1).toLowerCase(Locale.ROOT))
                        + ",," + quoted(entry.name()) + ",".repeat(17) + quoted(aliases) + ",,,,,,\n");
            }
        }
    }

    /** Strangers, and every fiftieth row a listed name, distorted. */
    private void writeSubjects(Path file) throws IOException {
        List<Query> queries = NameQueries.of(list, NAMES, 20261129);
        List<Query> strangers = queries.stream().filter(Query::isStranger).toList();
        List<Query> listed =
                queries.stream().filter(query -> !query.isStranger()).toList();
        String[] countries = {"CN", "RU", "IR", "DE", "US", "AE", "TR", "HK"};
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("Customer No,Customer Name,Country,City\n");
            for (int row = 1; row <= rows; row++) {
                List<Query> from = row % 50 == 0 ? listed : strangers;
                out.write("C-" + row + ','
                        + (row % BROKEN == 0
                                ? ""
                                : quoted(from.get(row % from.size()).name())) + ','
                        + countries[row % countries.length] + ",Somewhere\n");
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
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
