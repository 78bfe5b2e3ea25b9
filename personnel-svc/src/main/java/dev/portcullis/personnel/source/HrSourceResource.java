package dev.portcullis.personnel.source;

import dev.portcullis.personnel.source.HrSource.Word;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The word of HR over HTTP. */
@Path("/v1/hr-sources")
@Tag(name = "HR sources", description = "Which HR systems speak, and up to when each has told what it knows")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HrSourceResource {
    private static final String WORD = "{\"word\":\"DELTA_SYNC\",\"completeUpTo\":\"2026-11-29T05:00:00Z\"}";
    private static final String ONE = """
            {"id":"service-account-hr-sync","version":1,"completeUpTo":"2026-11-29T05:00:00Z",
             "goodUntil":"2026-11-30T07:00:00Z","lastWord":"DELTA_SYNC"}""";

    @Inject
    HrSources sources;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/words")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(
            summary = "HR says up to when it has told everything",
            description =
                    "Send it after each synchronization, and as a heartbeat where there is nothing new. What HR does not say"
                            + " within the limit closes every gate that needs a person's record.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "word", value = WORD)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "source", value = ONE)))
    @APIResponse(responseCode = "422", description = "The moment is ahead")
    public Uni<Response> word(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Said body) {
        return idempotency.once(
                key,
                body,
                () -> sources.hear(caller.name(), body.word(), body.completeUpTo())
                        .map(Answer::ok));
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR, Roles.HR_SYNC})
    @Operation(summary = "The HR systems that ever spoke")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "sources", value = "{\"items\":[" + ONE + "]}")))
    public Uni<Page<HrSource>> list(@BeanParam PageRequest page) {
        return sources.page(page.after(), page.limit() + 1).map(found -> Page.of(found, page, HrSource::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR, Roles.HR_SYNC})
    @Operation(summary = "An HR system as it was last heard")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "source", value = ONE)))
    public Uni<Response> get(@PathParam("id") String id) {
        return sources.get(id).map(HrSourceResource::answer);
    }

    @PUT
    @Path("/{id}/retirement")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @WithTransaction
    @Operation(summary = "Wait no more for an HR system, until it speaks again")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "retirement",
                                            value = "{\"reason\":\"Replaced by the new HR system on 2026-11-01\"}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "source", value = ONE)))
    public Uni<Response> retire(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Retirement body) {
        return sources.retire(id, ifMatch, caller.subject(), body.reason()).map(HrSourceResource::answer);
    }

    private static Response answer(HrSource source) {
        return Response.ok(source)
                .header(HttpHeaders.ETAG, ETags.of(source.version()))
                .build();
    }

    /**
     * What HR says.
     *
     * @param word how
     * @param completeUpTo everything that it knew by then has been told
     */
    public record Said(@NotNull Word word, @NotNull Instant completeUpTo) {}

    /**
     * Why a system is not waited for any more.
     *
     * @param reason what became of it
     */
    public record Retirement(@NotBlank @Size(max = 2000) String reason) {}
}
