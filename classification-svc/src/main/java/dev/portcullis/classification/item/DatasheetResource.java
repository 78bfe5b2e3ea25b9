package dev.portcullis.classification.item;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Numbered, immutable datasheets of an item. */
@Path("/v1/items/{id}/datasheets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Datasheets")
public class DatasheetResource {
    private static final String STORED = "{\"itemId\": \"itm-01jdv4m3k2p9q8r7s6t5v4w3x2\", \"number\": 1,"
            + " \"sha256\": \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
            + " \"createdBy\": \"7d8f\", \"createdAt\": \"2026-11-23T09:01:00Z\", \"datasheet\": " + Examples.CIRCUIT
            + "}";

    @Inject
    ItemRegister register;

    @Inject
    Items items;

    @Inject
    Datasheets datasheets;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Add a datasheet to an item",
            description =
                    "Absent fields are unknown. Where the law answers otherwise by the new datasheet, the classification in effect is"
                            + " reopened, says why, and the new answer is proposed; where it answers the same, it stays.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Datasheet.class),
                            examples = {
                                @ExampleObject(name = "integrated circuit", value = Examples.CIRCUIT),
                                @ExampleObject(name = "cluster", value = Examples.COMPUTER),
                                @ExampleObject(name = "model", value = Examples.MODEL),
                                @ExampleObject(name = "software", value = Examples.SOFTWARE),
                                @ExampleObject(name = "technology", value = Examples.TECHNOLOGY)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The datasheet with its number",
            content =
                    @Content(
                            schema = @Schema(implementation = DatasheetView.class),
                            examples = @ExampleObject(name = "datasheet", value = STORED)))
    public Uni<Response> create(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key,
            @NotNull @Valid Datasheet body) {
        Actor by = Actor.of(caller);
        return idempotency.once(
                key,
                body,
                () -> register.state(id, body, by)
                        .map(sheet ->
                                Answer.created("/v1/items/" + id + "/datasheets/" + sheet.number(), null, sheet)));
    }

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List the datasheets of an item")
    @APIResponse(
            responseCode = "200",
            description = "A page of datasheets",
            content = @Content(examples = @ExampleObject(name = "page", value = "{\"items\": [" + STORED + "]}")))
    public Uni<Page<DatasheetView>> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        int after = Numbers.after(page);
        int most = page.limit() + 1;
        return Panache.withSession(() -> items.require(id).chain(() -> datasheets.after(id, after, most)))
                .map(rows ->
                        Page.of(rows, page, row -> Integer.toString(row.number)).map(register::view));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Read a datasheet")
    @APIResponse(
            responseCode = "200",
            description = "The datasheet",
            content =
                    @Content(
                            schema = @Schema(implementation = DatasheetView.class),
                            examples = @ExampleObject(name = "datasheet", value = STORED)))
    public Uni<DatasheetView> read(@PathParam("id") String id, @PathParam("number") int number) {
        return Panache.withSession(() -> datasheets.require(id, number)).map(register::view);
    }
}
