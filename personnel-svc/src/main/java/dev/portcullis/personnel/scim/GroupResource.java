package dev.portcullis.personnel.scim;

import dev.portcullis.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Groups over SCIM 2.0 (RFC 7643, section 4.2). HR writes; HR and compliance officers read. */
@Path("/scim/v2/Groups")
@Tag(
        name = "SCIM groups",
        description = "Groups of employees, as the HR system keeps them; they admit nobody to anything")
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class GroupResource {
    @Inject
    HrGroups groups;

    @Inject
    Searches searches;

    @Inject
    Answers answers;

    @Inject
    UriInfo uri;

    @POST
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Create a group")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.NEW_GROUP)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.GROUP)))
    @APIResponse(
            responseCode = "400",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.ERROR)))
    public Uni<Response> create(byte @Nullable [] body, @BeanParam Wanted wanted) {
        return groups.create(() -> ScimJson.read(body), wanted.projection(ResourceKind.GROUP), base())
                .map(answers::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "One group")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.GROUP)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public Uni<Response> get(
            @PathParam("id") String id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @BeanParam Wanted wanted) {
        return groups.find(id, wanted.projection(ResourceKind.GROUP), base())
                .map(reply -> answers.of(reply, ifNoneMatch));
    }

    @GET
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Search groups", description = "By id, displayName, externalId and members a search is quick")
    @Parameter(name = "filter", example = "displayName eq \"Lab 4\"")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.GROUPS)))
    @APIResponse(
            responseCode = "400",
            description = "invalidFilter, tooMany, invalidCursor, expiredCursor or invalidCount")
    public Uni<Response> list(@BeanParam Query query) {
        return searches.groups(() -> query.search(uri), base()).map(answers::of);
    }

    @POST
    @Path("/.search")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Search groups by a body")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = ScimJson.MEDIA_TYPE,
                            examples = @ExampleObject(value = Examples.SEARCH_GROUPS)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.GROUPS)))
    public Uni<Response> search(byte @Nullable [] body) {
        return searches.groups(() -> Search.read(ScimJson.read(body)), base()).map(answers::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(
            summary = "Replace a group",
            description = "What is left out is taken away: without members the group is empty")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.NEW_GROUP)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.GROUP)))
    @APIResponse(responseCode = "412", description = "Changed since the version in If-Match")
    public Uni<Response> replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte @Nullable [] body,
            @BeanParam Wanted wanted) {
        return groups.replace(id, ifMatch, () -> ScimJson.read(body), wanted.projection(ResourceKind.GROUP), base())
                .map(answers::of);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Change a group", description = "All operations, or none")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.ADD_MEMBER)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.GROUP)))
    @APIResponse(responseCode = "412", description = "Changed since the version in If-Match")
    public Uni<Response> patch(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte @Nullable [] body,
            @BeanParam Wanted wanted) {
        return groups.patch(id, ifMatch, () -> ScimJson.read(body), wanted.projection(ResourceKind.GROUP), base())
                .map(answers::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Take a group away", description = "Its members remain users")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return groups.delete(id, ifMatch, base()).map(answers::of);
    }

    private String base() {
        return UserView.base(uri.getBaseUri());
    }
}
