package dev.portcullis.classification.registry;

import dev.portcullis.classification.modelfile.RandomAccessSource;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files of model registries, read over HTTP in ranges. Only hosts of the configured list are reached, redirects included. A host's
 * address is looked up once, checked, and then connected to by number: a second answer of the name service cannot lead elsewhere.
 * Calls block; they belong on worker threads.
 */
@ApplicationScoped
public class RegistryFiles {
    private static final int FIRST_RANGE = 1 << 14;
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_REQUESTS = 4000;
    private static final int CONNECT_MILLIS = 5000;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final RegistrySettings settings;
    private final HttpClient client;

    @Inject
    RegistryFiles(Vertx vertx, RegistrySettings settings) {
        this.settings = settings;
        HttpClientOptions options = new HttpClientOptions()
                .setName("model-files")
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(Math.max(1, settings.concurrency()))
                .setIdleTimeout(30)
                .setTryUseCompression(false);
        settings.trustedCertificates()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        this.client = vertx.createHttpClient(options);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The time by which a derivation that begins now must have its files, on the clock of {@link System#nanoTime}. */
    public long deadline() {
        return System.nanoTime() + settings.derivationTimeout().toNanos();
    }

    /**
     * Opens a file: follows redirects, learns its size and what tells its versions apart.
     *
     * @param url where it lies
     * @param deadline from {@link #deadline()}
     * @throws RegistryException where it may not be reached, or the host does not answer as it must
     * @throws IOException where the host cannot be reached now
     */
    public RandomAccessSource open(String url, long deadline) throws IOException {
        Destination first = destination(url);
        Destination at = first;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            InetAddress address = address(at);
            Answer answer = get(at, address, 0, FIRST_RANGE, null, deadline);
            if (!REDIRECTS.contains(answer.status())) {
                return new RangeFile(first.fileName(), at, address, answer, deadline);
            }
            at = redirect(at, answer.location());
        }
        throw new RegistryException("leads from one redirect to the next, more than " + MOST_REDIRECTS + " times");
    }

    private Destination redirect(Destination from, @Nullable String location) throws RegistryException {
        if (location == null) {
            throw new RegistryException("is redirected to nowhere");
        }
        URI to;
        try {
            to = from.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw new RegistryException("is redirected to something that is no address");
        }
        try {
            return destination(to.toString());
        } catch (RegistryException e) {
            throw new RegistryException("is redirected to an address that " + e.getMessage());
        }
    }

    private Destination destination(String url) throws RegistryException {
        Destination destination;
        try {
            destination = Destination.of(url, settings.plainHttp());
        } catch (IllegalArgumentException e) {
            throw new RegistryException(e.getMessage() == null ? "is no address" : e.getMessage());
        }
        List<String> hosts = settings.hosts().orElse(List.of());
        if (hosts.isEmpty()) {
            throw new RegistryException(
                    "cannot be fetched: no host is configured to fetch files from. Set portcullis.registry.hosts,"
                            + " or send the head of the file");
        }
        if (!destination.isAmong(hosts)) {
            throw new RegistryException(
                    "is at a host from which nothing is fetched: portcullis.registry.hosts lists those that are");
        }
        return destination;
    }

    private InetAddress address(Destination destination) throws IOException {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(destination.host());
        } catch (UnknownHostException e) {
            throw new IOException("the name of the host is not known");
        }
        if (!settings.privateAddresses() && !Arrays.stream(all).allMatch(Addresses::isPublic)) {
            throw new RegistryException(
                    "is at a host with an address inside a network: portcullis.registry.private-addresses allows"
                            + " these");
        }
        return all[0];
    }

    @Nullable
    private String token(String host) {
        for (String entry : settings.tokens().orElse(List.of())) {
            int equals = entry.indexOf('=');
            if (equals > 0 && entry.substring(0, equals).strip().equalsIgnoreCase(host)) {
                return entry.substring(equals + 1).strip();
            }
        }
        return null;
    }

    /**
     * What a host answered. Only the body of the range that was asked for is taken in, and only where it has the length that it must.
     */
    private record Answer(
            int status,
            @Nullable String location,
            @Nullable String range,
            @Nullable String validator,
            @Nullable String encoding,
            @Nullable Buffer body) {}

