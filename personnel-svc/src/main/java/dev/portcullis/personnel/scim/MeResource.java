package dev.portcullis.personnel.scim;

import dev.portcullis.personnel.person.PersonCriteria;
import dev.portcullis.personnel.person.Persons;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own record (RFC 7644, section 3.11): that of the user whose {@code userName} is the token's
 * {@code preferred_username}. Everybody may read what HR says of them; nobody writes it but HR.
 */
@Path("/scim/v2/Me")
@Tag(name = "SCIM me", description = "The caller's own record")
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class MeResource {
    @Inject
    Persons persons;

    @Inject
    Users users;

    @Inject
    JsonWebToken token;

    @Inject
    Answers answers;

    @Inject
    UriInfo uri;

    @GET
    @PersonalData
    @RolesAllowed({
        Roles.COMPLIANCE_OFFICER,
        Roles.LICENSE_MANAGER,
        Roles.CLASSIFIER,
        Roles.SCREENER,
        Roles.APPROVER,
        Roles.ENGINEER,
        Roles.AUDITOR,
        Roles.HR_SYNC
    })
    @Operation(summary = "What HR says of the caller")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.USER)))
    @APIResponse(responseCode = "404", description = "The caller is no user, as a client is none")
    public Uni<Response> me(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch, @BeanParam Wanted wanted) {
        Projection projection = wanted.projection(ResourceKind.USER);
        String name = token.getClaim("preferred_username");
        if (name == null) {
            throw ScimException.notFound();
        }
        return persons.list(new PersonCriteria.ByUserName(name), 0, 1)
                .onFailure()
                .transform(ScimErrors::translate)
                .chain(found -> found.people().isEmpty()
                        ? Uni.createFrom().<@Nullable Reply>nullItem()
                        : users.find(found.people().get(0).id(), projection, UserView.base(uri.getBaseUri())))
                .map(reply -> answers.of(reply, ifNoneMatch));
    }

    @POST
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Not served: HR writes users at /Users")
    @APIResponse(responseCode = "501", content = @Content(examples = @ExampleObject(value = Examples.ERROR)))
    public Response create() {
        throw notServed();
    }

    @PUT
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Not served: HR writes users at /Users")
    @APIResponse(responseCode = "501", content = @Content(examples = @ExampleObject(value = Examples.ERROR)))
    public Response replace() {
        throw notServed();
    }

    @PATCH
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Not served: HR writes users at /Users")
    @APIResponse(responseCode = "501", content = @Content(examples = @ExampleObject(value = Examples.ERROR)))
    public Response patch() {
        throw notServed();
    }

    @DELETE
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Not served: HR writes users at /Users")
    @APIResponse(responseCode = "501", content = @Content(examples = @ExampleObject(value = Examples.ERROR)))
    public Response delete() {
        throw notServed();
    }

    private static ScimException notServed() {
        return ScimException.notImplemented("Nobody writes their own record; HR writes users at /Users.");
    }
}
