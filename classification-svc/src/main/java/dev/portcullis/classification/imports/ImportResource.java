package dev.portcullis.classification.imports;

import dev.portcullis.classification.controllist.Dates;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports of editions of the control list. */
@Path("/v1/control-list/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Control list")
public class ImportResource {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    private static final String TEXT = """
            <DIV5 N="774" TYPE="PART"><DIV9 N="Supplement No. 1 to Part 774" TYPE="APPENDIX">
            <FP-2><B>3A090 Integrated circuits as follows (see List of Items Controlled).</B></FP-2>...</DIV9></DIV5>""";

    private static final String EDITION = """
            {"id":"cle-01kapx5c1z0000000000000000","issueDate":"2026-10-01","digest":"9f86d081884c7d65...","bytes":3481920,
             "source":"15 CFR Part 774, Supplement No. 1, eCFR issue of 2026-10-01","entries":637,
             "loadedAt":"2026-10-02T06:00:00Z","loadedBy":"classifier"}""";

    private static final String PAGE = "{\"items\":[" + EDITION + "]}";

    @Inject
    EditionImport imports;

    @Inject
    Editions editions;

    @Inject
    Caller caller;

    @Inject
    SecurityIdentity identity;

    @GET
    @RolesAllowed({Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "List the editions that were taken in", description = "The last one first, page by page.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = PAGE)))
    public Uni<Page<EditionView>> list(@BeanParam PageRequest page) {
        return editions.page(page.after(), page.limit() + 1).map(found -> Page.of(found, page, EditionView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Read what was taken in, when and from whom")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = @Content(examples = @ExampleObject(name = "an edition", value = EDITION)))
    public Uni<EditionView> edition(@PathParam("id") String id) {
        return editions.edition(id).map(found -> found.orElseThrow(() -> Problems.notFound("edition", id)));
    }

    /** Reads from the connection, so it runs on a worker thread; the database work goes back to the request's context. */
    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Blocking
    @RolesAllowed({Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Import an edition",
            description =
                    "Takes in the XML of 15 CFR Part 774 as the eCFR's versioner gives it for an issue date, up to 64 MiB. The edition is"
                            + " stored as a whole or not at all; earlier ones are kept, and each answers for the days from its issue date on."
                            + " The same text for the same date changes nothing and is answered with 200.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            examples = @ExampleObject(name = "a text", value = TEXT)))
    @APIResponse(
            responseCode = "201",
            description = "The edition is stored",
            content = @Content(examples = @ExampleObject(name = "an edition", value = EDITION)))
    @APIResponse(responseCode = "200", description = "The edition was there already")
    @APIResponse(
            responseCode = "422",
            description =
                    "The text is malformed, truncated, has shrunk, or lacks an entry that a rule reads; the detail says why")
    public Uni<Response> importEdition(
            @QueryParam("issueDate") @Parameter(required = true, example = "2026-10-01") @Nullable String issueDate,
            @QueryParam("acceptShrink")
                    @Parameter(
                            description =
                                    "Take an edition although it lost more than is usual; the compliance officer's decision")
                    @Nullable
                    Boolean acceptShrink,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream body) {
        boolean accept = Boolean.TRUE.equals(acceptShrink);
        if (accept && !identity.hasRole(Roles.COMPLIANCE_OFFICER)) {
            throw Problems.forbidden("Only a compliance officer may take an edition that shrank this much.");
        }
        EditionImport.Prepared prepared = imports.prepare(body, issued(issueDate), accept, caller.name());
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
        return Uni.createFrom()
                .item(prepared)
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .chain(ready -> imports.take(key, ready, accept));
    }

    private static LocalDate issued(@Nullable String text) {
        try {
            LocalDate date = LocalDate.parse(String.valueOf(text));
            if (!date.isBefore(FIRST) && !date.isAfter(Dates.at(Instant.now()))) {
                return date;
            }
        } catch (DateTimeParseException noDate) {
            // said below
        }
        throw Problems.badParameter("issueDate", "must be the issue date of the text, from " + FIRST + " until today");
    }
}
