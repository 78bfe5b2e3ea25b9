package dev.portcullis.personnel.plan;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is admitted to a plan, over HTTP. */
@Path("/v1/technology-control-plans/{plan}/admissions")
@Tag(name = "Technology control plans", description = "What is protected, who is admitted, and how")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdmissionResource {
    private static final String PERSON = "{\"personId\":\"per-01k9zq0v5m8y3h2t7n4c6w1xrd\"}";
    private static final String ONE = """
            {"id":"adm-01k9zq0v5m8y3h2t7n4c6w1xrd","version":1,"planId":"tcp-01k9zq0v5m8y3h2t7n4c6w1xrd",
             "personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","state":"REFUSED",
             "reasons":["itm-01jdv4m3k8q2w5x7z9a1b3c5d7: A license is needed for this technology."],
             "decidedBy":"8d2c","decidedAt":"2026-11-29T09:30:00Z"}""";

    @Inject
    Plans plans;

    @Inject
    Admissions admissions;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(
            summary = "Admit a person, or be refused with the reasons",
            description =
                    "ADMITTED where every item inside may be received and the briefing is signed; else REFUSED. Both are kept.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "person", value = PERSON)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "admission", value = ONE)))
    @APIResponse(responseCode = "409", description = "The person is admitted or suspended already")
    public Uni<Response> admit(
            @PathParam("plan") String plan,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Candidate body) {
        return idempotency.once(
                key,
                body,
                () -> admissions
                        .ask(plan, body.personId(), caller.subject(), now())
                        .map(one -> Answer.created(
                                "/v1/technology-control-plans/" + plan + "/admissions/" + one.id(),
                                ETags.of(one.version()),
                                one)));
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Admissions in the order of their asking, refusals and those that ended included")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "admissions", value = "{\"items\":[" + ONE + "]}")))
    public Uni<Page<Admission>> list(
            @PathParam("plan") String plan,
            @QueryParam("state") Admission.@Nullable State state,
            @BeanParam PageRequest page) {
        return admissions
                .page(plan, state, page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, Admission::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "An admission")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "admission", value = ONE)))
    public Uni<Response> get(@PathParam("plan") String plan, @PathParam("id") String id) {
        return admissions.get(plan, id).map(AdmissionResource::answer);
    }

    @PUT
    @Path("/{id}/readmission")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @WithTransaction
    @Operation(summary = "Admit again who was suspended, where nothing stands against it any more")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "note", value = "{\"note\":\"The license was renewed\"}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "admission", value = ONE)))
    public Uni<Response> readmit(
            @PathParam("plan") String plan,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Note body) {
        return admissions
                .readmit(plan, id, ifMatch, body.note(), caller.subject(), now())
                .map(AdmissionResource::answer);
    }

    @PUT
    @Path("/{id}/end")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @WithTransaction
    @Operation(summary = "End an admission for good")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "note", value = "{\"note\":\"Moved to another project\"}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "admission", value = ONE)))
    public Uni<Response> end(
            @PathParam("plan") String plan,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Note body) {
        return admissions
                .end(plan, id, ifMatch, body.note(), caller.subject(), now())
                .map(AdmissionResource::answer);
    }

    private static Response answer(Admission admission) {
        return Response.ok(admission)
                .header(HttpHeaders.ETAG, ETags.of(admission.version()))
                .build();
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Who is to be admitted, by opaque id. */
    public record Candidate(@NotBlank @Size(max = 64) String personId) {}

    /** Why, in a few words; names nobody. */
    public record Note(@NotBlank @Size(max = 1000) String note) {}
}
