package dev.portcullis.screening.batch;

import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.transaction.Transactions;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Screener;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches over HTTP. */
@Path("/v1/screening-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "screening batches", description = "Files of up to a million subjects, screened in the background")
public class BatchResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private static final String CSV_FILE = """
            Vendor No,Vendor Name,AKA,Country,Street,City,Tax ID
            V-1001,Huawei Technologies Co Ltd,华为技术有限公司,China,Bantian,Shenzhen,914403001922038216
            V-1002,Siemens AG,,DE,Werner-von-Siemens-Straße 1,München,DE129274202
            """;
    private static final String NDJSON_FILE = """
            {"reference":"V-1001","name":"Huawei Technologies Co Ltd","aliases":["华为技术有限公司"],"country":"CN"}
            {"reference":"E-7","nameParts":{"family":"Mansour","given":"Akhtar Mohammad"},"type":"INDIVIDUAL","birthDate":"1960"}
            """;
    private static final String BATCH = """
            {"id":"sbt-01kapx5c1z0000000000000000","state":"SCREENING","layout":"CSV",
             "columns":[{"header":"Vendor No","readAs":"reference"},{"header":"Vendor Name","readAs":"name"},{"header":"Balance"}],
             "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","bytes":61893377,
             "received":1000000,"invalid":12,"screened":412000,"possible":1840,"listed":212,
             "editions":[{"editions":"les-2f0c4c8f6a1f4bb0","profile":"2026-11-29.2","rows":412000,"firstLine":2,"lastLine":412009,
               "lists":[{"list":"EL","edition":"led-01kapx4b0z0000000000000000","loadedAt":"2026-11-28T06:00:00Z"}]}],
             "createdBy":"screener","createdAt":"2026-11-29T09:00:00Z","changedAt":"2026-11-29T09:01:10Z"}""";
    private static final String ERRORS = """
            {"items":[{"line":17,"errors":[{"pointer":"/name","detail":"must hold a letter"}]}]}""";
    private static final String RESULTS = """
            {"items":[{"status":"LISTED","line":2,"reference":"V-1001","name":"Huawei Technologies Co Ltd","country":"CN",
              "editions":"les-2f0c4c8f6a1f4bb0","profile":"2026-11-29.2",
              "hits":[{"list":"EL","entryId":"2a3e1c77","listedName":"Huawei Technologies Co., Ltd. (Huawei)",
                "matchedName":"Huawei Technologies Co., Ltd. (Huawei)","queriedName":"Huawei Technologies Co Ltd","nameKind":"STRONG",
                "score":1.0,"nameScore":1.0,"reference":"84 FR 22961","programs":[],"countries":["CN"],"country":"SAME",
                "legalForm":"AGREES","parts":[],"evidence":[]}],"cleared":[]}]}""";

    /** Results that are written to callers at a time: each holds a thread. */
    private final Semaphore downloads = new Semaphore(4);

    @Inject
    Transactions transactions;

    @Inject
    Upload upload;

    @Inject
    Batches batches;

    @Inject
    Chunks chunks;

    @Inject
    Results results;

    @Inject
    CurrentLists lists;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** Which rows are told. */
    public enum Only {
        hits,
        all
    }

    /** What makes two requests the same. */
    @RegisterForReflection
    record Fingerprint(
            String sha256, String layout, @Nullable Double threshold) {}

    /** Reads from the connection, so it runs on a worker thread; the last step goes back to the request's context. */
    @POST
    @Consumes({CSV, NDJSON})
    @Blocking
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Screen a file",
            description =
                    "Up to 1,000,000 rows and 400 MB, as text/csv with a header or application/x-ndjson, in UTF-8. Columns are found by the"
                            + " usual words for them; the answer says how each was read. Rows that are not in order are counted and told"
                            + " by line, and the others are screened in the background, against one set of editions as long as it is"
                            + " current. Results are kept for the time that the operator set.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "an export of vendors", value = CSV_FILE)),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "a subject a line", value = NDJSON_FILE))
            })
    @APIResponse(
            responseCode = "201",
            description = "The batch, with its place in Location: QUEUED, or REFUSED where no row is in order",
            content = @Content(examples = @ExampleObject(name = "batch", value = BATCH)))
    @APIResponse(responseCode = "409", description = "No screening list is loaded")
    @APIResponse(responseCode = "422", description = "The file as a whole cannot be read; nothing of it is kept")
    public Uni<Response> receive(
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
            @QueryParam("threshold")
                    @Parameter(description = "The score from which hits are told, above the profile's and at most 1")
                    @Nullable
                    Double threshold,
            InputStream body) {
        if (key == null || key.isBlank()) {
            throw Problems.badParameter("Idempotency-Key", "is required: send a new random value with each new file");
        }
        Screener screener = lists.latest()
                .orElseThrow(() -> Problems.conflict("No screening list is loaded: import one first, with POST"
                        + " /v1/lists/consolidated/imports."));
        if (threshold != null && !(threshold >= screener.threshold() && threshold <= 1)) {
            throw Problems.badParameter(
                    "threshold",
                    "must lie between the profile's, " + screener.threshold()
                            + ", and 1: it may be raised, never lowered");
        }
        Layout layout = type.getSubtype().equalsIgnoreCase("csv") ? Layout.CSV : Layout.NDJSON;
        String by = caller.name();
        Upload.Received received = upload.receive(body, new Upload.Wish(layout, threshold, by));
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
        return Uni.createFrom()
                .item(received)
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .chain(whole -> idempotency
                        .once(
                                key,
                                new Fingerprint(whole.sha256(), layout.name(), threshold),
                                () -> upload.finish(whole, by))
                        // An answer from before means that this file was there already.
                        .call(response -> String.valueOf(response.getHeaderString(HttpHeaders.LOCATION))
                                        .endsWith(whole.id())
                                ? Uni.createFrom().voidItem()
                                : upload.forget(whole.id()))
                        .onFailure()
                        .call(() -> upload.forget(whole.id())));
    }

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List batches, the last first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "page", value = "{\"items\":[" + BATCH + "]}")))
    public Uni<Page<BatchView>> list(@BeanParam PageRequest page) {
        String before = page.after();
        int most = page.limit() + 1;
        return Panache.withSession(() -> batches.before(before, most)
                        .chain(rows -> rows.isEmpty()
                                ? Uni.createFrom().item(List.<BatchView>of())
                                // One after the other: a session does one thing at a time.
                                : Uni.join()
                                        .all(rows.stream().map(batches::view).toList())
                                        .usingConcurrencyOf(1)
                                        .andFailFast()))
                .map(found -> Page.of(found, page, BatchView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "Read how far a batch is",
            description = "With the editions that its rows were screened against.")
    @APIResponse(
            responseCode = "200",
            description = "The batch",
            content = @Content(examples = @ExampleObject(name = "batch", value = BATCH)))
    public Uni<BatchView> read(@PathParam("id") String id) {
        return Panache.withSession(() -> batches.require(id).chain(batches::view));
    }

    @GET
    @Path("/{id}/errors")
    @Blocking
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List the rows that are not in order, by line")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "page", value = ERRORS)))
    public Page<RowErrors> errors(@PathParam("id") String id, @BeanParam PageRequest page) {
        int after = line(page);
        int most = page.limit() + 1;
        transactions.read(() -> batches.require(id));
        return Page.of(results.errors(id, after, most), page, row -> Integer.toString(row.line()));
    }

    @GET
    @Path("/{id}/results")
    @Blocking
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "Read results",
            description = "By line, page by page, also while the batch is being screened; each hit explains itself.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "page", value = RESULTS)))
    public Page<RowResult> results(
            @PathParam("id") String id,
            @QueryParam("only") @DefaultValue("hits") @Parameter(description = "Rows with hits, or all") Only only,
            @BeanParam PageRequest page) {
        int after = line(page);
        int most = page.limit() + 1;
        transactions.read(() -> batches.require(id));
        return Page.of(results.page(id, after, only == Only.hits, most), page, row -> Integer.toString(row.line()));
    }

    @GET
    @Path("/{id}/results")
    @Blocking
    @Produces(NDJSON + ";qs=0.5")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "Download results, an object a line",
            description =
                    "Once the batch has ended. All rows together have the digest that the batch tells as resultSha256.")
    @APIResponse(responseCode = "200", description = "The results", content = @Content(mediaType = NDJSON))
    @APIResponse(responseCode = "409", description = "The batch has not ended")
    public Response ndjson(@PathParam("id") String id, @QueryParam("only") @DefaultValue("hits") Only only) {
        return download(id, NDJSON, "ndjson", out -> results.ndjson(id, only == Only.hits, out));
    }

    @GET
    @Path("/{id}/results")
    @Blocking
    @Produces(CSV + ";qs=0.4")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "Download results as a table",
            description =
                    "Once the batch has ended: a line for each hit. A cell that a spreadsheet would take for a formula begins"
                            + " with an apostrophe.")
    @APIResponse(responseCode = "200", description = "The results", content = @Content(mediaType = CSV))
    @APIResponse(responseCode = "409", description = "The batch has not ended")
    public Response csv(@PathParam("id") String id, @QueryParam("only") @DefaultValue("hits") Only only) {
        return download(id, CSV + ";charset=UTF-8", "csv", out -> results.csv(id, only == Only.hits, out));
    }

    private Response download(String id, String type, String ending, StreamingOutput content) {
        BatchRow batch = transactions.read(() -> batches.require(id));
        if (batch.state.isOpen()) {
            throw Problems.conflict("The batch is " + batch.state + ": its results are whole once it is DONE.");
        }
        StreamingOutput bounded = out -> {
            if (!downloads.tryAcquire()) {
                throw Problems.busy();
            }
            try {
                content.write(out);
            } finally {
                downloads.release();
            }
        };
        return Response.ok(bounded, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batch.id + "." + ending + "\"")
                .build();
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Stop a batch",
            description = "The results that are there stay; what was not screened is dropped.")
    @APIResponse(
            responseCode = "200",
            description = "The batch as it was stopped",
            content = @Content(examples = @ExampleObject(name = "batch", value = BATCH)))
    @APIResponse(responseCode = "409", description = "There is nothing left to stop")
    public Uni<Response> cancel(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key) {
        String by = caller.name();
        return idempotency.once(
                key,
                id,
                () -> batches.lock(id).chain(row -> {
                    if (!row.state.isOpen()) {
                        throw Problems.conflict("There is nothing to stop: the batch is " + row.state + ".");
                    }
                    return chunks.drop(id)
                            .chain(() -> batches.move(row, BatchState.CANCELED, by))
                            .map(Answer::ok);
                }));
    }

    private static int line(PageRequest page) {
        String after = page.after();
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,9}")) {
            throw Problems.badParameter(
                    "cursor", "is not a cursor of this service: take the `next` of the page before");
        }
        return Integer.parseInt(after);
    }
}
