package dev.portcullis.screening.owner;

import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.stake.OwnershipImports;
import dev.portcullis.screening.stake.StakeFormat;
import dev.portcullis.screening.stake.StakeImport;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of stakes over HTTP. */
@Path("/v1/ownership/imports")
@Tag(name = "ownership", description = "Who owns the parties, and what the rules on ownership make of it")
@Produces(MediaType.APPLICATION_JSON)
public class OwnershipImportResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

    private static final String CSV_FILE = """
            owner,owner_name,owner_country,owned,share,from
            entry:SDN/12345,,,party:pty-01kapx7d2m0000000000000000,25,2021-03-01
            HRB-7,Musterholding GmbH,DE,party:pty-01kapx7d2m0000000000000000,50-75,""";

    private static final String FTM_FILE = """
            {"id": "reg-1", "schema": "Company", "properties": {"name": ["Musterholding GmbH"], "country": ["de"]}}
            {"id": "own-1", "schema": "Ownership", "properties": {"owner": ["reg-1"], "asset": ["pty-01kapx7d2m0000000000000000"],\
             "percentage": ["50"], "startDate": ["2021"]}}""";

    private static final String IMPORT = """
            {"id": "own-01kapx5c1z0000000000000000", "source": "registry", "format": "CSV", "digest": "9f86d081884c7d65...",
             "bytes": 25657, "stakes": 120, "added": 4, "ended": 1, "parties": 7, "loadedAt": "2026-11-28T06:00:00Z",
             "loadedBy": "screener"}""";

    @Inject
    OwnershipImport ownership;

    @Inject
    OwnershipImports imports;

    @Inject
    Caller caller;

    /** Reads from the connection, so it runs on a worker thread; the database work goes back to the request's context. */
    @POST
    @Consumes({"text/csv", NDJSON})
    @Blocking
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Import stakes",
            description =
                    "Takes in a CSV file or FollowTheMoney entities, one a line, of up to 200,000 stakes. The file is from then on all that"
                            + " its source says: what it tells no longer has ended, and stays for the past. It is taken whole or"
                            + " not at all. The parties that the change reaches are assessed again at once, in the background.")
    @RequestBody(
            content = {
                @Content(mediaType = "text/csv", examples = @ExampleObject(name = "stakes", value = CSV_FILE)),
                @Content(mediaType = NDJSON, examples = @ExampleObject(name = "entities", value = FTM_FILE))
            })
    @APIResponse(
            responseCode = "201",
            description = "The file was taken in",
            content = @Content(examples = @ExampleObject(name = "an import", value = IMPORT)))
    @APIResponse(responseCode = "200", description = "The file is the last one of its source already")
    @APIResponse(responseCode = "422", description = "A line has a fault, or names a party that is not registered")
    public Uni<Response> importStakes(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Content-Type") String type,
            @Parameter(description = "Name of the source: small letters, digits, dots, dashes", example = "registry")
                    @QueryParam("source")
                    @Nullable
                    String source,
            InputStream body) {
        if (source == null || !SOURCE.matcher(source).matches()) {
            throw Problems.badParameter(
                    "source", "is required: 1 to 60 small letters, digits, dots, dashes or underscores");
        }
        StakeFormat format = MediaType.valueOf(type).getSubtype().equals("csv") ? StakeFormat.CSV : StakeFormat.FTM;
        OwnershipImport.Received received = ownership.receive(source, format, body, caller.name());
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
        return Uni.createFrom()
                .item(received)
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .chain(file -> ownership.take(key, file));
    }

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "List imports of stakes", description = "The newest first, page by page.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = "{\"items\": [" + IMPORT + "]}")))
    public Uni<Page<StakeImport>> list(@BeanParam PageRequest page) {
        return imports.page(page.after(), page.limit() + 1).map(found -> Page.of(found, page, StakeImport::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Read an import of stakes", description = "What was taken in, when and from whom.")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(examples = @ExampleObject(name = "an import", value = IMPORT)))
    public Uni<StakeImport> read(@PathParam("id") String id) {
        return imports.byId(id).map(found -> found.orElseThrow(() -> Problems.notFound("import of stakes", id)));
    }
}
