package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two other implementations, in memory. */
final class OtherServers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "https://other.example.com/scim/v2/Users";

    private final One one = new One();
    private final ResourceEndpoint sdk = new ResourceEndpoint(
            ServiceProvider.builder()
                    .filterConfig(FilterConfig.builder()
                            .supported(true)
                            .maxResults(10)
                            .build())
                    .patchConfig(PatchConfig.builder().supported(true).build())
                    .build(),
            new UserEndpointDefinition(one));

    OtherServers() {
        sdk.getResourceTypeByName("User").orElseThrow().getFeatures().setAutoFiltering(true);
    }

    /** Of a complex attribute we compare its value (RFC 7643, section 2.4); these two want it named. */
    private static String named(String filter) {
        return filter.replaceAll("emails (eq|ne|co|sw|ew|gt|ge|lt|le) ", "emails.value $1 ");
    }

    String unboundFilter(ObjectNode user, String filter) {
        try {
            return FilterEvaluator.evaluate(Filter.fromString(named(filter)), user) ? "yes" : "no";
        } catch (com.unboundid.scim2.common.exceptions.ScimException refused) {
            return "refused " + refused.getScimError().getScimType();
        }
    }

    String unboundPatch(ObjectNode user, String patch) throws Exception {
        try {
            GenericScimResource resource = new GenericScimResource(user.deepCopy());
            JsonUtils.getObjectReader()
                    .forType(com.unboundid.scim2.common.messages.PatchRequest.class)
                    .<com.unboundid.scim2.common.messages.PatchRequest>readValue(patch)
                    .apply(resource);
            return inactiveUnlessSaid(resource.getObjectNode());
        } catch (com.unboundid.scim2.common.exceptions.ScimException refused) {
            return "refused " + refused.getScimError().getScimType();
        } catch (com.fasterxml.jackson.databind.JsonMappingException refused) {
            return "refused";
        }
    }

    String sdkFilter(ObjectNode user, String filter) throws Exception {
        one.user = JsonHelper.readJsonDocument(whole(user).toString(), User.class);
        ScimResponse response = sdk.handleRequest(
                BASE + "?filter=" + URLEncoder.encode(named(filter), StandardCharsets.UTF_8),
                HttpMethod.GET,
                null,
                headers(),
                new Context(null));
        return response.getHttpStatus() == 200
                ? JSON.readTree(response.toString()).path("totalResults").asInt() == 1 ? "yes" : "no"
                : "refused";
    }

    String sdkPatch(ObjectNode user, String patch) throws Exception {
        one.user = JsonHelper.readJsonDocument(whole(user).toString(), User.class);
        ScimResponse response =
                sdk.handleRequest(BASE + "/per-1", HttpMethod.PATCH, patch, headers(), new Context(null));
        if (response.getHttpStatus() == 200) {
            JsonNode after = JSON.readTree(response.toString());
            return inactiveUnlessSaid((ObjectNode) after);
        }
        return response.getHttpStatus() < 300 ? inactiveUnlessSaid(user.deepCopy()) : "refused";
    }

    /** With us, who is not said to be active is not. */
    private static String inactiveUnlessSaid(ObjectNode user) {
        if (!user.has("active")) {
            user.put("active", false);
        }
        return DifferentialTest.normal(user).toString();
    }

    private static ObjectNode whole(ObjectNode user) {
        ObjectNode whole = user.deepCopy();
        whole.putObject("meta")
                .put("resourceType", "User")
                .put("created", "2026-01-01T00:00:00Z")
                .put("lastModified", "2026-01-01T00:00:00Z")
                .put("location", BASE + "/per-1");
        return whole;
    }

    private static Map<String, String> headers() {
        return new java.util.HashMap<>(Map.of("Content-Type", "application/scim+json"));
    }

    /** A store of one user. */
    private static final class One extends ResourceHandler<User> {
        private User user = new User();

        @Override
        public User createResource(User resource, Context context) {
            return resource;
        }

        @Override
        public User getResource(
                String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
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
                    .resources(new java.util.ArrayList<>(List.of(user)))
                    .totalResults(1)
                    .build();
        }

        @Override
        public User updateResource(User resource, Context context) {
            resource.getMeta().ifPresent(meta -> meta.setLastModified(Instant.EPOCH));
            if (resource.getMeta().isEmpty()) {
                resource.setMeta(Meta.builder()
                        .created(Instant.EPOCH)
                        .lastModified(Instant.EPOCH)
                        .build());
            }
            return resource;
        }

        @Override
        public void deleteResource(String id, Context context) {}
    }
}
