package dev.portcullis.classification.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.portcullis.classification.modelfile.Limits;
import dev.portcullis.classification.modelfile.ModelFileFacts;
import dev.portcullis.classification.modelfile.ModelFiles;
import dev.portcullis.classification.modelfile.RandomAccessSource;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a registry, against a server that keeps to the rules of ranges (RFC 9110, section 14) and against some that do not. */
class RegistryFilesTest {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
    private static final String ETAG = "\"v1\"";

    private static Vertx vertx;

    private HttpServer server;
    private ExecutorService threads;
    private RegistryFiles files;
    private final List<HttpExchange> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sent = new AtomicInteger();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.start();
        files = files(new Settings());
    }

    @AfterEach
    void end() {
        files.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private RegistryFiles files(Settings settings) {
        return new RegistryFiles(vertx, settings);
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private String url(String path) {
        return "http://" + host() + path;
    }

    /** A safetensors file of so many tensors; its data are left out of memory and never asked for. */
    private static byte[] header(int tensors) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < tensors; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("\"layers.%d.weight\":{\"dtype\":\"F32\",\"shape\":[250000],\"data_offsets\":[%d,%d]}"
                            .formatted(i, i * 1_000_000L, (i + 1) * 1_000_000L));
        }
        byte[] json = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    private interface Handler {
        void handle(HttpExchange exchange, long from, int length) throws IOException;
    }

    private void at(String path, Handler handler) {
        server.createContext(path, exchange -> {
            requests.add(exchange);
            Matcher range =
                    RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
            try (exchange) {
                if (range.matches()) {
                    long from = Long.parseLong(range.group(1));
                    handler.handle(exchange, from, (int) (Long.parseLong(range.group(2)) - from + 1));
                } else {
                    exchange.sendResponseHeaders(400, -1);
                }
            }
        });
    }

    private void part(HttpExchange exchange, byte[] file, long size, long from, int length, String etag)
            throws IOException {
        int count = (int) Math.min(length, size - from);
        byte[] body = new byte[count];
        if (from < file.length) {
            System.arraycopy(file, (int) from, body, 0, (int) Math.min(count, file.length - from));
        }
        if (etag != null) {
            exchange.getResponseHeaders().set("ETag", etag);
        }
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (from + count - 1) + "/" + size);
        exchange.sendResponseHeaders(206, count);
        sent.addAndGet(count);
        exchange.getResponseBody().write(body);
    }

    private ModelFileFacts read(String url) throws IOException {
        try (RandomAccessSource source = files.open(url, files.deadline())) {
            return ModelFiles.read(List.of(source), Limits.DEFAULT);
        }
    }

    @Test
    void a_header_is_read_in_ranges_and_the_weights_are_not() throws IOException {
        byte[] file = header(5000);
        long size = file.length + 5_000_000_000L;
        at("/m.safetensors", (exchange, from, length) -> part(exchange, file, size, from, length, ETAG));
        ModelFileFacts facts = read(url("/m.safetensors"));
        assertThat(facts.parameterCount()).isEqualTo(1_250_000_000L);
        assertThat(facts.files().get(0).bytesRead()).isLessThanOrEqualTo(size / 100);
        assertThat((long) sent.get()).isLessThanOrEqualTo(size / 100);
        assertThat(requests).hasSizeGreaterThan(1);
        assertThat(requests.get(0).getRequestHeaders().getFirst("If-Range")).isNull();
        assertThat(requests.subList(1, requests.size()))
                .allSatisfy(each -> assertThat(each.getRequestHeaders().getFirst("If-Range"))
                        .isEqualTo(ETAG));
    }

    @Test
    void a_small_file_is_read_at_once() throws IOException {
        byte[] file = header(1);
        long size = file.length + 1_000_000L;
        at("/m.safetensors", (exchange, from, length) -> part(exchange, file, size, from, length, null));
        assertThat(read(url("/m.safetensors")).parameterCount()).isEqualTo(250_000);
        assertThat(requests).hasSize(1);
    }

    @Test
    void without_a_validator_nothing_is_put_together_from_parts() {
        byte[] file = header(5000);
        long size = file.length + 5_000_000_000L;
        at("/m.safetensors", (exchange, from, length) -> part(exchange, file, size, from, length, "W/\"weak\""));
        assertThatThrownBy(() -> read(url("/m.safetensors"))).hasMessageContaining("without a strong ETag");
    }

    @Test
    void a_file_that_changes_meanwhile_is_refused() {
        byte[] file = header(5000);
        long size = file.length + 5_000_000_000L;
        at(
                "/etag.safetensors",
                (exchange, from, length) ->
                        part(exchange, file, size, from, length, "\"v" + Math.min(2, requests.size()) + "\""));
        assertThatThrownBy(() -> read(url("/etag.safetensors"))).hasMessageContaining("changed while it was read");
        requests.clear();
        at(
                "/size.safetensors",
                (exchange, from, length) ->
                        part(exchange, file, size + Math.min(2, requests.size()), from, length, ETAG));
        assertThatThrownBy(() -> read(url("/size.safetensors"))).hasMessageContaining("changed while it was read");
        requests.clear();
        at("/whole.safetensors", (exchange, from, length) -> {
            if (requests.size() == 1) {
                part(exchange, file, size, from, length, ETAG);
            } else {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write(new byte[1000]);
            }
        });
        assertThatThrownBy(() -> read(url("/whole.safetensors"))).hasMessageContaining("changed while it was read");
    }

    @Test
    void a_host_that_sends_the_whole_file_is_left_at_once() {
        at("/m.safetensors", (exchange, from, length) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                byte[] block = new byte[1 << 16];
                for (int i = 0; i < 16_000; i++) {
                    body.write(block);
                    sent.addAndGet(block.length);
                }
            } catch (IOException closed) {
                // Wanted: the reader hangs up.
            }
        });
        assertThatThrownBy(() -> read(url("/m.safetensors"))).hasMessageContaining("does not serve ranges");
        assertThat(sent.get()).isLessThan(64 << 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes 1-16384/99999999",
                "bytes 0-16383/*",
                "bytes 0-9/99999999",
                "bytes 0-16384/99999999",
                "items 0-16383/99999999",
                "bytes 0-16383/99999999999999999999"
            })
    void a_part_that_was_not_asked_for_is_refused(String range) {
        at("/m.safetensors", (exchange, from, length) -> {
            exchange.getResponseHeaders().set("ETag", ETAG);
            exchange.getResponseHeaders().set("Content-Range", range);
            exchange.sendResponseHeaders(206, length);
            exchange.getResponseBody().write(new byte[length]);
        });
        assertThatThrownBy(() -> read(url("/m.safetensors"))).isInstanceOf(RegistryException.class);
    }

    @Test
    void a_part_longer_than_was_asked_for_is_not_taken_in() {
        at("/m.safetensors", (exchange, from, length) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-16383/99999999");
            exchange.sendResponseHeaders(206, 10_000_000);
            exchange.getResponseBody().write(new byte[10_000_000]);
        });
        assertThatThrownBy(() -> read(url("/m.safetensors"))).isInstanceOf(RegistryException.class);
    }

    @Test
    void a_compressed_part_is_refused() {
        at("/m.safetensors", (exchange, from, length) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            part(exchange, header(1), 2_000_000, from, length, ETAG);
        });
        assertThatThrownBy(() -> read(url("/m.safetensors"))).hasMessageContaining("another part");
    }

    @Test
    void a_slow_host_is_not_waited_for() {
        at("/m.safetensors", (exchange, from, length) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-16383/99999999");
            exchange.sendResponseHeaders(206, length);
            try {
                for (int i = 0; i < length; i++) {
                    exchange.getResponseBody().write(0);
                    exchange.getResponseBody().flush();
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Settings hasty = new Settings();
        hasty.timeout = Duration.ofMillis(400);
        RegistryFiles impatient = files(hasty);
        long start = System.nanoTime();
        assertThatThrownBy(() -> impatient.open(url("/m.safetensors"), impatient.deadline()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too long");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        impatient.close();
    }

    @Test
    void redirects_are_followed_within_the_list_only_and_take_no_token_along() throws IOException {
        byte[] file = header(1);
        at("/moved.safetensors", (exchange, from, length) -> {
            exchange.getResponseHeaders()
                    .set("Location", "http://localhost:" + server.getAddress().getPort() + "/blob/1?signature=x");
            exchange.sendResponseHeaders(302, -1);
        });
        at("/blob/", (exchange, from, length) -> part(exchange, file, file.length + 1_000_000L, from, length, ETAG));
        assertThatThrownBy(() -> read(url("/moved.safetensors")))
                .hasMessageContaining("is redirected to an address that is at a host from which nothing is fetched");

        requests.clear();
        Settings both = new Settings();
        both.hosts = List.of(host(), "localhost:" + server.getAddress().getPort());
        both.tokens = List.of("127.0.0.1=secret");
        files = files(both);
        assertThat(read(url("/moved.safetensors")).files().get(0).name()).isEqualTo("moved.safetensors");
        assertThat(requests.get(0).getRequestHeaders().getFirst("Authorization"))
                .isEqualTo("Bearer secret");
        assertThat(requests.get(1).getRequestHeaders().getFirst("Authorization"))
                .isNull();
        assertThat(requests.get(1).getRequestURI().getQuery()).isEqualTo("signature=x");
    }

    @Test
    void redirects_that_lead_in_circles_or_elsewhere_are_refused() {
        at("/circle", (exchange, from, length) -> {
            exchange.getResponseHeaders().set("Location", "/circle");
            exchange.sendResponseHeaders(307, -1);
        });
        assertThatThrownBy(() -> read(url("/circle"))).hasMessageContaining("more than 5 times");
        at("/file", (exchange, from, length) -> {
            exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThatThrownBy(() -> read(url("/file"))).hasMessageContaining("must begin with https");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 416, 500})
    void what_a_host_refuses_is_told_by_its_status_alone(int status) {
        at("/m.safetensors", (exchange, from, length) -> {
            byte[] secret = "internal detail".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, secret.length);
            exchange.getResponseBody().write(secret);
        });
        assertThatThrownBy(() -> read(url("/m.safetensors")))
                .isInstanceOf(RegistryException.class)
                .hasMessageNotContaining("internal detail");
    }

    @Test
    void nothing_is_fetched_without_a_list_nor_from_inside_a_network_unless_that_is_configured() {
        Settings none = new Settings();
        none.hosts = null;
        assertThatThrownBy(() -> files(none).open(url("/m"), Long.MAX_VALUE))
                .hasMessageContaining("Set portcullis.registry.hosts");
        Settings other = new Settings();
        other.hosts = List.of("models.example.com");
        assertThatThrownBy(() -> files(other).open(url("/m"), Long.MAX_VALUE))
                .hasMessageContaining("from which nothing is fetched");
        Settings outside = new Settings();
        outside.hosts = List.of(host(), "localhost:1");
        outside.inside = false;
        assertThatThrownBy(() -> files(outside).open(url("/m"), System.nanoTime() + 1_000_000_000L))
                .hasMessageContaining("inside a network");
        assertThatThrownBy(() -> files(outside).open("http://localhost:1/m", System.nanoTime() + 1_000_000_000L))
                .hasMessageContaining("inside a network");
        Settings secure = new Settings();
        secure.plain = false;
        assertThatThrownBy(() -> files(secure).open(url("/m"), Long.MAX_VALUE)).hasMessageContaining("https://");
        assertThat(requests).isEmpty();
    }

    @Test
    void an_unknown_host_is_told_from_a_wrong_file() {
        Settings gone = new Settings();
        gone.hosts = List.of("127.0.0.1:1");
        assertThatThrownBy(() -> files(gone).open("http://127.0.0.1:1/m", files.deadline()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(RegistryException.class);
    }

    @Test
    void the_name_in_a_certificate_counts_although_the_address_is_connected_to(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Path pem = folder.resolve("certificate.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-file",
                pem.toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        byte[] file = header(1);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls(store)));
        secure.createContext("/m.safetensors", exchange -> {
            try (exchange) {
                part(exchange, file, file.length + 1_000_000L, 0, 1 << 14, ETAG);
            }
        });
        secure.setExecutor(threads);
        secure.start();
        int port = secure.getAddress().getPort();
        Settings settings = new Settings();
        settings.plain = false;
        settings.hosts = List.of("localhost:" + port, "127.0.0.1:" + port);
        settings.trusted = pem.toString();
        RegistryFiles trusting = files(settings);
        settings.trusted = null;
        RegistryFiles wary = files(settings);
        try {
            String named = "https://localhost:" + port + "/m.safetensors";
            assertThat(trusting.open(named, trusting.deadline()).size()).isEqualTo(file.length + 1_000_000L);
            assertThatThrownBy(() -> trusting.open("https://127.0.0.1:" + port + "/m.safetensors", trusting.deadline()))
                    .hasMessageContaining("cannot be reached");
            assertThatThrownBy(() -> wary.open(named, wary.deadline())).hasMessageContaining("cannot be reached");
        } finally {
            trusting.close();
            wary.close();
            secure.stop(0);
        }
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor())
                .as(new String(output, StandardCharsets.UTF_8))
                .isZero();
    }

    private static SSLContext tls(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** What a test sets. */
    private final class Settings implements RegistrySettings {
        private List<String> hosts = List.of(host());
        private List<String> tokens = List.of();
        private boolean plain = true;
        private boolean inside = true;
        private Duration timeout = Duration.ofSeconds(10);
        private String trusted;

        @Override
        public Optional<String> trustedCertificates() {
            return Optional.ofNullable(trusted);
        }

        @Override
        public Optional<List<String>> hosts() {
            return Optional.ofNullable(hosts);
        }

        @Override
        public Optional<List<String>> tokens() {
            return Optional.of(tokens);
        }

        @Override
        public boolean plainHttp() {
            return plain;
        }

        @Override
        public boolean privateAddresses() {
            return inside;
        }

        @Override
        public Duration requestTimeout() {
            return timeout;
        }

        @Override
        public Duration derivationTimeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public int concurrency() {
            return 2;
        }
    }
}
