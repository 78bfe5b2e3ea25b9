package dev.portcullis.personnel.plan;

import dev.portcullis.platform.document.HtmlPaper;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Technology control plans over HTTP. */
@Path("/v1/technology-control-plans")
@Tag(name = "Technology control plans", description = "What is protected, who is admitted, and how")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlanResource {
    private static final String PDF = "application/pdf";
    private static final String TERMS = """
            {"kind":"REPOSITORY","title":"Accelerator RTL","country":"US","itemIds":["itm-01jdv4m3k8q2w5x7z9a1b3c5d7"],
             "briefing":{"title":"Working with controlled technology","edition":1,"renewAfterDays":365,
                         "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}""";
    private static final String ONE = """
            {"id":"tcp-01k9zq0v5m8y3h2t7n4c6w1xrd","version":1,"status":"ACTIVE","terms":""" + TERMS + """
            ,"measures":[{"id":"GROUP_ACCESS","inPlace":true,"until":"2027-05-31","markedBy":"8d2c",
                          "markedAt":"2026-11-29T09:30:00Z"}],"changedAt":"2026-11-29T09:30:00Z"}""";
    private static final String MARK =
            "{\"inPlace\":true,\"until\":\"2027-05-31\",\"note\":\"Checked in the source host\"}";

    @Inject
    Plans plans;

    @Inject
    Documents documents;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Open a plan, with the usual measures of its kind, none of which is in place yet")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "terms", value = TERMS)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "plan", value = ONE)))
    public Uni<Response> open(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Terms body) {
        return idempotency.once(
                key,
                body,
                () -> plans.open(body, caller.subject(), now())
                        .map(plan -> Answer.created(
                                "/v1/technology-control-plans/" + plan.id(), ETags.of(plan.version()), plan)));
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Plans in the order of their opening")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "plans", value = "{\"items\":[" + ONE + "]}")))
    public Uni<Page<Plan>> list(@BeanParam PageRequest page) {
        return plans.page(page.after(), page.limit() + 1).map(found -> Page.of(found, page, Plan::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A plan; with Accept: text/html or application/pdf as a document")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "plan", value = ONE)))
    public Uni<Response> get(@PathParam("id") String id) {
        return plans.get(id).map(PlanResource::answer);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8;qs=0.5")
    @Operation(hidden = true)
    public Uni<Response> page(@PathParam("id") String id) {
        return documents
                .html(id, now())
                .map(page -> Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .header("Content-Security-Policy", HtmlPaper.POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @Produces(PDF + ";qs=0.4")
    @Operation(hidden = true)
    public Uni<Response> document(@PathParam("id") String id) {
        return documents
                .pdf(id, now())
                .map(bytes -> Response.ok(bytes, PDF)
                        .header("Content-Disposition", "attachment; filename=\"" + id + ".pdf\"")
                        .build());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @WithTransaction
    @Operation(summary = "Give a plan other terms; everybody admitted is looked at again")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "terms", value = TERMS)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "plan", value = ONE)))
    public Uni<Response> amend(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Terms body) {
        return plans.amend(id, ifMatch, body, caller.subject(), now()).map(PlanResource::answer);
    }

    @PUT
    @Path("/{id}/closing")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @WithTransaction
    @Operation(summary = "Close a plan for good; everybody admitted is suspended")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "closing", value = "{\"reason\":\"The project has ended\"}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "plan", value = ONE)))
    public Uni<Response> close(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Closing body) {
        return plans.close(id, ifMatch, body.reason(), caller.subject(), now()).map(PlanResource::answer);
    }

    @PUT
    @Path("/{id}/measures/{measure}")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @WithTransaction
    @Operation(summary = "Say whether a measure is in place, and until when that can be relied on")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "mark", value = MARK)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "plan", value = ONE)))
    public Uni<Response> mark(
            @PathParam("id") String id,
            @PathParam("measure") String measure,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Mark body) {
        return plans.mark(id, ifMatch, measure, body.inPlace(), body.until(), body.note(), caller.subject(), now())
                .map(PlanResource::answer);
    }

    private static Response answer(Plan plan) {
        return Response.ok(plan)
                .header(HttpHeaders.ETAG, ETags.of(plan.version()))
                .build();
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * How a measure stands.
     *
     * @param inPlace whether it is in place
     * @param until the last day on which that can be relied on
     * @param note what was seen, or what is to be done; names nobody
     */
    public record Mark(
            @NotNull Boolean inPlace,
            @Nullable LocalDate until,
            @Nullable @Size(max = 1000) String note) {}

    /**
     * Why a plan is closed.
     *
     * @param reason in a few words; names nobody
     */
    public record Closing(@NotBlank @Size(max = 1000) String reason) {}
}
