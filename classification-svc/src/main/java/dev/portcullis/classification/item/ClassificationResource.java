package dev.portcullis.classification.item;

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

/** Stored classifications of an item. */
@Path("/v1/items/{id}/classifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Classifications")
public class ClassificationResource {
    private static final String STORED = "{\"itemId\": \"itm-01jdv4m3k2p9q8r7s6t5v4w3x2\", \"number\": 1,"
            + " \"datasheetNumber\": 1,"
            + " \"sha256\": \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
            + " \"createdBy\": \"7d8f\", \"createdAt\": \"2026-11-23T09:05:00Z\", \"inputs\": [], \"result\": "
            + Examples.ANSWER + "}";

    @Inject
    ItemRegister register;

    @Inject
    Items items;

    @Inject
    Classifications classifications;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Classify an item by its latest datasheet under the law of today",
            description = "The answer is stored with its reasoning and takes effect, whatever its status.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClassificationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "with a note",
                                            value = "{\"note\": \"checked with the designer\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The classification with its number",
            content =
                    @Content(
                            schema = @Schema(implementation = ClassificationView.class),
                            examples = @ExampleObject(name = "classification", value = STORED)))
    public Uni<Response> create(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key,
            @Valid @Nullable ClassificationRequest body) {
        ClassificationRequest request = body == null ? new ClassificationRequest(null) : body;
        String by = caller.subject();
        return idempotency.once(
                key,
                request,
                () -> register.classify(id, request.note(), by)
                        .map(made ->
                                Answer.created("/v1/items/" + id + "/classifications/" + made.number(), null, made)));
    }

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List the classifications of an item")
    @APIResponse(
            responseCode = "200",
            description = "A page of classifications",
            content = @Content(examples = @ExampleObject(name = "page", value = "{\"items\": [" + STORED + "]}")))
    public Uni<Page<ClassificationView>> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        int after = Numbers.after(page);
        int most = page.limit() + 1;
        return Panache.withSession(() -> items.require(id).chain(() -> classifications.after(id, after, most)))
                .map(rows ->
                        Page.of(rows, page, row -> Integer.toString(row.number)).map(register::view));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Read a classification with its reasoning")
    @APIResponse(
            responseCode = "200",
            description = "The classification",
            content =
                    @Content(
                            schema = @Schema(implementation = ClassificationView.class),
                            examples = @ExampleObject(name = "classification", value = STORED)))
    public Uni<ClassificationView> read(@PathParam("id") String id, @PathParam("number") int number) {
        return Panache.withSession(() -> classifications.require(id, number)).map(register::view);
    }
}
