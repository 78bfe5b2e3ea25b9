package dev.portcullis.classification.item;

import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
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
import jakarta.ws.rs.PUT;
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

/** Items. */
@Path("/v1/items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Items")
public class ItemResource {
    @Inject
    ItemRegister register;

    @Inject
    Items items;

    @Inject
    Idempotency idempotency;

    @POST
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Register an item")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewItem.class),
                            examples = @ExampleObject(name = "accelerator", value = Examples.NEW_ITEM)))
    @APIResponse(
            responseCode = "201",
            description = "The item, with its place in Location",
            content =
                    @Content(
                            schema = @Schema(implementation = ItemView.class),
                            examples = @ExampleObject(name = "item", value = Examples.ITEM)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key,
            @NotNull @Valid NewItem body) {
        return idempotency.once(
                key,
                body,
                () -> register.register(body)
                        .map(item -> Answer.created("/v1/items/" + item.id(), ETags.of(item.version()), item)));
    }

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List items in the order of their making")
    @APIResponse(
            responseCode = "200",
            description = "A page of items",
            content =
                    @Content(examples = @ExampleObject(name = "page", value = "{\"items\": [" + Examples.ITEM + "]}")))
    public Uni<Page<ItemView>> list(@BeanParam PageRequest page) {
        String after = page.after();
        int most = page.limit() + 1;
        return Panache.withSession(() -> items.after(after, most))
                .map(rows -> Page.of(rows, page, row -> row.id).map(register::view));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Read an item with the classification in effect")
    @APIResponse(
            responseCode = "200",
            description = "The item; its version is the ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = ItemView.class),
                            examples = @ExampleObject(name = "item", value = Examples.ITEM)))
    public Uni<Response> read(@PathParam("id") String id) {
        return Panache.withSession(() -> items.require(id)).map(row -> tagged(register.view(row)));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Change the name and part number of an item")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ItemNames.class),
                            examples =
                                    @ExampleObject(
                                            name = "names",
                                            value = "{\"name\": \"Accelerator A1\", \"partNumber\": \"A1-80-R2\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The item after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = ItemView.class),
                            examples = @ExampleObject(name = "item", value = Examples.ITEM)))
    public Uni<Response> rename(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Parameter(required = true, example = "\"3\"") @Nullable String ifMatch,
            @NotNull @Valid ItemNames body) {
        return Panache.withTransaction(() -> register.rename(id, ifMatch, body)).map(ItemResource::tagged);
    }

    private static Response tagged(ItemView item) {
        return Response.ok(item).header("ETag", ETags.of(item.version())).build();
    }
}
