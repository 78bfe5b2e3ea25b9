package dev.portcullis.classification.approval;

import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.item.Items;
import dev.portcullis.classification.item.Numbers;
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
    @Inject
    Proposals proposals;

    @Inject
    Views views;

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
            summary = "Propose the classification of an item by its latest datasheet under the law of today",
            description =
                    "The answer is stored with its reasoning and takes effect when somebody else approves it. A proposal before it"
                            + " that still awaits somebody ends.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClassificationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "with a ruling",
                                            value =
                                                    "{\"note\": \"checked with the designer\", \"ccats\": \"G123456\","
                                                            + " \"determined\": {\"paragraph\": \"3A991.p\", \"explanation\": \"see the ruling\"},"
                                                            + " \"attachments\": [{\"name\": \"ruling.pdf\", \"sha256\":"
                                                            + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}]}")))
    @APIResponse(
            responseCode = "201",
            description = "The classification with its number",
            content =
                    @Content(
                            schema = @Schema(implementation = ClassificationView.class),
                            examples = @ExampleObject(name = "classification", value = Examples.CLASSIFICATION)))
    public Uni<Response> create(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key,
            @Valid @Nullable ClassificationRequest body) {
        ClassificationRequest request = body == null ? ClassificationRequest.PLAIN : body;
        Actor by = Actor.of(caller);
        return idempotency.once(
                key,
                request,
                () -> proposals
                        .propose(id, request, by)
                        .chain(views::of)
                        .map(made ->
                                Answer.created("/v1/items/" + id + "/classifications/" + made.number(), null, made)));
    }

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List the classifications of an item")
    @APIResponse(
            responseCode = "200",
            description = "A page of classifications",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = "{\"items\": [" + Examples.CLASSIFICATION + "]}")))
    public Uni<Page<ClassificationView>> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        int after = Numbers.after(page);
        int most = page.limit() + 1;
        return Panache.withSession(() -> items.require(id)
                .chain(() -> classifications.after(id, after, most))
                .chain(views::of)
                .map(found -> Page.of(found, page, view -> Integer.toString(view.number()))));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Read a classification with its reasoning")
    @APIResponse(
            responseCode = "200",
            description = "The classification",
            content =
                    @Content(
                            schema = @Schema(implementation = ClassificationView.class),
                            examples = @ExampleObject(name = "classification", value = Examples.CLASSIFICATION)))
    public Uni<ClassificationView> read(@PathParam("id") String id, @PathParam("number") int number) {
        return Panache.withSession(() -> classifications.require(id, number).chain(views::of));
    }
}
