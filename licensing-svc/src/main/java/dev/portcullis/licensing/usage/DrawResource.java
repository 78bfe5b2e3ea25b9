package dev.portcullis.licensing.usage;

import dev.portcullis.licensing.license.Outcome;
import dev.portcullis.licensing.license.Outcome.Moved;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Draws over HTTP, apart from those that the gate makes. */
@Path("/v1/license-draws")
@Tag(name = "license use", description = "Draws, returns, assignments and corrections of what licenses authorize")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DrawResource {
    @Inject
    Draws draws;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The reference in the path is the key of the draw: PUT again is the same draw, however often it is sent. */
    @PUT
    @Path("/{reference}")
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @Operation(summary = "Draw on one or several licenses", description = """
            Uses what licenses authorize for a shipment that is known by its reference: on all of the licenses that it names, or on none.
            The same reference draws once; sent again, it gets the same movements. It opens no gate: whether something may leave is
            decided under `/v1/releases`, which draws by itself.
            """)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "draw", value = UsageExamples.USE)))
    @APIResponse(
            responseCode = "201",
            description = "Drawn",
            content = @Content(examples = @ExampleObject(name = "draw", value = UsageExamples.USED)))
    @APIResponse(
            responseCode = "200",
            description = "Drawn before, by this very request",
            content = @Content(examples = @ExampleObject(name = "draw", value = UsageExamples.USED)))
    @APIResponse(responseCode = "409", description = "The reference was used for something else")
    @APIResponse(responseCode = "422", description = "A license does not cover its part: see errors for each check")
    public Uni<Response> draw(@PathParam("reference") String reference, @NotNull @Valid UseRequest body) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
        return draws.draw(reference, body, caller.subject(), clock.instant())
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .map(outcome -> answer(reference, outcome));
    }

    @POST
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @Operation(summary = "Draw for many shipments, each for itself", description = """
            As many PUTs in one request, up to 500: each draw comes to its own result, and one that fails holds up no other. It takes no
            Idempotency-Key, because each draw has its reference: sent again, the request draws nothing twice.
            """)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "draws", value = UsageExamples.BATCH)))
    @APIResponse(
            responseCode = "200",
            description = "What came of each, in the order of the request",
            content = @Content(examples = @ExampleObject(name = "results", value = UsageExamples.RESULTS)))
    public Uni<Batch.View> draw(@NotNull @Valid Batch.Request body) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
        return draws.draw(body, caller.subject(), clock.instant())
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .map(Batch.View::new);
    }

    @GET
    @Path("/{reference}")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A draw and what came back of it; a release draws under its own id")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "draw", value = UsageExamples.USED)))
    public Uni<UseView> get(@PathParam("reference") String reference) {
        return draws.of(reference).map(movements -> new UseView(reference, movements, List.of()));
    }

    @POST
    @Path("/{reference}/returns")
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @Operation(
            summary = "Take back what was drawn",
            description =
                    "Restores the balance, also of a license that has ended; never by more than was drawn and is still out.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "return", value = UsageExamples.RETURN)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "return", value = UsageExamples.USED)))
    @APIResponse(responseCode = "409", description = "More would come back than was drawn")
    public Uni<Response> giveBack(
            @PathParam("reference") String reference,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReturnRequest body) {
        return idempotency.once(
                key,
                body,
                () -> draws.giveBack(reference, body, caller.subject(), clock.instant())
                        .map(outcome -> {
                            Moved moved = Refusals.moved(outcome);
                            return Answer.created(
                                    "/v1/license-draws/" + reference,
                                    null,
                                    new UseView(body.reference(), moved.movements(), List.of()));
                        }));
    }

    private static Response answer(String reference, Outcome outcome) {
        Moved moved = Refusals.moved(outcome);
        return Response.status(moved.again() ? 200 : 201)
                .header("Location", "/v1/license-draws/" + reference)
                .entity(new UseView(reference, moved.movements(), moved.considered()))
                .build();
    }
}
