package dev.portcullis.screening.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small Federal Register: the documents of the great days in pages, with entity tags. Under {@code /control?} a test tells it how to
 * behave, and under {@code /counts} it tells how often it was asked and answered that nothing had changed.
 */
public final class FederalRegisterServer implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/documents.json";
    private static final int PAGE = 6;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private volatile String mode = "up";
    private volatile String lastQuery = "";
    private HttpServer server;
    private ExecutorService threads;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "portcullis.signals.federal-register.url", open() + PATH,
                "portcullis.signals.federal-register.every", "PT1S",
                "portcullis.signals.federal-register.longest-back-off", "PT2S",
                "portcullis.signals.federal-register.look", "1s",
                "portcullis.signals.stream-pulse", "PT1S");
    }

    /** Starts and gives the address. */
    String open() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newFixedThreadPool(4);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    void behave(String how) {
        mode = how;
    }

    String lastQuery() {
        return lastQuery;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
            switch (exchange.getRequestURI().getPath()) {
                case "/control" -> {
                    mode = query;
                    send(exchange, 200, "{}");
                }
                case "/counts" -> send(exchange, 200, "{\"asked\":" + asked + ",\"unchanged\":" + unchanged + "}");
                default -> documents(exchange, query);
            }
        }
    }

    private void documents(HttpExchange exchange, String query) throws IOException {
        asked.incrementAndGet();
        lastQuery = query;
        switch (mode) {
            case "down" -> {
                exchange.getResponseHeaders().add("Retry-After", "1");
                send(exchange, 503, "<html>down for maintenance</html>");
            }
            case "html" -> send(exchange, 200, "<html>It works</html>");
            case "elsewhere" ->
                send(exchange, 200, "{\"count\":0,\"next_page_url\":\"http://other.example/api/v1/documents.json\"}");
            case "circle" -> send(exchange, 200, "{\"count\":0,\"next_page_url\":\"" + PATH + "?page=1\"}");
            case "endless" -> endless(exchange);
            case "silent" -> pause();
            case "empty" -> send(exchange, 200, "{\"count\":0}");
            case "ragged" ->
                send(
                        exchange,
                        200,
                        "{\"count\":3,\"results\":[7,{\"title\":\"no number\"},"
                                + "{\"document_number\":\"1\",\"title\":\"t\",\"publication_date\":\"yesterday\"}]}");
            default -> page(exchange, query);
        }
    }

    private void page(HttpExchange exchange, String query) throws IOException {
        boolean second = query.startsWith("page=2");
        String tag = "\"great-days-" + (second ? 2 : 1) + "\"";
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders().add("ETag", tag);
        exchange.getResponseHeaders().add("Last-Modified", "Wed, 12 Nov 2025 13:45:00 GMT");
        JsonNode all = greatDays().path("results");
        ObjectNode page = JSON.createObjectNode().put("count", all.size());
        ArrayNode results = page.putArray("results");
        for (int i = second ? PAGE : 0; i < (second ? all.size() : PAGE); i++) {
            results.add(all.get(i));
        }
        if (!second) {
            page.put("next_page_url", "http://127.0.0.1:" + server.getAddress().getPort() + PATH + "?page=2");
        }
        send(exchange, 200, page.toString());
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) ' ');
        try {
            while (true) {
                exchange.getResponseBody().write(block);
            }
        } catch (IOException theReaderHasHadEnough) {
            // as it should
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static JsonNode greatDays() throws IOException {
        try (InputStream in = FederalRegisterServer.class.getResourceAsStream("/signals/great-days.json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
