package dev.portcullis.licensing.usage;

import dev.portcullis.licensing.license.Books;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.licensing.license.MovementView;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
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
import org.jspecify.annotations.Nullable;

/** The history of a license's balances, and corrections of them, over HTTP. */
@Path("/v1/licenses/{id}")
@Tag(name = "license use")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HistoryResource {
    @Inject
    Licenses licenses;

    @Inject
    Books books;

    @Inject
    Adjustments adjustments;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("/movements")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Every movement of the license's balances in order, with the balance after each")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "movements",
                                            value = "{\"items\": [" + UsageExamples.MOVEMENT + "]}")))
    public Uni<Page<MovementView>> movements(@PathParam("id") String id, @BeanParam PageRequest page) {
        long after = number(page);
        return licenses.get(id)
                .chain(license -> books.history(license.id(), after, page.limit() + 1))
                .map(found -> Page.of(found, page, movement -> Long.toString(movement.number())));
    }

    @GET
    @Path("/adjustments")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Corrections of the license's balances")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "corrections",
                                            value = "{\"items\": [" + UsageExamples.ADJUSTED + "]}")))
    public Uni<Page<AdjustmentView>> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        int after = Math.toIntExact(number(page));
        return adjustments
                .list(id, after, page.limit() + 1)
                .map(found -> Page.of(found, page, view -> Integer.toString(view.number())));
    }

    @POST
    @Path("/adjustments")
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @Operation(
            summary = "Propose a correction of what counts as drawn",
            description =
                    "The balance moves when somebody else agrees: never below nothing, never beyond what is authorized.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "correction", value = UsageExamples.ADJUSTMENT)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "correction", value = UsageExamples.ADJUSTED)))
    public Uni<Response> propose(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid AdjustmentRequest body) {
        return idempotency.once(
                key,
                body,
                () -> adjustments
                        .propose(id, body, caller.subject(), clock.instant())
                        .map(view ->
                                Answer.created("/v1/licenses/" + id + "/adjustments/" + view.number(), null, view)));
    }

    @GET
    @Path("/adjustments/{number}")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A correction")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "correction", value = UsageExamples.ADJUSTED)))
    public Uni<AdjustmentView> get(@PathParam("id") String id, @PathParam("number") int number) {
        return adjustments.find(id, number);
    }

    @POST
    @Path("/adjustments/{number}/agreements")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Agree to a correction, as somebody else than who proposed it")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "correction", value = UsageExamples.ADJUSTED)))
    @APIResponse(responseCode = "403", description = "The same person has proposed it")
    @APIResponse(responseCode = "409", description = "It was decided before, or the balance does not allow it")
    public Uni<Response> agree(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                "agreement",
                () -> adjustments
                        .agree(id, number, caller.subject(), clock.instant())
                        .map(Answer::ok));
    }

    @POST
    @Path("/adjustments/{number}/refusals")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Refuse a correction, as somebody else than who proposed it")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "correction", value = UsageExamples.ADJUSTED)))
    @APIResponse(responseCode = "403", description = "The same person has proposed it")
    @APIResponse(responseCode = "409", description = "It was decided before")
    public Uni<Response> refuse(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                "refusal",
                () -> adjustments
                        .refuse(id, number, caller.subject(), clock.instant())
                        .map(Answer::ok));
    }

    private static long number(PageRequest page) {
        String after = page.after();
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw Problems.badParameter(
                    "cursor", "is not a cursor of this service: take the `next` of the page before");
        }
    }
}
