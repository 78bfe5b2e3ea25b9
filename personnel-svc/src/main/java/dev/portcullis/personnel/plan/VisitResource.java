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
import jakarta.validation.constraints.NotNull;
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
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Visits over HTTP. */
@Path("/v1/technology-control-plans/{plan}/visits")
@Tag(name = "Technology control plans", description = "What is protected, who is admitted, and how")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VisitResource {
    private static final String ASKED = """
            {"partyId":"pty-01jdv4m3k8q2w5x7z9a1b3c5d7","day":"2026-11-29","purpose":"Maintenance of the test bench",
             "escortPersonId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd",
             "screening":{"reference":"scr-01k9zq0v5m8y3h2t7n4c6w1xrd","result":"CLEAR","screenedOn":"2026-11-29"}}""";
    private static final String ONE = """
            {"id":"vis-01k9zq0v5m8y3h2t7n4c6w1xrd","version":1,"planId":"tcp-01k9zq0v5m8y3h2t7n4c6w1xrd","asked":""" + ASKED + """
            ,"announcedBy":"8d2c"}""";

    @Inject
    Visits visits;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.ENGINEER})
    @Operation(summary = "Announce a visit")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "visit", value = ASKED)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "visit", value = ONE)))
    public Uni<Response> announce(
            @PathParam("plan") String plan,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Visit.Announced body) {
        return idempotency.once(
                key,
                body,
                () -> visits.announce(plan, body, caller.subject(), now())
                        .map(visit -> Answer.created(
                                "/v1/technology-control-plans/" + plan + "/visits/" + visit.id(),
                                ETags.of(visit.version()),
                                visit)));
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR, Roles.ENGINEER})
    @WithSession
    @Operation(summary = "Visits in the order of their announcing")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "visits", value = "{\"items\":[" + ONE + "]}")))
    public Uni<Page<Visit>> list(@PathParam("plan") String plan, @BeanParam PageRequest page) {
        return visits.page(plan, page.after(), page.limit() + 1).map(found -> Page.of(found, page, Visit::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR, Roles.ENGINEER})
    @WithSession
    @Operation(summary = "A visit")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "visit", value = ONE)))
    public Uni<Response> get(@PathParam("plan") String plan, @PathParam("id") String id) {
        return visits.get(plan, id).map(VisitResource::answer);
    }

    @PUT
    @Path("/{id}/entry")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.ENGINEER})
    @WithTransaction
    @Operation(summary = "Let a visitor in; 409 with the reason where that may not be")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "visit", value = ONE)))
    public Uni<Response> enter(
            @PathParam("plan") String plan,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return visits.enter(plan, id, ifMatch, caller.subject(), now()).map(VisitResource::answer);
    }

    @PUT
    @Path("/{id}/exit")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.ENGINEER})
    @WithTransaction
    @Operation(summary = "Log that a visitor has left")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "visit", value = ONE)))
    public Uni<Response> leave(
            @PathParam("plan") String plan,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return visits.leave(plan, id, ifMatch, caller.subject(), now()).map(VisitResource::answer);
    }

    private static Response answer(Visit visit) {
        return Response.ok(visit)
                .header(HttpHeaders.ETAG, ETags.of(visit.version()))
                .build();
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
