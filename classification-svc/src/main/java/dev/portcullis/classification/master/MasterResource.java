package dev.portcullis.classification.master;

import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.item.Numbers;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports of product masters. */
@Path("/v1/items/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Product masters")
public class MasterResource {
    private static final String CSV = """
            name,partNumber,form,/kind,/provenance,/processingUnits/0/rates/0/tops,/processingUnits/0/rates/0/bitLength,/dataCenter
            Accelerator A1,A1-80,COMMODITY,INTEGRATED_CIRCUIT,DECLARED,1978.9,8,true
            """;
    private static final String NDJSON = """
            {"name":"Accelerator A1","partNumber":"A1-80","form":"COMMODITY","datasheet":{"kind":"INTEGRATED_CIRCUIT","provenance":"DECLARED","processingUnits":[{"rates":[{"tops":1978.9,"bitLength":8}]}]}}
            """;
    private static final String IMPORT = """
            {"id":"pim-01kapx5c1z0000000000000000","state":"APPLYING","layout":"CSV",
             "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","propose":true,"skipInvalid":false,
             "received":100000,"invalid":0,"applied":41250,"unchanged":0,"failed":0,"createdBy":"classifier",
             "createdAt":"2026-11-24T09:00:00Z","changedAt":"2026-11-24T09:04:10Z"}""";
    private static final String ROW = """
            {"line":17,"state":"INVALID","partNumber":"A1-80",
             "errors":[{"pointer":"/datasheet/dies/0/areaMm2","detail":"must be greater than 0"}]}""";

    @Inject
    Upload upload;

    @Inject
    Imports imports;

    @Inject
    Rows rows;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    SecurityIdentity identity;

    /** Reads from the connection, so it runs on a worker thread; the last step goes back to the request's context. */
    @POST
    @Consumes({"text/csv", "application/x-ndjson"})
    @Blocking
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Import a product master",
            description =
                    "Up to 200,000 rows, each an item with its datasheet, as text/csv or application/x-ndjson in UTF-8. A row finds its"
                            + " item by itemId or part number, else registers it; one that says nothing new changes nothing, so that the same"
                            + " file can be sent again. All rows are checked first: where one is not in order, nothing is applied"
                            + " (REFUSED), unless skipInvalid is set. Then rows are applied in the background, each whole or not at all.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "columns are places in the datasheet", value = CSV)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(implementation = MasterRow.class),
                        examples = @ExampleObject(name = "an object a line", value = NDJSON))
            })
    @APIResponse(
            responseCode = "201",
            description =
                    "The import, with its place in Location: QUEUED, or REFUSED with the errors under /rows?state=INVALID",
            content =
                    @Content(
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "import", value = IMPORT)))
    @APIResponse(responseCode = "422", description = "The file as a whole cannot be read; nothing of it is kept")
    public Uni<Response> receive(
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
            @QueryParam("propose")
                    @DefaultValue("false")
                    @Parameter(description = "Propose a classification for each item that has none")
                    boolean propose,
            @QueryParam("skipInvalid")
                    @DefaultValue("false")
                    @Parameter(description = "Apply the rows that are in order although others are not")
                    boolean skipInvalid,
            InputStream body) {
        if (propose && !identity.hasRole(Roles.CLASSIFIER) && !identity.hasRole(Roles.COMPLIANCE_OFFICER)) {
            throw Problems.forbidden("Only a classifier or a compliance officer may propose classifications.");
        }
        if (key == null || key.isBlank()) {
            throw Problems.badParameter("Idempotency-Key", "is required: send a new random value with each new file");
        }
        Layout layout = type.getSubtype().equalsIgnoreCase("csv") ? Layout.CSV : Layout.NDJSON;
        Upload.Received received =
                upload.receive(body, new Upload.Wish(layout, propose, skipInvalid, Actor.of(caller)));
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
        return Uni.createFrom()
                .item(received)
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .chain(whole -> idempotency
                        .once(
                                key,
                                new Fingerprint(whole.sha256(), layout.name(), propose, skipInvalid),
                                () -> upload.finish(whole))
                        // An answer from before means that this file was there already.
                        .call(response -> String.valueOf(response.getHeaderString(HttpHeaders.LOCATION))
                                        .endsWith(whole.id())
                                ? Uni.createFrom().voidItem()
                                : upload.forget(whole.id()))
                        .onFailure()
                        .call(() -> upload.forget(whole.id())));
    }

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List the imports, the last first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "page", value = "{\"items\":[" + IMPORT + "]}")))
    public Uni<Page<ImportView>> list(@BeanParam PageRequest page) {
        String before = page.after();
        int most = page.limit() + 1;
        return Panache.withSession(() -> imports.before(before, most))
                .map(found -> Page.of(found, page, row -> row.id).map(ImportRow::view));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Read how far an import is")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content =
                    @Content(
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "import", value = IMPORT)))
    public Uni<ImportView> read(@PathParam("id") String id) {
        return Panache.withSession(() -> imports.require(id)).map(ImportRow::view);
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List the rows of an import by line, with their errors")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "page", value = "{\"items\":[" + ROW + "]}")))
    public Uni<Page<RowView>> rows(
            @PathParam("id") String id,
            @QueryParam("state") @Parameter(description = "Only those of a state") @Nullable RowState state,
            @BeanParam PageRequest page) {
        int after = Numbers.after(page);
        int most = page.limit() + 1;
        return Panache.withSession(() -> imports.require(id).chain(() -> rows.after(id, state, after, most)))
                .map(found -> Page.of(found, page, row -> Integer.toString(row.line())));
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Stop an import",
            description =
                    "Rows that were applied stay. To go on, send the file again: what is there already stays unchanged.")
    @APIResponse(
            responseCode = "200",
            description = "The import as it was stopped",
            content =
                    @Content(
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "import", value = IMPORT)))
    @APIResponse(responseCode = "409", description = "There is nothing left to stop")
    public Uni<Response> cancel(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key) {
        return idempotency.once(
                key,
                id,
                () -> imports.lock(id).chain(row -> {
                    if (row.state != ImportState.QUEUED && row.state != ImportState.APPLYING) {
                        throw Problems.conflict("There is nothing to stop: the import is " + row.state + ".");
                    }
                    return imports.move(row, ImportState.CANCELED, 2).map(Answer::ok);
                }));
    }

    /** What makes two requests the same. */
    @RegisterForReflection
    record Fingerprint(String sha256, String layout, boolean propose, boolean skipInvalid) {}
}