    private Answer get(
            Destination to, InetAddress address, long from, int length, @Nullable String ifRange, long deadline)
            throws IOException {
        long left = Math.min(settings.requestTimeout().toNanos(), deadline - System.nanoTime());
        if (left <= 0) {
            throw new RegistryException("takes too long: the time for one derivation is over");
        }
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(to.port(), address.getHostAddress()))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.tls())
                .setURI(to.target())
                .setFollowRedirects(false)
                .putHeader("Accept-Encoding", "identity")
                .putHeader("Range", "bytes=" + from + "-" + (from + length - 1));
        if (ifRange != null) {
            options.putHeader("If-Range", ifRange);
        }
        String token = token(to.host());
        if (token != null) {
            options.putHeader("Authorization", "Bearer " + token);
        }
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        Future<Answer> answer = client.request(options).compose(request -> {
            sent.set(request);
            return request.send().compose(response -> taken(request, response, length));
        });
        try {
            return answer.toCompletionStage().toCompletableFuture().get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            HttpClientRequest request = sent.get();
            if (request != null) {
                request.reset();
            }
            throw new IOException("the host takes too long to answer");
        } catch (ExecutionException e) {
            throw new IOException("the host cannot be reached, or breaks off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static Future<Answer> taken(HttpClientRequest request, HttpClientResponse response, int length) {
        String etag = response.getHeader("ETag");
        boolean strong = etag != null && etag.startsWith("\"");
        Answer head = new Answer(
                response.statusCode(),
                response.getHeader("Location"),
                response.getHeader("Content-Range"),
                strong ? etag : response.getHeader("Last-Modified"),
                response.getHeader("Content-Encoding"),
                null);
        String stated = response.getHeader("Content-Length");
        boolean bounded = stated != null && stated.matches("\\d{1,9}") && Integer.parseInt(stated) <= length;
        if (response.statusCode() != 206 || !bounded) {
            // The rest of the answer is not wanted; that it breaks off is no fault to be logged.
            response.exceptionHandler(brokenOff -> {});
            request.reset();
            return Future.succeededFuture(head);
        }
        return response.body()
                .map(body -> new Answer(
                        head.status(), head.location(), head.range(), head.validator(), head.encoding(), body));
    }

    /** A file in a registry. Every answer must be of the version that the first one was. */
    private final class RangeFile implements RandomAccessSource {
        private final String name;
        private final Destination at;
        private final InetAddress address;
        private final long deadline;
        private final long size;
        private final @Nullable String validator;
        private final byte[] start;
        private int requests = 1;

        RangeFile(String name, Destination at, InetAddress address, Answer first, long deadline)
                throws RegistryException {
            this.name = name;
            this.at = at;
            this.address = address;
            this.deadline = deadline;
            this.validator = first.validator();
            Matcher range = range(first);
            this.size = Long.parseLong(range.group(3));
            this.start = checked(first, range, 0, (int) Math.min(FIRST_RANGE, size));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public ByteBuffer read(long offset, int length) throws IOException {
            if (offset + length <= start.length) {
                return ByteBuffer.wrap(Arrays.copyOfRange(start, (int) offset, (int) offset + length));
            }
            if (length == 0) {
                return ByteBuffer.allocate(0);
            }
            if (validator == null) {
                throw new RegistryException(
                        "is served without a strong ETag or a Last-Modified: whether it changes while it is read"
                                + " cannot be told");
            }
            if (++requests > MOST_REQUESTS) {
                throw new RegistryException("needs more than " + MOST_REQUESTS + " requests to be read");
            }
            Answer answer = get(at, address, offset, length, validator, deadline);
            if (answer.status() == 200 || answer.status() == 412) {
                throw new RegistryException("changed while it was read: try again");
            }
            Matcher range = range(answer);
            if (!validator.equals(answer.validator()) || Long.parseLong(range.group(3)) != size) {
                throw new RegistryException("changed while it was read: try again");
            }
            return ByteBuffer.wrap(checked(answer, range, offset, length));
        }

        private Matcher range(Answer answer) throws RegistryException {
            if (answer.status() != 206) {
                throw new RegistryException(
                        answer.status() == 200
                                ? "is at a host that does not serve ranges; to read it would mean to load it"
                                : answer.status() == 416
                                        ? "is empty"
                                        : "is answered with status " + answer.status()
                                                + (answer.status() == 401 || answer.status() == 403
                                                        ? ": portcullis.registry.tokens may lack a token for the host"
                                                        : ""));
            }
            Matcher range = CONTENT_RANGE.matcher(answer.range() == null ? "" : answer.range());
            if (!range.matches()) {
                throw new RegistryException("is answered with a part, and not said which");
            }
            return range;
        }

        private byte[] checked(Answer answer, Matcher range, long offset, int length) throws RegistryException {
            Buffer body = answer.body();
            boolean identity = answer.encoding() == null || answer.encoding().equals("identity");
            if (body == null
                    || !identity
                    || body.length() != length
                    || Long.parseLong(range.group(1)) != offset
                    || Long.parseLong(range.group(2)) != offset + length - 1) {
                throw new RegistryException("is answered with another part than was asked for");
            }
            return body.getBytes();
        }

        @Override
        public void close() {}
    }
}
