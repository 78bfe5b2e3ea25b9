package dev.portcullis.personnel.person;

import dev.portcullis.personnel.person.RefusedMessages.View;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Refused messages over HTTP. */
@Path("/v1/refused-messages")
@Tag(
        name = "Refused messages",
        description = "What HR systems sent and could not be applied exactly; nothing of its content")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RefusedMessageResource {
    private static final String MESSAGE = """
            {"id":"rfm-01k9zq0v5m8y3h2t7n4c6w1xrd","personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","source":"workday","channel":"FILE",
             "reason":"NOT_A_USER","doubt":"HR_MESSAGE_REFUSED","times":3,"firstAt":"2026-11-29T09:00:00Z",
             "lastAt":"2026-11-29T09:05:00Z"}""";

    @Inject
    RefusedMessages refused;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** Why an officer settles one. */
    public enum Settlement {
        /** The source sent the same by another message. */
        CORRECTED_AT_SOURCE,
        /** The message meant to change nothing that matters. */
        NOTHING_MEANT,
        /** The facts on record were checked and hold. */
        RECORD_HOLDS
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Refused messages in the order in which they first came")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + MESSAGE + "]}")))
    public Uni<Page<View>> list(@QueryParam("open") @DefaultValue("true") boolean open, @BeanParam PageRequest page) {
        return refused.page(open, page.after(), page.limit() + 1).map(found -> Page.of(found, page, View::id));
    }

    @POST
    @Path("/{id}/settlements")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Settle a refused message of which the source will send no more")
    @RequestBody(content = @Content(examples = @ExampleObject(value = "{\"settlement\":\"RECORD_HOLDS\"}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = "{\"settled\":true}")))
    @APIResponse(responseCode = "404", description = "No such message stands")
    public Uni<Response> settle(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Settling body) {
        return idempotency.once(
                key,
                body,
                () -> refused.settleInTransaction(
                                id, caller.subject(), body.settlement().name())
                        .map(settled -> {
                            if (!settled) {
                                throw Problems.notFound("refused message that stands", id);
                            }
                            return new Answer(200, null, null, new Settled(true));
                        }));
    }

    /**
     * How one is settled.
     *
     * @param settlement why
     */
    @RegisterForReflection
    public record Settling(@NotNull Settlement settlement) {}

    /** It is settled. */
    @RegisterForReflection
    public record Settled(boolean settled) {}
}
