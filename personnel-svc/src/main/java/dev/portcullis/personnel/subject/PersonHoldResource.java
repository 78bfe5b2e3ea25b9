package dev.portcullis.personnel.subject;

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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Legal holds on persons over HTTP. */
@Path("/v1/person-holds")
@Tag(name = "Person holds", description = "Who must be kept whatever the age of the record (15 CFR 762.6(b))")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PersonHoldResource {
    private static final String HOLD = """
            {"id":"phd-01k9zq0v5m8y3h2t7n4c6w1xrd","version":1,"personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","state":"IN_FORCE",
             "reference":"matter-2026-114","placedBy":"b7f2c1d0-1f6f-4c62-9f0b-7d3f5a0a8b11","placedAt":"2026-11-29T09:00:00Z",
             "changedAt":"2026-11-29T09:00:00Z"}""";

    @Inject
    PersonHolds holds;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Place a hold; from the answer on the person is not erased")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"personId\":\"per-01k9zq0v5m8y3h2t7n4c6w1xrd\",\"reference\":\"matter-2026-114\"}")))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(value = HOLD)))
    public Uni<Response> place(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Place body) {
        return idempotency.once(
                key,
                body,
                () -> holds.place(body.personId(), body.reference(), caller.subject(), Instant.now())
                        .map(hold -> Answer.created("/v1/person-holds/" + hold.id(), ETags.of(hold.version()), hold)));
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Holds in the order of their making, lifted ones included")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + HOLD + "]}")))
    public Uni<Page<PersonHold>> list(@BeanParam PageRequest page) {
        return holds.page(page.after(), page.limit() + 1).map(found -> Page.of(found, page, PersonHold::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A hold")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = HOLD)))
    public Uni<Response> get(@PathParam("id") String id) {
        return holds.get(id)
                .map(hold -> Response.ok(hold)
                        .header(HttpHeaders.ETAG, ETags.of(hold.version()))
                        .build());
    }

    @POST
    @Path("/{id}/lift-proposals")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Propose to lift a hold; it stays in force until somebody else agrees")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = HOLD)))
    public Uni<Response> propose(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return idempotency.once(
                key,
                "",
                () -> holds.propose(id, ifMatch, caller.subject(), Instant.now())
                        .map(PersonHoldResource::answer));
    }

    @POST
    @Path("/{id}/lift-agreements")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(summary = "Agree to lift a hold; whoever proposed it is refused, whatever the role")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = HOLD)))
    @APIResponse(responseCode = "403", description = "The caller proposed it")
    public Uni<Response> agree(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return idempotency.once(
                key,
                "",
                () -> holds.lift(id, ifMatch, caller.subject(), Instant.now()).map(PersonHoldResource::answer));
    }

    private static Answer answer(PersonHold hold) {
        return new Answer(200, null, ETags.of(hold.version()), hold);
    }

    /**
     * Places a hold.
     *
     * @param personId who is held
     * @param reference of the inquiry: letters, digits, dots, hyphens, slashes
     */
    @RegisterForReflection
    public record Place(
            @NotBlank @Size(max = 64) String personId,

            @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9./_-]{0,59}")
            String reference) {}
}
