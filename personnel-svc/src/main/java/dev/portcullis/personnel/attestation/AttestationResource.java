package dev.portcullis.personnel.attestation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.personnel.attestation.Attested.Petition;
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
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Attestations over HTTP. */
@Path("/v1/attestations")
@Tag(name = "Attestations", description = "Part 6 of Form I-129, with the determinations behind it")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AttestationResource {
    private static final String PDF = "application/pdf";
    private static final String ASKED = """
            {"personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","petition":"H_1B","itemIds":["itm-01jdv4m3k8q2w5x7z9a1b3c5d7"],
             "stateRequiresLicense":false}""";
    private static final String ONE = """
            {"id":"att-01k9zq0v5m8y3h2t7n4c6w1xrd","version":1,"state":"DRAFT","attested":
              {"personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","petition":"H_1B","commerce":"LICENSE_REQUIRED",
               "state":"LICENSE_NOT_REQUIRED","alternative":"LICENSE_REQUIRED",
               "determinations":[{"itemId":"itm-01jdv4m3k8q2w5x7z9a1b3c5d7","access":"LICENSE_REQUIRED",
                 "determination":"dxs-0f2c4e6a8b1d3f5a7c9e0b2d4f","version":3,
                 "reasons":[{"statement":"A license is needed for this technology.","citation":"15 CFR 742.4(a)"}]}],
               "draftedAt":"2026-11-29T09:30:00Z"},"draftedBy":"8d2c","changedAt":"2026-11-29T09:30:00Z"}""";

    @Inject
    Attestations attestations;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    ObjectMapper json;

    private final FormText form = FormText.shipped();

    @POST
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER})
    @Operation(
            summary = "Draft an attestation from what is determined now",
            description =
                    "The Export Administration Regulations are answered by determinations; whether the Department of State"
                            + " requires a license is answered by whoever drafts.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "draft", value = ASKED)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "attestation", value = ONE)))
    public Uni<Response> draft(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewDraft body) {
        // What is answered speaks of a person's visa; what is kept for a retry must not: the answer names the place
        // alone.
        return idempotency.once(
                key,
                body,
                () -> attestations
                        .draft(
                                body.personId(),
                                body.petition(),
                                body.itemIds(),
                                body.stateRequiresLicense(),
                                caller.subject(),
                                now())
                        .map(one -> Answer.created(
                                "/v1/attestations/" + one.id(),
                                ETags.of(one.version()),
                                new Drafted(one.id(), one.version(), one.state()))));
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Attestations in the order of their drafting")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "attestations", value = "{\"items\":[" + ONE + "]}")))
    public Uni<Page<Attestation>> list(@BeanParam PageRequest page) {
        return attestations.page(page.after(), page.limit() + 1).map(found -> Page.of(found, page, Attestation::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "An attestation; with Accept: text/html or application/pdf as a document")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "attestation", value = ONE)))
    public Uni<Response> get(@PathParam("id") String id) {
        return attestations.get(id).map(AttestationResource::answer);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8;qs=0.5")
    @Operation(hidden = true)
    public Uni<Response> page(@PathParam("id") String id) {
        return attestations
                .get(id)
                .map(one -> Response.ok(HtmlPaper.of(paper(one)), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .header("Content-Security-Policy", HtmlPaper.POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.APPROVER, Roles.AUDITOR})
    @Produces(PDF + ";qs=0.4")
    @Operation(hidden = true)
    public Uni<Response> document(@PathParam("id") String id) {
        // The session ends on its own thread: what is drawn from it is drawn on another.
        return Panache.withSession(() -> attestations.get(id))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(one -> Response.ok(
                                PdfPaper.of(
                                        paper(one),
                                        new Attached(
                                                "attestation.json",
                                                "application/json",
                                                "What is attested",
                                                bytes(one))),
                                PDF)
                        .header("Content-Disposition", "attachment; filename=\"" + id + ".pdf\"")
                        .build());
    }

    @PUT
    @Path("/{id}/approval")
    @RolesAllowed({Roles.APPROVER, Roles.COMPLIANCE_OFFICER})
    @WithTransaction
    @Operation(summary = "Approve a draft; somebody else than who drafted it, while the answers behind it are the same")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "attestation", value = ONE)))
    @APIResponse(responseCode = "403", description = "The caller drafted it")
    @APIResponse(responseCode = "409", description = "A question is open, or the answers have changed")
    public Uni<Response> approve(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return attestations.approve(id, ifMatch, caller.subject(), now()).map(AttestationResource::answer);
    }

    @PUT
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER})
    @WithTransaction
    @Operation(summary = "Take an attestation back")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "attestation", value = ONE)))
    public Uni<Response> withdraw(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return attestations.withdraw(id, ifMatch, caller.subject(), now()).map(AttestationResource::answer);
    }

    private Paper paper(Attestation one) {
        Attested attested = one.attested();
        if (attested == null) {
            throw Problems.conflict("What was attested was erased with the person.");
        }
        return AttestationPaper.of(one, attested, form);
    }

    private byte[] bytes(Attestation one) {
        try {
            return json.writeValueAsString(one).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an attestation cannot be written");
        }
    }

    private static Response answer(Attestation one) {
        return Response.ok(one)
                .header(HttpHeaders.ETAG, ETags.of(one.version()))
                .build();
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Asks for a draft.
     *
     * @param personId the beneficiary
     * @param petition the classification that is petitioned for
     * @param itemIds the technology and source code that the beneficiary will get access to
     * @param stateRequiresLicense whether the Department of State requires a license
     */
    public record NewDraft(
            @NotBlank @Size(max = 64) String personId,
            @NotNull Petition petition,

            @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 64) String> itemIds,

            @NotNull Boolean stateRequiresLicense) {}

    /** What was drafted; it is read where it stands. */
    public record Drafted(String id, long version, Attestation.State state) {}
}
