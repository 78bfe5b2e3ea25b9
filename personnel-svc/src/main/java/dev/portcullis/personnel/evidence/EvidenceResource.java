package dev.portcullis.personnel.evidence;

import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Decisions on evidence over HTTP. */
@Path("/v1/evidence")
@Tag(name = "Evidence", description = "Who has seen what of a fact, who verified it, and what is to be asked for")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {
    private static final String EVIDENCE = """
            {"id":"evd-01k9zq0v5m8y3h2t7n4c6w1xrd","version":1,"personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","factKind":"CITIZENSHIP",
             "state":"ENTERED","enteredBy":"b7f2c1d0-1f6f-4c62-9f0b-7d3f5a0a8b11","enteredAt":"2026-11-29T09:00:00Z",
             "expiresOn":"2031-05-01"}""";

    @Inject
    Evidences evidences;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/{id}/decisions")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(summary = "Verify evidence, or refuse it; whoever entered it is refused, whatever the role")
    @RequestBody(content = @Content(examples = @ExampleObject(value = "{\"accepted\":true}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = EVIDENCE)))
    @APIResponse(responseCode = "403", description = "The caller entered it")
    @APIResponse(responseCode = "409", description = "It was decided, or the fact on record is another by now")
    public Uni<Response> decide(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Decision body) {
        return idempotency.once(
                key,
                body,
                () -> evidences
                        .decide(id, ifMatch, body.accepted(), caller.subject(), Instant.now())
                        .map(view -> new Answer(200, null, ETags.of(view.version()), view)));
    }

    /**
     * What became of evidence.
     *
     * @param accepted whether it shows the fact
     */
    @RegisterForReflection
    public record Decision(boolean accepted) {}
}
