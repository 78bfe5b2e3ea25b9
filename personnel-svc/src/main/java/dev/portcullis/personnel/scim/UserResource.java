package dev.portcullis.personnel.scim;

import dev.portcullis.personnel.privacy.PersonalData;
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

/** Users over SCIM 2.0 (RFC 7644, section 3). HR writes; HR and compliance officers read. */
@Path("/scim/v2/Users")
@Tag(name = "SCIM users", description = "Employees, as the HR system keeps them")
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class UserResource {
    @Inject
    Users users;

    @Inject
    Searches searches;

    @Inject
    Answers answers;

    @Inject
    UriInfo uri;

    @POST
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Create a user")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.NEW_USER)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.USER)))
    @APIResponse(
            responseCode = "400",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.ERROR)))
    @APIResponse(responseCode = "409", description = "userName is that of another user (scimType uniqueness)")
    public Uni<Response> create(byte @Nullable [] body, @BeanParam Wanted wanted) {
        return users.create(() -> ScimJson.read(body), wanted.projection(ResourceKind.USER), base())
                .map(answers::of);
    }

    @GET
    @Path("/{id}")
    @PersonalData
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "One user")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.USER)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such user, or the user was deleted")
    public Uni<Response> get(
            @PathParam("id") String id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @BeanParam Wanted wanted) {
        return users.find(id, wanted.projection(ResourceKind.USER), base())
                .map(reply -> answers.of(reply, ifNoneMatch));
    }

    @GET
    @PersonalData
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Search users",
            description =
                    "By id, userName, externalId, active, emails, displayName, employeeNumber and times a search is"
                            + " quick; for anything else sealed records are opened, and how many is bounded. Facts of export"
                            + " control are searched with POST alone")
    @Parameter(name = "filter", example = "userName eq \"a.rao@example.com\"")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.LIST)))
    @APIResponse(
            responseCode = "400",
            description = "invalidFilter, tooMany, invalidCursor, expiredCursor or invalidCount")
    public Uni<Response> list(@BeanParam Query query) {
        return searches.users(() -> query.search(uri), base()).map(answers::of);
    }

    @POST
    @Path("/.search")
    @PersonalData
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Search users by a body, which may ask for facts of export control")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.SEARCH)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.LIST)))
    public Uni<Response> search(byte @Nullable [] body) {
        return searches.users(() -> Search.read(ScimJson.read(body)), base()).map(answers::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(
            summary = "Replace a user",
            description = "What is left out is taken away; active alone stays as it is where it is left out")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.NEW_USER)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.USER)))
    @APIResponse(responseCode = "412", description = "Changed since the version in If-Match")
    public Uni<Response> replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte @Nullable [] body,
            @BeanParam Wanted wanted) {
        return users.replace(id, ifMatch, () -> ScimJson.read(body), wanted.projection(ResourceKind.USER), base())
                .map(answers::of);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Change a user", description = "All operations, or none")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.DEACTIVATE)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.USER)))
    @APIResponse(responseCode = "412", description = "Changed since the version in If-Match")
    public Uni<Response> patch(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte @Nullable [] body,
            @BeanParam Wanted wanted) {
        return users.patch(id, ifMatch, () -> ScimJson.read(body), wanted.projection(ResourceKind.USER), base())
                .map(answers::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Take a user away", description = "The person becomes INACTIVE at once; the record is kept")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "There is no such user, or the user was deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return users.delete(id, ifMatch, base()).map(answers::of);
    }

    private String base() {
        return UserView.base(uri.getBaseUri());
    }
}
