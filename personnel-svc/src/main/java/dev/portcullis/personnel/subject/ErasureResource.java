package dev.portcullis.personnel.subject;

import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** Erasures and their certificates over HTTP. */
@Path("/v1/erasures")
@Tag(name = "Erasures", description = "Who left and need not be kept is erased by destroying one key")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ErasureResource {
    private static final String ERASURE = """
            {"id":"ers-01k9zq0v5m8y3h2t7n4c6w1xrd","version":2,"personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd",
             "proposedBy":"b7f2c1d0-1f6f-4c62-9f0b-7d3f5a0a8b11","proposedAt":"2026-11-29T09:00:00Z",
             "agreedBy":"0b9d5e52-6e0c-4f4f-8f0e-5d2d3c1b2a10","erasedAt":"2026-11-29T10:00:00Z","ledgerEntry":4711,
             "proof":"/v1/ledger/proofs/4711"}""";

    @Inject
    Erasures erasures;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Propose an erasure; nothing is erased until somebody else agrees")
    @RequestBody(
            content = @Content(examples = @ExampleObject(value = "{\"personId\":\"per-01k9zq0v5m8y3h2t7n4c6w1xrd\"}")))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(value = ERASURE)))
    @APIResponse(responseCode = "409", description = "The person works here, is held, or the record must still be kept")
    public Uni<Response> propose(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Proposal body) {
        return idempotency.once(
                key,
                body,
                () -> erasures.propose(body.personId(), caller.subject(), Instant.now())
                        .map(one -> Answer.created("/v1/erasures/" + one.id(), ETags.of(one.version()), one)));
    }

    @POST
    @Path("/{id}/agreements")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(summary = "Agree: the person's key is destroyed, and the answer is the certificate")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = ERASURE)))
    @APIResponse(responseCode = "403", description = "The caller proposed it")
    public Uni<Response> agree(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return idempotency.once(
                key,
                "",
                () -> erasures.agree(id, ifMatch, caller.subject(), Instant.now())
                        .map(one -> new Answer(200, null, ETags.of(one.version()), one)));
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Erasures in the order in which they were proposed")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + ERASURE + "]}")))
    public Uni<Page<Erasure>> list(@BeanParam PageRequest page) {
        return erasures.page(page.after(), page.limit() + 1).map(found -> Page.of(found, page, Erasure::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "An erasure, and its certificate once it is done")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = ERASURE)))
    public Uni<Response> get(@PathParam("id") String id) {
        return erasures.get(id)
                .map(one -> Response.ok(one)
                        .header(HttpHeaders.ETAG, ETags.of(one.version()))
                        .build());
    }

    /**
     * Proposes an erasure.
     *
     * @param personId of whom
     */
    @RegisterForReflection
    public record Proposal(@NotBlank @Size(max = 64) String personId) {}
}
