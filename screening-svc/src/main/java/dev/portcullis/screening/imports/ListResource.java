package dev.portcullis.screening.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.format.ListSource;
import dev.portcullis.screening.list.Current;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.Editions;
import dev.portcullis.screening.list.Refusal;
import dev.portcullis.screening.list.Refusals;
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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
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
            {"id": "led-01kapx5c1z0000000000000000", "format": "CSL_CSV", "digest": "9f86d081884c7d65...", "bytes": 25657, "entries": 53,
             "lists": {"DPL": 3, "EL": 24, "SDN": 9}, "quarantined": 0, "quarantine": [], "repaired": 0,
             "loadedAt": "2026-11-23T06:00:00Z", "loadedBy": "screener", "partiesScreened": 6, "partiesPending": false}""";

    private static final String LISTS =
            "{\"items\": [{\"id\": \"consolidated\", \"title\": \"the Consolidated Screening List\", \"current\": "
                    + EDITION + "}, {\"id\": \"un\", \"title\": \"the UN Security Council's list\"}]}";

    private static final String REFUSALS = """
            {"items": [{"id": "lrf-01kapx5c1z0000000000000000", "source": "un", "digest": "9f86d081884c7d65...", "bytes": 2215552,
             "published": "2025-04-19", "reason": "it was published on 2025-04-19 and is older than the present edition of 2026-02-27",
             "refusedAt": "2026-11-23T06:00:00Z", "sentBy": "screener"}]}""";
    private static final String PAGE = "{\"items\": [" + EDITION + "]}";

    @Inject
    ListImport imports;

    @Inject
    Editions editions;

    @Inject
    Refusals refusals;

    @Inject
    Caller caller;

    @Inject
    SecurityIdentity identity;

    /** A source of lists, and its current edition. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListView(
            String id, String title, @Nullable EditionView current) {}

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR, Roles.GATEWAY, Roles.LICENSE_MANAGER})
    @WithSession
    @Operation(
            summary = "List the lists",
            description =
                    "Each source with its current edition, where one was taken in; with asOf the edition that was current then.")
    @APIResponse(
            responseCode = "200",
            description = "The lists",
            content = @Content(examples = @ExampleObject(name = "two lists", value = LISTS)))
    @APIResponse(responseCode = "400", description = "asOf is no instant of ISO 8601")
    public Uni<Page<ListView>> lists(
            @Parameter(description = "An instant of ISO 8601, such as 2026-11-23T06:00:00Z")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        Instant instant = instant(asOf);
        return (instant == null ? editions.current() : editions.currentAsOf(instant)).chain(this::views);
    }

    private Uni<Page<ListView>> views(Current current) {
        Uni<List<ListView>> views = Uni.createFrom().item(List.of());
        for (ListSource source : ListSource.values()) {
            views = views.chain(before -> editions.edition(current, source.id()).map(edition -> {
                List<ListView> all = new ArrayList<>(before);
                all.add(new ListView(
                        source.id(),
                        source.title(),
                        edition.map(EditionView::of).orElse(null)));
                return all;
            }));
        }
        return views.map(all -> new Page<>(all, null));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problems.badParameter("asOf", "must be an instant of ISO 8601, such as 2026-11-23T06:00:00Z");
        }
    }

    @GET
    @Path("/{id}/refusals")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(
            summary = "List the refused files of a list",
            description = "The newest first, page by page, each with the reason. Nothing of them was taken in.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = REFUSALS)))
    public Uni<Page<Refusal>> refusals(@PathParam("id") String id, @BeanParam PageRequest page) {
        source(id);
        return refusals.page(id, page.after(), page.limit() + 1).map(found -> Page.of(found, page, Refusal::id));
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
        source(id);
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
        source(id);
        return editions.edition(edition)
                .map(found -> found.orElseThrow(() -> Problems.notFound("edition", edition)))
                .map(EditionView::of);
    }

    /** Reads from the connection, so it runs on a worker thread; the database work goes back to the request's context. */
    @POST
    @Path("/{id}/imports")
    @Consumes({
        "text/csv",
        "text/plain",
        "text/tab-separated-values",
        "text/xml",
        "application/xml",
        "application/json",
        "application/x-ndjson",
        "application/zip",
        "application/octet-stream"
    })
    @Blocking
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Import an edition",
            description =
                    "Takes in a file as its publisher offers it, up to 400 MB; which of the source's formats it is, is seen from its"
                            + " content. OFAC's legacy files come as one ZIP file of SDN.CSV, ADD.CSV, ALT.CSV and SDN_COMMENTS.CSV."
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
                    "The file is malformed or empty, lost too much against the present edition, or is older; the present one stays and"
                            + " the refusal is kept")
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
        ListSource source = source(id);
        if (source.isMadeHere()) {
            throw Problems.conflict("The service makes this list's editions itself, of /v1/list-entries.");
        }
        boolean accept = Boolean.TRUE.equals(acceptShrink);
        if (accept && !identity.hasRole(Roles.COMPLIANCE_OFFICER)) {
            throw Problems.forbidden("Only a compliance officer may take an edition that shrank this much.");
        }
        String sender = caller.name();
        ReceivedFile received = imports.receive(source, body);
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
        return Uni.createFrom()
                .item(received)
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .chain(file -> imports.take(key, file, sender, accept));
    }

    private static ListSource source(String id) {
        return ListSource.of(id).orElseThrow(() -> Problems.notFound("list", id));
    }
}
