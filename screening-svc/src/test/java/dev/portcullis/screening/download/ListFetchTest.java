package dev.portcullis.screening.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListFetchTest {
    private static final byte[] LIST = "_id,source".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT");
            if (status.get() == 200 && same) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(status.get(), LIST.length);
                exchange.getResponseBody().write(LIST);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/list.csv");
    }

    @Test
    void a_file_that_did_not_change_is_not_sent_again() throws IOException {
        ListFetch fetch = new ListFetch(Duration.ofSeconds(30), Duration.ofMinutes(1), 1_000, null);
        ListFetch.Version version;
        try (ListFetch.Answer first = fetch.fetch(address(), ListFetch.Version.NONE)) {
            assertThat(Objects.requireNonNull(first.body()).readAllBytes()).isEqualTo(LIST);
            version = first.version();
            assertThat(version).isEqualTo(new ListFetch.Version("\"v1\"", "Fri, 20 Nov 2026 10:00:00 GMT"));
        }
        try (ListFetch.Answer second = fetch.fetch(address(), version)) {
            assertThat(second.body()).isNull();
            assertThat(second.version()).isEqualTo(version);
        }
    }

    @Test
    void an_answer_that_is_too_long_is_not_read_to_its_end() throws IOException {
        ListFetch fetch = new ListFetch(Duration.ofSeconds(30), Duration.ofMinutes(1), LIST.length - 1, null);
        try (ListFetch.Answer answer = fetch.fetch(address(), ListFetch.Version.NONE)) {
            assertThatThrownBy(() -> Objects.requireNonNull(answer.body()).readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("more than " + (LIST.length - 1) + " bytes");
        }
    }

    @Test
    void another_status_and_a_publisher_that_is_not_there_are_failures() {
        ListFetch fetch = new ListFetch(Duration.ofSeconds(30), Duration.ofMinutes(1), 1_000, null);
        status.set(503);
        assertThatThrownBy(() -> fetch.fetch(address(), ListFetch.Version.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503");
        URI gone = address();
        server.stop(0);
        assertThatThrownBy(() -> fetch.fetch(gone, ListFetch.Version.NONE)).isInstanceOf(IOException.class);
    }

    @Test
    void a_proxy_is_asked_in_the_publishers_place() throws IOException {
        ListFetch fetch = new ListFetch(
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                1_000,
                "127.0.0.1:" + server.getAddress().getPort());
        try (ListFetch.Answer answer =
                fetch.fetch(URI.create("http://publisher.invalid/list.csv"), ListFetch.Version.NONE)) {
            assertThat(answer.body()).isNotNull();
        }
        assertThat(asked).hasValue(1);
        assertThatThrownBy(() -> new ListFetch(Duration.ofSeconds(30), Duration.ofMinutes(1), 1_000, "nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_next_request_comes_within_the_jitter_and_never_later_than_the_interval_allows(
            @ForAll @IntRange(min = 0, max = 1_000) int failures,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double chance) {
        DownloadSchedule schedule = new DownloadSchedule(Duration.ofHours(6), Duration.ofMinutes(1), 0.1);
        Duration next = schedule.next(failures, chance);
        double minutes = failures == 0 ? 360 : Math.min(360, Math.pow(2, failures - 1));
        assertThat(next.toMillis() / 60_000.0).isBetween(minutes * 0.899, minutes * 1.101);
    }
}
