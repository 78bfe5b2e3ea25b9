package dev.portcullis.licensing.record;

import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Legal holds over HTTP. */
@Path("/v1/record-holds")
@Tag(name = "record holds", description = "What must be kept whatever its age (15 CFR 762.6(b))")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecordHoldResource {
    @Inject
    RecordHolds holds;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Place a hold; from the answer on the record is not deleted")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "hold", value = RecordExamples.PLACE)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "hold", value = RecordExamples.HOLD)))
    public Uni<Response> place(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Place body) {
        return idempotency.once(
                key,
                body,
                () -> holds.place(body.releaseId(), body.reason(), caller.subject(), clock.instant())
                        .map(hold -> Answer.created("/v1/record-holds/" + hold.id(), ETags.of(hold.version()), hold)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A hold")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "hold", value = RecordExamples.HOLD)))
    public Uni<Response> get(@PathParam("id") String id) {
        return holds.get(id)
                .map(hold -> Response.ok(hold)
                        .header(HttpHeaders.ETAG, ETags.of(hold.version()))
                        .build());
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Holds in the order of their making, lifted ones included")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "holds",
                                            value = "{\"items\": [" + RecordExamples.HOLD + "]}")))
    public Uni<Page<RecordHold>> list(
            @QueryParam("releaseId") @Nullable @Size(max = 64) String releaseId, @BeanParam PageRequest page) {
        return holds.page(releaseId, page.after(), page.limit() + 1).map(found -> Page.of(found, page, RecordHold::id));
    }

    @POST
    @Path("/{id}/lift-proposals")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Propose to lift a hold; it stays in force until somebody else agrees")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "reason", value = RecordExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "hold", value = RecordExamples.HOLD)))
    public Uni<Response> propose(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reason body) {
        return idempotency.once(
                key,
                body,
                () -> holds.propose(id, ifMatch, body.reason(), caller.subject(), clock.instant())
                        .map(RecordHoldResource::answer));
    }

    @POST
    @Path("/{id}/lift-agreements")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(summary = "Agree to lift a hold; whoever proposed it is refused, whatever the role")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "agreement", value = RecordExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "hold", value = RecordExamples.HOLD)))
    @APIResponse(responseCode = "403", description = "The caller proposed it")
    public Uni<Response> agree(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reason body) {
        return idempotency.once(
                key,
                body,
                () -> holds.lift(id, ifMatch, body.reason(), caller.subject(), clock.instant())
                        .map(RecordHoldResource::answer));
    }

    @POST
    @Path("/{id}/lift-refusals")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(summary = "Refuse to lift a hold; the proposal falls")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "refusal", value = RecordExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "hold", value = RecordExamples.HOLD)))
    public Uni<Response> refuse(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reason body) {
        return idempotency.once(
                key,
                body,
                () -> holds.keep(id, ifMatch, body.reason(), clock.instant()).map(RecordHoldResource::answer));
    }

    private static Answer answer(RecordHold hold) {
        return new Answer(200, null, ETags.of(hold.version()), hold);
    }

    /**
     * Places a hold.
     *
     * @param releaseId the release whose record is held
     * @param reason by whose request or inquiry
     */
    public record Place(
            @NotBlank @Size(max = 64) String releaseId,
            @NotBlank @Size(max = 2000) String reason) {}

    /**
     * Why.
     *
     * @param reason in words
     */
    public record Reason(@NotBlank @Size(max = 2000) String reason) {}
}
