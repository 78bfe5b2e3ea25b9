package dev.portcullis.screening.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a file, once, if it changed since it was last asked for. Redirects are followed, never from HTTPS to HTTP. What a body holds is for
 * its reader to judge; a page of HTML with status 200 is refused there.
 */
final class ListFetch {
    private static final int PORTS = 65_535;

    private final HttpClient client;
    private final Duration timeout;
    private final Duration longest;
    private final long largest;

    /**
     * A client.
     *
     * @param timeout how long an answer may take to begin
     * @param longest how long it may take from there to its end; what is not there then is not read
     * @param largest how many bytes of it are read
     * @param proxy {@code host:port}; none where it is absent
     */
    ListFetch(Duration timeout, Duration longest, long largest, @Nullable String proxy) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(timeout).followRedirects(HttpClient.Redirect.NORMAL);
        if (proxy != null) {
            builder.proxy(ProxySelector.of(proxy(proxy)));
        }
        this.client = builder.build();
        this.timeout = timeout;
        this.longest = longest;
        this.largest = largest;
    }

    /**
     * What the publisher said of a version of the file.
     *
     * @param etag its entity tag
     * @param lastModified its date
     */
    record Version(@Nullable String etag, @Nullable String lastModified) {
        static final Version NONE = new Version(null, null);
    }

    /**
     * An answer; it must be closed.
     *
     * @param body the file; absent where it did not change
     * @param version the version that it is of
     */
    record Answer(@Nullable InputStream body, Version version) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (body != null) {
                body.close();
            }
        }
    }

    /**
     * Asks for the file.
     *
     * @throws IOException where the publisher cannot be reached or answers with another status than 200 and 304
     */
    Answer fetch(URI address, Version known) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("User-Agent", "portcullis-screening")
                .GET();
        if (known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.header("If-Modified-Since", known.lastModified());
        }
        HttpResponse<InputStream> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the download was interrupted", e);
        }
        int status = response.statusCode();
        if (status == 304) {
            response.body().close();
            return new Answer(null, known);
        }
        if (status != 200) {
            response.body().close();
            throw new IOException("the publisher answered with status " + status);
        }
        return new Answer(
                new BoundedAnswer(response.body(), longest, largest),
                new Version(
                        response.headers().firstValue("ETag").orElse(null),
                        response.headers().firstValue("Last-Modified").orElse(null)));
    }

    private static InetSocketAddress proxy(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        try {
            int port = Integer.parseInt(hostAndPort.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= PORTS) {
                return new InetSocketAddress(hostAndPort.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a proxy is host:port", e);
        }
        throw new IllegalArgumentException("a proxy is host:port");
    }
}
