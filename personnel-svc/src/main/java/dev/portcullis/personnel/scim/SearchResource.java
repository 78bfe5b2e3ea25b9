package dev.portcullis.personnel.scim;

import dev.portcullis.personnel.privacy.PersonalData;
import dev.portcullis.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Searches all resources at once (RFC 7644, section 3.4.3). */
@Path("/scim/v2/.search")
@Tag(name = "SCIM search", description = "Users and groups at once")
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class SearchResource {
    @Inject
    Searches searches;

    @Inject
    Answers answers;

    @Inject
    UriInfo uri;

    @POST
    @PersonalData
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Search groups and users",
            description = "Groups come first; what a type does not have has no value there")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.SEARCH)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.LIST)))
    @APIResponse(responseCode = "400", description = "invalidFilter or tooMany")
    public Uni<Response> search(byte @Nullable [] body) {
        return searches.everything(() -> Search.read(ScimJson.read(body)), UserView.base(uri.getBaseUri()))
                .map(answers::of);
    }
}
