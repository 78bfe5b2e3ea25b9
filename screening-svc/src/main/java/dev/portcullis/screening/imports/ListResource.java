package dev.portcullis.screening.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.Editions;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Screening lists over HTTP. */
@Path("/v1/lists")
@Tag(name = "lists", description = "Screening lists and their editions")
@Produces(MediaType.APPLICATION_JSON)
public class ListResource {
    private static final String FILE = """
            _id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,...
            "f83104de...","Entity List (EL) - Bureau of Industry and Security","","","","Cambricon Technologies ...",...""";

    private static final String EDITION = """
            {"id": "led-01kapx5c1z0000000000000000", "digest": "9f86d081884c7d65...", "bytes": 25657, "entries": 53,
             "lists": {"DPL": 3, "EL": 24, "SDN": 9}, "quarantined": 0, "quarantine": [],
             "loadedAt": "2026-11-23T06:00:00Z", "loadedBy": "screener", "partiesScreened": 6, "partiesPending": false}""";

    private static final String LISTS = "{\"items\": [{\"id\": \"consolidated\", \"current\": " + EDITION + "}]}";
    private static final String PAGE = "{\"items\": [" + EDITION + "]}";

    @Inject
    ListImport imports;

    @Inject
    Editions editions;

    @Inject
    Caller caller;

    @Inject
    SecurityIdentity identity;

    /** A list file that can be imported, and its current edition. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListView(String id, @Nullable EditionView current) {}

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR, Roles.GATEWAY, Roles.LICENSE_MANAGER})
    @WithSession
    @Operation(summary = "List the lists", description = "Each with its current edition, where one was taken in.")
    @APIResponse(
            responseCode = "200",
            description = "The lists",
            content = @Content(examples = @ExampleObject(name = "one list", value = LISTS)))
    public Uni<Page<ListView>> lists() {
        return editions.currentEdition(Edition.CONSOLIDATED)
                .map(current -> new Page<>(
                        List.of(new ListView(
                                Edition.CONSOLIDATED,
                                current.map(EditionView::of).orElse(null))),
                        null));
    }

    @GET
    @Path("/{id}/imports")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "List the editions of a list", description = "The newest first, page by page.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = PAGE)))
    public Uni<Page<EditionView>> imports(@PathParam("id") String id, @BeanParam PageRequest page) {
        requireList(id);
        return editions.page(id, page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, Edition::id).map(EditionView::of));
    }

    @GET
    @Path("/{id}/imports/{edition}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Read an edition", description = "What was taken in, when and from whom.")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = @Content(examples = @ExampleObject(name = "an edition", value = EDITION)))
    public Uni<EditionView> edition(@PathParam("id") String id, @PathParam("edition") String edition) {
        requireList(id);
        return editions.edition(edition)
                .map(found -> found.orElseThrow(() -> Problems.notFound("edition", edition)))
                .map(EditionView::of);
    }

    /** Reads from the connection, so it runs on a worker thread; the database work goes back to the request's context. */
    @POST
    @Path("/{id}/imports")
    @Consumes("text/csv")
    @Blocking
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Import an edition",
            description =
                    "Takes in the CSV file of the Consolidated Screening List as trade.gov publishes it, up to 100 MB."
                            + " The edition becomes current as a whole or not at all. Every kept party against whom it"
                            + " holds something new is screened again before the answer comes; the others follow in the background,"
                            + " and then partiesPending is true. A file with the digest of the current edition changes nothing and is"
                            + " answered with 200.")
    @RequestBody(content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "a list", value = FILE)))
    @APIResponse(
            responseCode = "201",
            description = "The edition is current",
            content = @Content(examples = @ExampleObject(name = "an edition", value = EDITION)))
    @APIResponse(responseCode = "200", description = "The edition was current already")
    @APIResponse(
            responseCode = "422",
            description =
                    "The file is malformed or empty, or lost too much against the present edition; that one stays")
    public Uni<Response> importEdition(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(
                            description = "Take an edition although it lost more entries than is usual; the compliance"
                                    + " officer's decision")
                    @QueryParam("acceptShrink")
                    @Nullable
                    Boolean acceptShrink,
            InputStream body) {
        requireList(id);
        boolean accept = Boolean.TRUE.equals(acceptShrink);
        if (accept && !identity.hasRole(Roles.COMPLIANCE_OFFICER)) {
            throw Problems.forbidden("Only a compliance officer may take an edition that shrank this much.");
        }
        ListImport.Prepared prepared = imports.prepare(body, caller.name());
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
        return Uni.createFrom()
                .item(prepared)
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .chain(ready -> imports.take(key, ready, accept));
    }

    private static void requireList(String id) {
        if (!id.equals(Edition.CONSOLIDATED)) {
            throw Problems.notFound("list", id);
        }
    }
}
