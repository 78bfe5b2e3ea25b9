package dev.portcullis.screening.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Publishers of lists: the UN's with entity tags, the EU's that is down, OFAC's that begins its answer and never ends it, and nobody else. A test PUTs
 * what the UN publishes next, and reads from {@code /unchanged} how often it was told that nothing had changed.
 */
public final class PublisherServer implements QuarkusTestResourceLifecycleManager {
    private final AtomicInteger edition = new AtomicInteger(1);
    private final AtomicInteger unchanged = new AtomicInteger();
    private volatile byte[] list = new byte[0];
    private HttpServer server;
    private ExecutorService threads;

    @Override
    public Map<String, String> start() {
        try (InputStream in = Objects.requireNonNull(PublisherServer.class.getResourceAsStream("/lists/un.xml"))) {
            list = in.readAllBytes();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/un.xml", this::un);
        server.createContext("/endless.xml", PublisherServer::endless);
        server.createContext("/unchanged", exchange -> answer(exchange, 200, String.valueOf(unchanged.get())));
        server.createContext("/", exchange -> answer(exchange, 503, "down"));
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> settings = new HashMap<>();
        for (String source : new String[] {"consolidated", "ofac-consolidated", "bis-part-744", "eu", "uk"}) {
            settings.put("portcullis.screening.download.addresses." + source, address + "/down");
        }
        settings.put("portcullis.screening.download.addresses.un", address + "/un.xml");
        settings.put("portcullis.screening.download.addresses.ofac-sdn", address + "/endless.xml");
        settings.put("portcullis.screening.download.enabled", "true");
        settings.put("portcullis.screening.download.tick", "1s");
        settings.put("portcullis.screening.download.interval", "PT1S");
        settings.put("portcullis.screening.download.retry", "PT2S");
        settings.put("portcullis.screening.download.longest", "PT2S");
        settings.put("test.publisher", address);
        return settings;
    }

    private void un(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            list = exchange.getRequestBody().readAllBytes();
            edition.incrementAndGet();
            answer(exchange, 204, "");
            return;
        }
        String tag = "\"edition-" + edition.get() + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            answer(exchange, 304, "");
        } else {
            answer(exchange, 200, new String(list, StandardCharsets.UTF_8));
        }
    }

    /** A byte now and then, so that no single read waits for long. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!Thread.currentThread().isInterrupted()) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
