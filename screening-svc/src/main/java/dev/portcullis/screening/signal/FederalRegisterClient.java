package dev.portcullis.screening.signal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.http.BoundedBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks the Federal Register's JSON interface. Calls block; answers are bounded; redirects are not followed, and pages lead to no other host. */
@ApplicationScoped
public class FederalRegisterClient {
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final int PAGE = 200;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private static final List<String> FIELDS = List.of(
            "document_number",
            "type",
            "title",
            "abstract",
            "action",
            "dates",
            "publication_date",
            "effective_on",
            "agencies",
            "cfr_references",
            "citation",
            "html_url");

    private final SignalSettings settings;
    private final ObjectMapper json;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    @Inject
    FederalRegisterClient(SignalSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /**
     * What makes the next question a conditional one.
     *
     * @param etag the entity tag of the last answer's first page
     * @param lastModified when that was changed last
     */
    record Validators(@Nullable String etag, @Nullable String lastModified) {
        static final Validators NONE = new Validators(null, null);
    }

    /**
     * An answer.
     *
     * @param changed whether there may be something new
     * @param documents all documents of the time that was asked for; none where nothing changed
     * @param unreadable how many could not be read
     * @param validators what makes the next question a conditional one
     */
    record Answer(boolean changed, List<FederalRegisterDocument> documents, int unreadable, Validators validators) {}

    /** The address of the documents since a day. */
    URI since(LocalDate day) {
        StringBuilder query = new StringBuilder();
        settings.federalRegister().agencies().forEach(agency -> add(query, "conditions[agencies][]", agency));
        add(query, "conditions[publication_date][gte]", day.toString());
        FIELDS.forEach(field -> add(query, "fields[]", field));
        add(query, "per_page", Integer.toString(PAGE));
        add(query, "order", "oldest");
        String base = settings.federalRegister().url().orElseThrow();
        return URI.create(base + (base.contains("?") ? "&" : "?") + query);
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Asks for the documents at an address and at the pages that follow. */
    Answer ask(URI first, Validators known) throws FeedFaultException {
        HttpResponse<byte[]> answer = send(first, known);
        Validators validators = validators(answer.headers());
        if (answer.statusCode() == 304) {
            return new Answer(false, List.of(), 0, known);
        }
        List<FederalRegisterDocument> documents = new ArrayList<>();
        int unreadable = 0;
        Set<URI> seen = new HashSet<>(Set.of(first));
        FederalRegisterPage page = page(answer);
        while (true) {
            documents.addAll(page.documents());
            unreadable += page.unreadable();
            URI next = next(first, page.next());
            if (next == null) {
                return new Answer(true, documents, unreadable, validators);
            }
            if (!seen.add(next) || seen.size() > settings.federalRegister().mostPages()) {
                throw new FeedFaultException("leads from page to page without an end");
            }
            page = page(send(next, Validators.NONE));
        }
    }

    private FederalRegisterPage page(HttpResponse<byte[]> answer) throws FeedFaultException {
        int status = answer.statusCode();
        if (status != 200) {
            throw new FeedFaultException("answers with the status " + status, retryAfter(answer.headers()));
        }
        try {
            return FederalRegisterPage.read(json, answer.body());
        } catch (IOException e) {
            throw new FeedFaultException("answers with something that is no page of documents");
        }
    }

    /** The next page, which is asked for where the first one was. */
    private static @Nullable URI next(URI first, @Nullable String address) throws FeedFaultException {
        if (address == null) {
            return null;
        }
        try {
            URI next = first.resolve(address);
            if (first.getScheme().equals(next.getScheme())
                    && first.getRawAuthority().equals(next.getRawAuthority())) {
                return next;
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw new FeedFaultException("leads to a page that is somewhere else");
    }

    private HttpResponse<byte[]> send(URI address, Validators known) throws FeedFaultException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.federalRegister().requestTimeout())
                .header("Accept", "application/json")
                .header("User-Agent", "portcullis");
        if (known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.header("If-Modified-Since", known.lastModified());
        }
        // The timeout of a request ends with the head of its answer; this one is for the body too.
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request.GET().build(), head -> new BoundedBody(LARGEST_ANSWER));
        try {
            return sent.get(settings.federalRegister().requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new FeedFaultException("takes too long to answer");
        } catch (ExecutionException e) {
            // Both clocks ring at the same time: what is said does not depend on which is heard first.
            if (e.getCause() instanceof HttpTimeoutException) {
                throw new FeedFaultException("takes too long to answer");
            }
            throw new FeedFaultException("cannot be reached, breaks off or answers without an end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedFaultException("was not waited for");
        }
    }

    private static Validators validators(HttpHeaders headers) {
        return new Validators(
                headers.firstValue("ETag").filter(FederalRegisterClient::fits).orElse(null),
                headers.firstValue("Last-Modified")
                        .filter(FederalRegisterClient::fits)
                        .orElse(null));
    }

    private static boolean fits(String header) {
        return header.length() <= 200;
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }
}
