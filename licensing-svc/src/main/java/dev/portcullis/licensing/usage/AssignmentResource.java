package dev.portcullis.licensing.usage;

import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Assignments over HTTP. Each operation is a PUT under the order's own reference: sent again, it changes nothing more. */
@Path("/v1/license-assignments/{reference}")
@Tag(name = "license use")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssignmentResource {
    @Inject
    Assignments assignments;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @PUT
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @WithTransaction
    @Operation(
            summary = "Reserve a balance for an order or a release to come",
            description =
                    "The licenses must cover it as they cover a draw. What is reserved is drawn by a draw or release that names the"
                            + " assignment, and counts as used for everybody else.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "assignment", value = UsageExamples.USE)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "assignment", value = UsageExamples.ASSIGNMENT)))
    @APIResponse(
            responseCode = "200",
            description = "Reserved before, by this very request",
            content = @Content(examples = @ExampleObject(name = "assignment", value = UsageExamples.ASSIGNMENT)))
    @APIResponse(responseCode = "409", description = "The reference was used for something else")
    @APIResponse(responseCode = "422", description = "A license does not cover its part: see errors for each check")
    public Uni<Response> assign(@PathParam("reference") String reference, @NotNull @Valid UseRequest body) {
        return assignments
                .assign(reference, body, caller.subject(), clock.instant())
                .map(Refusals::moved)
                .chain(moved -> assignments
                        .get(reference)
                        .map(view -> Response.status(moved.again() ? 200 : 201)
                                .header("Location", "/v1/license-assignments/" + reference)
                                .entity(view)
                                .build()));
    }

    @GET
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "An assignment, what of it is still reserved and whether it holds")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "assignment", value = UsageExamples.ASSIGNMENT)))
    public Uni<AssignmentView> get(@PathParam("reference") String reference) {
        return assignments.get(reference);
    }

    @PUT
    @Path("/reevaluation")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER})
    @WithTransaction
    @Operation(
            summary = "Check an assignment again",
            description =
                    "After a license, its conditions or the facts have changed. What no longer holds stays reserved until it is given"
                            + " free, and a draw upon it is refused.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "assignment", value = UsageExamples.ASSIGNMENT)))
    public Uni<AssignmentView> reevaluate(@PathParam("reference") String reference) {
        return assignments.reevaluate(reference, caller.subject(), clock.instant());
    }

    @PUT
    @Path("/unassignment")
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @WithTransaction
    @Operation(summary = "Unassign: give free what is still reserved")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "reason", value = "{\"reason\": \"Order canceled\"}")))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "assignment", value = UsageExamples.ASSIGNMENT)))
    @APIResponse(responseCode = "409", description = "Nothing of it is reserved any more")
    public Uni<AssignmentView> unassign(@PathParam("reference") String reference, @NotNull @Valid Reason body) {
        return assignments
                .unassign(reference, body.reason(), caller.subject(), clock.instant())
                .map(Refusals::moved)
                .chain(moved -> assignments.get(reference));
    }

    /**
     * Why.
     *
     * @param reason in words
     */
    public record Reason(@NotBlank @Size(max = 2000) String reason) {}
}
