package dev.portcullis.personnel.person;

import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases about persons over HTTP. */
@Path("/v1/personnel-cases")
@Tag(name = "Personnel cases", description = "Sources that say different things of one person")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {
    private static final String CASE = """
            {"id":"pcs-01k9zq0v5m8y3h2t7n4c6w1xrd","version":1,"personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd",
             "kind":"SOURCES_DISAGREE","openedAt":"2026-11-29T09:00:00Z"}""";

    @Inject
    PersonnelCases cases;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Cases in the order in which they were opened")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + CASE + "]}")))
    public Uni<Page<PersonnelCase>> list(
            @QueryParam("open") @DefaultValue("false") boolean open, @BeanParam PageRequest page) {
        return cases.page(open, page.after(), page.limit() + 1).map(found -> Page.of(found, page, PersonnelCase::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A case")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = CASE)))
    public Uni<Response> get(@PathParam("id") String id) {
        return cases.find(id)
                .map(found -> Response.ok(found)
                        .header(HttpHeaders.ETAG, ETags.of(found.version()))
                        .build());
    }

    @POST
    @Path("/{id}/settlements")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(
            summary = "Settle a case by saying which source is right",
            description =
                    "The record takes that source's facts; what the others said is forgotten until they say it again")
    @RequestBody(content = @Content(examples = @ExampleObject(value = "{\"right\":\"workday\"}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = CASE)))
    @APIResponse(responseCode = "409", description = "The case is settled")
    @APIResponse(responseCode = "422", description = "The source told nothing of the person")
    public Uni<Response> settle(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Settlement body) {
        return idempotency.once(
                key,
                body,
                () -> cases.believe(id, ifMatch, body.right(), caller.subject())
                        .map(settled -> new Answer(200, null, ETags.of(settled.version()), settled)));
    }

    /**
     * How a case is settled.
     *
     * @param right name of the source that is right
     */
    @RegisterForReflection
    public record Settlement(@NotBlank @Size(max = 200) String right) {}
}
