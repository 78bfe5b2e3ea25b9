package dev.portcullis.licensing.moving;

import dev.portcullis.licensing.moving.LicenseCheckUp.Checked;
import dev.portcullis.licensing.moving.LicenseImports.Sent;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.rows.CsvRows;
import dev.portcullis.platform.rows.RawRow;
import dev.portcullis.platform.rows.UnreadableFileException;
import dev.portcullis.platform.rows.Utf8Text;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.time.Clock;
import java.util.ArrayList;
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

/** Imports of license registers over HTTP. */
@Path("/v1/license-imports")
@Tag(name = "license imports", description = "License registers from other systems")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LicenseImportResource {
    private static final int MOST_ROWS = 20_000;
    private static final String CSV = """
            LICENSE_NUMBER,EFFECTIVE_DATE,EXPIRATION_DATE,ULTIMATE_CONSIGNEE_GID,DESTINATION_COUNTRY_GID,LINE_NUMBER,ECCN,AUTHORIZED_QUANTITY,QUANTITY_UOM,USED_QUANTITY
            D1234567,2026-01-01,2029-12-31,pty-01jdv4m3k8q2w5x7z9a1b3c5d7,AE,1,3A090,64,EA,8
            """;
    private static final String ONE = """
            {"id": "lim-01jdv4m3k8q2w5x7z9a1b3c5d7", "state": "QUEUED", "mapping": "oracle-gtm",
             "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "dryRun": false, "skipInvalid": false,
             "lines": 1, "licenses": 1, "invalid": 0, "applied": 0, "unchanged": 0, "failed": 0,
             "createdAt": "2026-11-29T09:30:00Z", "changedAt": "2026-11-29T09:30:00Z"}""";
    private static final String ITEM = """
            {"items": [{"ordinal": 1, "firstLine": 2, "state": "INVALID",
              "errors": [{"line": 3, "detail": "tells more drawn than is authorized"}]}]}""";

    /** One file is read at a time; the next is told to come again. */
    private final Semaphore turn = new Semaphore(1);

    @Inject
    LicenseImports imports;

    @Inject
    LicenseCheckUp checkUp;

    @Inject
    Mappings mappings;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Reads from the connection, so it runs on a worker thread; the last step goes back to the request's context. */
    @POST
    @Consumes("text/csv")
    @Blocking
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @Operation(summary = "Import a register of licenses", description = """
            Up to 20,000 lines in UTF-8, parted by commas, a line for each line of a license, read by a mapping file. All of it is checked
            first: where a license is not in order nothing is recorded (REFUSED), unless skipInvalid is set. Then licenses are recorded in the
            background, each whole or not at all; one that is recorded already in the same words stays unchanged, so that the same file can be
            sent again. With dryRun nothing is recorded.
            """)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "by the mapping oracle-gtm", value = CSV)))
    @APIResponse(
            responseCode = "201",
            description = "QUEUED, CHECKED for a dry run, or REFUSED with the errors under /licenses?state=INVALID",
            content = @Content(examples = @ExampleObject(name = "import", value = ONE)))
    @APIResponse(responseCode = "422", description = "The file as a whole cannot be read; nothing of it is kept")
    public Uni<Response> receive(
            @HeaderParam("Idempotency-Key") @Parameter(required = true) @Nullable String key,
            @QueryParam("mapping") @DefaultValue("") @Parameter(description = "The mapping's name", example = "sap-gts")
                    String mapping,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("skipInvalid") @DefaultValue("false") boolean skipInvalid,
            InputStream body) {
        Read read = read(body, mappings.get(mapping));
        Sent sent = new Sent(mapping, read.sha256(), dryRun, skipInvalid, read.lines());
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
        return Uni.createFrom()
                .item(read)
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .chain(whole -> idempotency.once(
                        key,
                        new Fingerprint(whole.sha256(), mapping, dryRun, skipInvalid),
                        () -> imports.add(sent, whole.licenses(), caller.subject(), clock.instant())
                                .map(view -> Answer.created("/v1/license-imports/" + view.id(), null, view))));
    }

    @GET
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Imports, the last first")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "imports", value = "{\"items\": [" + ONE + "]}")))
    public Uni<Page<ImportView>> list(@BeanParam PageRequest page) {
        return imports.before(page.after(), page.limit() + 1).map(found -> Page.of(found, page, ImportView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "How far an import is")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "import", value = ONE)))
    public Uni<ImportView> get(@PathParam("id") String id) {
        return imports.find(id);
    }

    @GET
    @Path("/{id}/licenses")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Licenses of an import in the order of the file, with what is wrong by line")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "licenses", value = ITEM)))
    public Uni<Page<ItemView>> licenses(
            @PathParam("id") String id,
            @QueryParam("state") @Parameter(description = "Only those of a state") ItemView.@Nullable State state,
            @BeanParam PageRequest page) {
        String after = page.after();
        int ordinal = after == null || !after.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(after);
        return imports.find(id)
                .chain(view -> imports.items(view.id(), state, ordinal, page.limit() + 1))
                .map(found -> Page.of(found, page, item -> Integer.toString(item.ordinal())));
    }

    private Read read(InputStream body, Mapping mapping) {
        if (!turn.tryAcquire()) {
            throw Problems.busy();
        }
        try (DigestInputStream digested = new DigestInputStream(body, Sha256.start())) {
            List<RawRow> rows = new ArrayList<>();
            Utf8Text.read(
                    digested,
                    text -> new CsvRows(MappedColumns.LONGEST_FIELD, MappedColumns.MOST_COLUMNS)
                            .read(text, header -> MappedColumns.of(mapping, header), row -> {
                                if (rows.size() == MOST_ROWS) {
                                    throw new UnreadableFileException("the file has more than " + MOST_ROWS + " lines");
                                }
                                rows.add(row);
                            }));
            if (rows.isEmpty()) {
                throw new UnreadableFileException("the file has no line");
            }
            List<Checked> licenses =
                    Gathered.of(rows).stream().map(checkUp::check).toList();
            return new Read(Sha256.hex(digested.getMessageDigest()), rows.size(), licenses);
        } catch (UnreadableFileException e) {
            throw Problems.unprocessable("", "was refused and nothing of it is kept: " + e.getMessage());
        } catch (IOException e) {
            throw Problems.malformed("The upload broke off before its end, and nothing of it was kept: send it again.");
        } finally {
            turn.release();
        }
    }

    /** A file that was read to its end. */
    private record Read(String sha256, int lines, List<Checked> licenses) {}

    /** What makes two requests the same. */
    @RegisterForReflection
    record Fingerprint(String sha256, String mapping, boolean dryRun, boolean skipInvalid) {}
}
