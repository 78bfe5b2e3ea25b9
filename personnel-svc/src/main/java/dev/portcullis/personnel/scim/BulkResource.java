package dev.portcullis.personnel.scim;

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

/** Many operations in one message (RFC 7644, section 3.7). */
@Path("/scim/v2/Bulk")
@Tag(name = "SCIM bulk", description = "Many operations in one message")
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class BulkResource {
    @Inject
    Bulk bulk;

    @Inject
    ScimSettings settings;

    @Inject
    Answers answers;

    @Inject
    UriInfo uri;

    @POST
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(
            summary = "Execute operations",
            description =
                    "Each is done whole or not at all. The answer has the outcome of each that was tried, in the order"
                            + " of the message. A POST that is sent again is refused where its userName is taken")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.BULK)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.BULK_ANSWER)))
    @APIResponse(responseCode = "413", description = "More operations or bytes than one message may have")
    public Uni<Response> execute(byte @Nullable [] body) {
        String base = UserView.base(uri.getBaseUri());
        return Uni.createFrom()
                .deferred(
                        () -> bulk.execute(BulkRequest.read(ScimJson.read(body), settings.mostBulkOperations()), base))
                .map(answers::of);
    }
}
