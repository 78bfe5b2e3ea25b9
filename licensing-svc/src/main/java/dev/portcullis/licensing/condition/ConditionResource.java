package dev.portcullis.licensing.condition;

import dev.portcullis.licensing.condition.Condition.Fresh;
import dev.portcullis.licensing.condition.Condition.Proof;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** Conditions of a license over HTTP. */
@Path("/v1/licenses/{id}/conditions")
@Tag(
        name = "license conditions",
        description = "Conditions and provisos: who sees to each, until when, and what proves it")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConditionResource {
    private static final String FRESH = """
            {"kind": "PROVISO", "words": "The end user confirms in writing that there is no retransfer.", "owner": "trade compliance",
             "dueOn": "2026-12-31", "beforeDrawing": true}""";
    private static final String ONE = """
            {"licenseId": "lic-01jdv4m3k8q2w5x7z9a1b3c5d7", "number": 1, "version": 1, "kind": "PROVISO",
             "words": "The end user confirms in writing that there is no retransfer.", "owner": "trade compliance",
             "dueOn": "2026-12-31", "beforeDrawing": true, "evidence": []}""";
    private static final String PROOF = """
            {"evidence": [{"name": "confirmation of the end user",
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}""";

    @Inject
    Conditions conditions;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @Operation(summary = "Record a condition of the license (15 CFR 750.7(d))")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "condition", value = FRESH)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "condition", value = ONE)))
    public Uni<Response> add(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Fresh body) {
        return idempotency.once(
                key,
                body,
                () -> conditions
                        .add(id, body, clock.instant())
                        .map(condition -> Answer.created(
                                "/v1/licenses/" + id + "/conditions/" + condition.number(),
                                ETags.of(condition.version()),
                                condition)));
    }

    @GET
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Conditions of the license in the order of their recording")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "conditions", value = "{\"items\": [" + ONE + "]}")))
    public Uni<Page<Condition>> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        String after = page.after();
        int number = after == null || !after.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(after);
        return conditions
                .list(id, number, page.limit() + 1)
                .map(found -> Page.of(found, page, condition -> Integer.toString(condition.number())));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A condition")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "condition", value = ONE)))
    public Uni<Response> get(@PathParam("id") String id, @PathParam("number") int number) {
        return conditions.find(id, number).map(ConditionResource::answer);
    }

    @PUT
    @Path("/{number}/acknowledgment")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER})
    @WithTransaction
    @Operation(summary = "Say that whom the condition binds has acknowledged it, with what proves it")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "proof", value = PROOF)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "condition", value = ONE)))
    @APIResponse(responseCode = "409", description = "It was acknowledged before")
    @APIResponse(responseCode = "412", description = "Somebody else changed the condition meanwhile")
    public Uni<Response> acknowledge(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Proof body) {
        return conditions
                .acknowledge(id, number, ifMatch, body.evidence(), caller.subject(), clock.instant())
                .map(ConditionResource::answer);
    }

    @PUT
    @Path("/{number}/fulfillment")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER})
    @WithTransaction
    @Operation(summary = "Say that the condition is met, with what proves it")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "proof", value = PROOF)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "condition", value = ONE)))
    @APIResponse(responseCode = "409", description = "It was met before")
    @APIResponse(responseCode = "412", description = "Somebody else changed the condition meanwhile")
    public Uni<Response> meet(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Proof body) {
        return conditions
                .meet(id, number, ifMatch, body.evidence(), caller.subject(), clock.instant())
                .map(ConditionResource::answer);
    }

    private static Response answer(Condition condition) {
        return Response.ok(condition)
                .header(HttpHeaders.ETAG, ETags.of(condition.version()))
                .build();
    }
}
