package dev.portcullis.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that are too large before a byte of them is read, with a problem document. The server's own limit
 * ({@code quarkus.http.limits.max-body-size}) is the last word for every path; here ordinary paths are held to less where that
 * limit is raised for an upload.
 */
@ApplicationScoped
public class BodyLimits {
    /** Runs ahead of the body handler and of authentication. */
    private static final int PRIORITY = 1000;

    private static final String TOO_LARGE =
            "{\"type\":\"urn:portcullis:problem:body-too-large\",\"title\":\"The body is too large\","
                    + "\"status\":413,\"detail\":\"Send at most %d bytes in one request to this address.\"}";
    private static final String LENGTH_REQUIRED =
            "{\"type\":\"urn:portcullis:problem:length-required\",\"title\":\"Content-Length is missing\","
                    + "\"status\":411,\"detail\":\"Send the body with a Content-Length instead of in chunks.\"}";

    @Inject
    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize serverLimit;

    /** What ordinary paths may carry. */
    @Inject
    @ConfigProperty(name = "portcullis.http.body-limit", defaultValue = "1M")
    MemorySize ordinaryLimit;

    /** Path prefixes that may use the server's whole limit. */
    @Inject
    @ConfigProperty(name = "portcullis.http.upload-paths")
    Optional<List<String>> uploadPaths;

    /** Path prefixes with limits of their own, such as {@code /v1/screenings=8M}; the first that fits counts. */
    @Inject
    @ConfigProperty(name = "portcullis.http.path-limits")
    Optional<List<String>> pathLimits;

    private Map<String, Long> limits = Map.of();

    void register(@Observes Filters filters) {
        Map<String, Long> own = new LinkedHashMap<>();
        for (String entry : pathLimits.orElse(List.of())) {
            String[] pathAndSize = entry.split("=", 2);
            if (pathAndSize.length != 2) {
                throw new IllegalArgumentException("portcullis.http.path-limits holds " + entry + " without a size");
            }
            own.put(
                    pathAndSize[0].strip(),
                    new MemorySizeConverter().convert(pathAndSize[1].strip()).asLongValue());
        }
        limits = own;
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean upload = uploadPaths.orElse(List.of()).stream().anyMatch(request.path()::startsWith);
        long limit = upload ? serverLimit.asLongValue() : Math.min(ownLimit(request.path()), serverLimit.asLongValue());
        String length = request.getHeader("Content-Length");
        if (length != null) {
            if (length.length() > 18
                    || !length.chars().allMatch(Character::isDigit)
                    || Long.parseLong(length) > limit) {
                refuse(context, 413, String.format(TOO_LARGE, limit));
                return;
            }
        } else if (request.getHeader("Transfer-Encoding") != null && limit < serverLimit.asLongValue()) {
            // The server would take in more than this path may carry.
            refuse(context, 411, LENGTH_REQUIRED);
            return;
        }
        context.next();
    }

    private long ownLimit(String path) {
        return limits.entrySet().stream()
                .filter(limit -> path.startsWith(limit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ordinaryLimit.asLongValue());
    }

    private static void refuse(RoutingContext context, int status, String problem) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(problem);
    }
}
