package dev.portcullis.classification.approval;

import dev.portcullis.classification.item.Actor;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is done to a proposed classification, by somebody else than who proposed it. */
@Path("/v1/items/{id}/classifications/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Classifications")
public class LifeResource {
    @Inject
    Approvals approvals;

    @Inject
    Views views;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/reviews")
    @RolesAllowed({Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Confirm a proposed classification, or send it back",
            description = "Not by who proposed it, nor by who stated its datasheet. One that is sent back ends there.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReviewRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "sent back",
                                            value = "{\"verdict\": \"RETURNED\","
                                                    + " \"note\": \"the die area leaves out the base die\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The classification after the review",
            content =
                    @Content(
                            schema = @Schema(implementation = ClassificationView.class),
                            examples = @ExampleObject(name = "classification", value = Examples.CLASSIFICATION)))
    public Uni<Response> review(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key,
            @NotNull @Valid ReviewRequest body) {
        Actor by = Actor.of(caller);
        return once(key, id, number, body, () -> approvals.review(id, number, body, by));
    }

    @POST
    @Path("/approvals")
    @RolesAllowed({Roles.APPROVER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Put a proposed classification into effect",
            description =
                    "Not by who proposed or reviewed it, nor by who stated its datasheet. The answer is worked out again first:"
                            + " where it differs from what was proposed, the approval is refused.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ApprovalRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "to be looked at again",
                                            value = "{\"note\": \"as of the edition of July\","
                                                    + " \"nextReview\": \"2027-07-23\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The classification, which is in effect now",
            content =
                    @Content(
                            schema = @Schema(implementation = ClassificationView.class),
                            examples = @ExampleObject(name = "classification", value = Examples.CLASSIFICATION)))
    public Uni<Response> approve(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key,
            @Valid @Nullable ApprovalRequest body) {
        ApprovalRequest request = body == null ? ApprovalRequest.PLAIN : body;
        Actor by = Actor.of(caller);
        return once(key, id, number, request, () -> approvals.approve(id, number, request, by));
    }

    private Uni<Response> once(
            @Nullable String key, String id, int number, Object request, Supplier<Uni<ClassificationRow>> act) {
        return idempotency.once(
                key,
                request,
                () -> act.get()
                        .chain(views::of)
                        .map(view -> Answer.created("/v1/items/" + id + "/classifications/" + number, null, view)));
    }
}
