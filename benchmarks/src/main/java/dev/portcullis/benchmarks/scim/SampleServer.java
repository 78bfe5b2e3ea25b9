package dev.portcullis.benchmarks.scim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.BulkConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * SCIM-SDK with a handler of the kind of its samples: users in a map in memory, names unique, filters left to the library. Nothing
 * is sealed, written to disk or told to anybody.
 */
final class SampleServer implements AutoCloseable {
    private final HttpServer http;
    private final ResourceEndpoint endpoint = new ResourceEndpoint(
            ServiceProvider.builder()
                    .filterConfig(FilterConfig.builder()
                            .supported(true)
                            .maxResults(200)
                            .build())
                    .patchConfig(PatchConfig.builder().supported(true).build())
                    .bulkConfig(BulkConfig.builder()
                            .supported(true)
                            .maxOperations(1000)
                            .maxPayloadSize(1L << 21)
                            .build())
                    .build(),
            new UserEndpointDefinition(new InMemory()));

    SampleServer() throws IOException {
        endpoint.getResourceTypeByName("User").orElseThrow().getFeatures().setAutoFiltering(true);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/scim/v2", this::handle);
        http.setExecutor(Executors.newFixedThreadPool(4));
        http.start();
    }

    String base() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/scim/v2";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/scim+json"));
            ScimResponse response = endpoint.handleRequest(
                    "http://127.0.0.1" + exchange.getRequestURI(),
                    HttpMethod.valueOf(exchange.getRequestMethod()),
                    body.isEmpty() ? null : body,
                    headers,
                    new Context(null));
            byte[] answer = response.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/scim+json");
            exchange.sendResponseHeaders(response.getHttpStatus(), answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private static final class InMemory extends ResourceHandler<User> {
        private final Map<String, User> users = new ConcurrentHashMap<>();
        private final Map<String, String> names = new ConcurrentHashMap<>();

        @Override
        public User createResource(User resource, Context context) {
            String id = UUID.randomUUID().toString();
            if (names.putIfAbsent(resource.getUserName().orElseThrow(), id) != null) {
                throw new ConflictException("taken");
            }
            resource.setId(id);
            resource.setMeta(Meta.builder()
                    .created(Instant.now())
                    .lastModified(Instant.now())
                    .build());
            users.put(id, resource);
            return resource;
        }

        @Override
        public User getResource(
                String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
            User user = users.get(id);
            if (user == null) {
                throw new ResourceNotFoundException("none");
            }
            return user;
        }

        @Override
        public PartialListResponse<User> listResources(
                long startIndex,
                int count,
                FilterNode filter,
                SchemaAttribute sortBy,
                SortOrder sortOrder,
                List<SchemaAttribute> attributes,
                List<SchemaAttribute> excluded,
                Context context) {
            return PartialListResponse.<User>builder()
                    .resources(new ArrayList<>(users.values()))
                    .totalResults(users.size())
                    .build();
        }

        @Override
        public User updateResource(User resource, Context context) {
            resource.getMeta().ifPresent(meta -> meta.setLastModified(Instant.now()));
            users.put(resource.getId().orElseThrow(), resource);
            return resource;
        }

        @Override
        public void deleteResource(String id, Context context) {
            users.remove(id);
        }
    }
}
