package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Service discovery (RFC 7644, section 4). */
@Path("/scim/v2")
@Tag(name = "SCIM discovery", description = "What this SCIM service can do")
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class DiscoveryResource {
    @Inject
    ScimSettings settings;

    @Inject
    UriInfo uri;

    @GET
    @Path("/ServiceProviderConfig")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Which parts of SCIM are served")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"patch\":{\"supported\":true}}")))
    public Response serviceProviderConfig(@QueryParam("filter") @Nullable String filter) {
        return answer(
                filter,
                Discovery.serviceProviderConfig(
                        base(),
                        settings.mostBulkOperations(),
                        settings.cursorTimeout().toSeconds()));
    }

    @GET
    @Path("/ResourceTypes")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Types of resources")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            value = "{\"Resources\":[{\"id\":\"User\",\"endpoint\":\"/Users\"}]}")))
    public Response resourceTypes(@QueryParam("filter") @Nullable String filter) {
        List<ObjectNode> all = ResourceKind.ALL.stream()
                .map(kind -> Discovery.type(kind, base()))
                .toList();
        return answer(filter, UserView.list(all, all.size(), 1));
    }

    @GET
    @Path("/ResourceTypes/{id}")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "One type of resource")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"id\":\"User\",\"endpoint\":\"/Users\"}")))
    public Response resourceType(@PathParam("id") String id) {
        return ResourceKind.ALL.stream()
                .filter(kind -> kind.name().equals(id))
                .findFirst()
                .map(kind -> answer(null, Discovery.type(kind, base())))
                .orElseThrow(ScimException::notFound);
    }

    @GET
    @Path("/Schemas")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "The schemas")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(examples = @ExampleObject(value = "{\"Resources\":[{\"id\":\"" + Schemas.USER + "\"}]}")))
    public Response schemas(@QueryParam("filter") @Nullable String filter) {
        List<ObjectNode> all = Schemas.ALL.stream()
                .map(schema -> Discovery.schema(schema, base()))
                .toList();
        return answer(filter, UserView.list(all, all.size(), 1));
    }

    @GET
    @Path("/Schemas/{urn}")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "One schema")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(examples = @ExampleObject(value = "{\"id\":\"" + Schemas.USER + "\",\"name\":\"User\"}")))
    public Response schema(@PathParam("urn") String urn) {
        Schema schema = Schemas.byId(urn);
        if (schema == null) {
            throw ScimException.notFound();
        }
        return answer(null, Discovery.schema(schema, base()));
    }

    private static Response answer(@Nullable String filter, ObjectNode body) {
        if (filter != null) {
            // RFC 7644, section 4: a filter here is answered with 403.
            throw ScimException.forbidden("Discovery is not filtered.");
        }
        return Response.ok(ScimJson.write(body)).build();
    }

    private String base() {
        return UserView.base(uri.getBaseUri());
    }
}
