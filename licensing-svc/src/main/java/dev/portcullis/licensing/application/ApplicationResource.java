package dev.portcullis.licensing.application;

import dev.portcullis.licensing.application.Applications.Case;
import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.licensing.decision.Disclosure;
import dev.portcullis.platform.document.HtmlPaper;
import dev.portcullis.platform.document.Paper;
import dev.portcullis.platform.document.PdfPaper;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.pdf.Attached;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Applications over HTTP. */
@Path("/v1/applications")
@Tag(
        name = "applications",
        description = "From a determination that asks for a license to the answer of BIS (15 CFR 748, 750)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationResource {
    private static final String PDF = "application/pdf";

    @Inject
    Applications applications;

    @Inject
    Idempotency idempotency;

    @Inject
    CanonicalJson json;

    @Inject
    Caller caller;

    @Inject
    SecurityIdentity reader;

    @Inject
    Clock clock;

    @POST
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER})
    @Operation(
            summary = "Begin an application from a determination",
            description =
                    "From LICENSE_REQUIRED for a license, and from License Exception NAC for a notification (15 CFR 740.8(b)).")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "begin", value = ApplicationExamples.BEGIN)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "application", value = ApplicationExamples.VIEW)))
    @APIResponse(responseCode = "409", description = "The determination asks for no license")
    public Uni<Response> begin(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Begin body) {
        return idempotency.once(
                key,
                body,
                () -> applications
                        .begin(body.determinationId(), caller.subject(), clock.instant())
                        .map(begun -> answer(201, begun)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(
            summary = "An application: where it stands, what is due, what must still be answered",
            description = "Approvers see those that are about no person.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "application", value = ApplicationExamples.VIEW)))
    public Uni<Response> get(@PathParam("id") String id) {
        return applications
                .get(id, clock.instant())
                .map(this::seen)
                .map(found -> Response.ok(found.view())
                        .header(
                                HttpHeaders.ETAG,
                                ETags.of(found.view().application().version()))
                        .build());
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Applications in the order of their making")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "applications",
                                            value = "{\"items\": [" + ApplicationExamples.VIEW + "]}")))
    public Uni<Page<ApplicationView>> list(
            @QueryParam("state")
                    @Parameter(description = "Only those that stand there", example = "SUBMITTED")
                    @Nullable
                    State state,
            @QueryParam("determinationId") @Nullable @Size(max = 64) String determinationId,
            @QueryParam("overdue") @Parameter(description = "Only those of which a day has come") boolean overdue,
            @BeanParam PageRequest page) {
        return applications
                .page(state, determinationId, overdue, page.after(), page.limit() + 1, clock.instant())
                .map(found -> Page.of(found, page, view -> view.application().id()));
    }

    @GET
    @Path("/form")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.APPROVER, Roles.AUDITOR})
    @Operation(summary = "The fields of the form, each with its question and citation")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "fields", value = ApplicationExamples.FIELDS)))
    public List<FieldView> form() {
        return applications.form().fields().stream().map(FieldView::of).toList();
    }

    @PUT
    @Path("/{id}/draft")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER})
    @WithTransaction
    @Operation(
            summary = "Write at a draft",
            description =
                    "Answers and documents take the place of those before. A fact that is known goes before an answer.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "draft", value = ApplicationExamples.DRAFT)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "application", value = ApplicationExamples.VIEW)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
    public Uni<Response> edit(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DraftRequest body) {
        return applications
                .edit(id, ifMatch, body, caller.subject(), clock.instant())
                .map(found -> Response.ok(found.view())
                        .header(
                                HttpHeaders.ETAG,
                                ETags.of(found.view().application().version()))
                        .build());
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(
            summary = "Approve a draft as it is",
            description =
                    "By a second person: whoever has written at it is refused, whatever the role. Every block must be filled.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "approval", value = ApplicationExamples.APPROVAL)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "application", value = ApplicationExamples.VIEW)))
    @APIResponse(responseCode = "403", description = "The caller has written at it")
    @APIResponse(responseCode = "422", description = "Blocks or documents are missing; each is told with its question")
    public Uni<Response> approve(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Approval body) {
        return idempotency.once(
                key,
                body,
                () -> applications
                        .approve(id, ifMatch, body.note(), this::seen, caller.subject(), clock.instant())
                        .map(found -> answer(200, found)));
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER})
    @Operation(summary = "Tell what was done with it, or what BIS did", description = """
                    SUBMIT with the application control number; QUESTION and ANSWER stop and start the clock of BIS; RETURN without action;
                    INTEND_TO_DENY, RESPOND and RECONSIDER; GRANT with the license's number; DENY; WITHDRAW; REOPEN to work at it again.
                    """)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "submission", value = ApplicationExamples.MOVE)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "application", value = ApplicationExamples.VIEW)))
    @APIResponse(
            responseCode = "409",
            description = "The step does not follow, or the facts have changed since the approval")
    public Uni<Response> step(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MoveRequest body) {
        return idempotency.once(
                key,
                body,
                () -> applications
                        .move(id, ifMatch, body, caller.subject(), clock.instant())
                        .map(found -> answer(200, found)));
    }

    @GET
    @Path("/{id}/package")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "The work package: every block filled or asked for, documents, letter of explanation, specification",
            description = """
                    Of a draft as it would be now; later as it was approved, byte for byte. With `Accept: text/html` or `application/pdf`
                    for people. BIS publishes no format for applications of SNAP-R in bulk, so this is not one.
                    """)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = WorkPackage.class),
                        examples = @ExampleObject(name = "package", value = ApplicationExamples.PACKAGE)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<byte[]> workPackage(@PathParam("id") String id) {
        return applications.get(id, clock.instant()).map(this::seen).map(found -> json.write(found.workPackage()));
    }

    @GET
    @Path("/{id}/package")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8;qs=0.5")
    @Operation(hidden = true)
    public Uni<Response> page(@PathParam("id") String id) {
        return applications
                .get(id, clock.instant())
                .map(this::seen)
                .map(found -> Response.ok(HtmlPaper.of(paper(found)), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .header("Content-Security-Policy", HtmlPaper.POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }

    @GET
    @Path("/{id}/package")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.APPROVER, Roles.AUDITOR})
    @Produces(PDF + ";qs=0.4")
    @Operation(hidden = true)
    public Uni<Response> document(@PathParam("id") String id) {
        return Panache.withSession(() -> applications.get(id, clock.instant()))
                .map(this::seen)
                // The session ends on its own thread before the document is set on another.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> Response.ok(
                                PdfPaper.of(
                                        paper(found),
                                        new Attached(
                                                "package.json",
                                                "application/json",
                                                "The work package that this document was made from",
                                                json.write(found.workPackage()))),
                                PDF)
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\""
                                        + found.view().application().id() + ".pdf\"")
                        .build());
    }

    private Paper paper(Case found) {
        return PackagePaper.of(
                found.view().application(), found.workPackage(), found.view().due(), clock.instant());
    }

    /** An application tells the nationality of the person whom it is about: it is for those who need to know. */
    private Case seen(Case found) {
        if (Disclosure.to(reader::hasRole).withholds(found.determination().transaction())) {
            throw Problems.forbidden(
                    "The application is about a person: it is shown to those whose duty turns on nationality.");
        }
        return found;
    }

    private static Answer answer(int status, Case found) {
        Application application = found.view().application();
        return new Answer(
                status,
                status == 201 ? "/v1/applications/" + application.id() : null,
                ETags.of(application.version()),
                found.view());
    }

    /**
     * Begins an application.
     *
     * @param determinationId the determination that asks for it
     */
    public record Begin(@NotBlank @Size(max = 64) String determinationId) {}

    /**
     * Agrees to a draft.
     *
     * @param note why, or what was looked at
     */
    public record Approval(
            @Nullable @Size(min = 1, max = 4000) String note) {}
}
