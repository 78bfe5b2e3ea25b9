package dev.portcullis.licensing.redflag;

import dev.portcullis.licensing.determination.RedFlag.Kind;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Red flags over HTTP. */
@Path("/v1/red-flags")
@Tag(
        name = "red-flags",
        description = "Know-Your-Customer red flags: they hold up what they reach until somebody else closes them"
                + " (Supplement No. 3 to 15 CFR Part 732)")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RedFlagResource {
    private static final String NEW = """
            {"number": "9", "kind": "PARTY", "subject": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7",
             "seen": "The delivery address is a freight forwarder's warehouse.", "evidence": []}""";
    private static final String OPEN = """
            {"id": "rfl-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 1, "state": "OPEN", "number": "9",
             "title": "A freight forwarder is named as the final destination", "kind": "PARTY",
             "subject": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7", "seen": "The delivery address is a freight forwarder's warehouse.",
             "evidence": [], "raisedBy": "2f1c7a0e-4f0b-4a53-9b0e-6f6f2d3b1a11", "raisedAt": "2026-11-29T09:30:00Z"}""";
    private static final String RESOLUTION = """
            {"reason": "The consignee's own warehouse stands at the same address: lease and photographs were seen.",
             "evidence": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]}""";
    private static final String CLOSED = """
            {"id": "rfl-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 2, "state": "CLOSED", "number": "9",
             "title": "A freight forwarder is named as the final destination", "kind": "PARTY",
             "subject": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7", "seen": "The delivery address is a freight forwarder's warehouse.",
             "evidence": [], "raisedBy": "2f1c7a0e-4f0b-4a53-9b0e-6f6f2d3b1a11", "raisedAt": "2026-11-29T09:30:00Z",
             "resolution": {"reason": "The consignee's own warehouse stands at the same address: lease and photographs were seen.",
                "evidence": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
                "by": "7d1e55d2-8a57-4b3c-9d0a-0c5a1f6a9e21", "at": "2026-11-29T14:05:00Z"}}""";
    private static final String LIST = """
            {"citation": "Supp. No. 3 to 15 CFR Part 732", "comment": "...",
             "flags": [{"number": "9", "title": "A freight forwarder is named as the final destination", "items": [],
                        "activities": ["EXPORT", "REEXPORT", "IN_COUNTRY_TRANSFER"]}]}""";

    @Inject
    RedFlags flags;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @RolesAllowed({
        Roles.SCREENER,
        Roles.CLASSIFIER,
        Roles.LICENSE_MANAGER,
        Roles.COMPLIANCE_OFFICER,
        Roles.ENGINEER,
        Roles.GATEWAY
    })
    @Operation(summary = "Raise a red flag; it holds up every decision that begins after the answer")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "flag", value = NEW)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "open", value = OPEN)))
    public Uni<Response> raise(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewRedFlag body) {
        return idempotency.once(
                key,
                body,
                () -> flags.raise(body, caller.subject(), clock.instant())
                        .map(flag -> Answer.created("/v1/red-flags/" + flag.id(), ETags.of(flag.version()), flag)));
    }

    @GET
    @Path("/guidance")
    @RolesAllowed({
        Roles.SCREENER,
        Roles.CLASSIFIER,
        Roles.LICENSE_MANAGER,
        Roles.COMPLIANCE_OFFICER,
        Roles.ENGINEER,
        Roles.GATEWAY,
        Roles.AUDITOR
    })
    @Operation(summary = "The red flags of the Supplement by number, in words that are not the law's")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "list", value = LIST)))
    public Guidance guidance() {
        return Guidance.shipped();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.CLASSIFIER, Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A red flag")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "closed", value = CLOSED)))
    public Uni<Response> get(@PathParam("id") String id) {
        return flags.get(id)
                .map(flag -> Response.ok(flag)
                        .header(HttpHeaders.ETAG, ETags.of(flag.version()))
                        .build());
    }

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.CLASSIFIER, Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Red flags in the order of their raising, those that were closed included")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "flags", value = "{\"items\": [" + OPEN + "]}")))
    public Uni<Page<RaisedFlag>> list(
            @Parameter(description = "Whether they stand") @QueryParam("state") RaisedFlag.@Nullable State state,
            @Parameter(description = "What they were raised on") @QueryParam("kind") @Nullable Kind kind,
            @Parameter(description = "The id of that") @QueryParam("subject") @Nullable String subject,
            @BeanParam PageRequest page) {
        return flags.page(state, kind, subject, page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, RaisedFlag::id));
    }

    @PUT
    @Path("/{id}/resolution")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(
            summary = "Close a red flag with what was found; it holds up no decision that begins after the answer",
            description = "By somebody else than who raised it. For good: what is seen again is raised anew.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "resolution", value = RESOLUTION)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "closed", value = CLOSED)))
    @APIResponse(responseCode = "403", description = "Who raised it may not close it")
    @APIResponse(responseCode = "409", description = "It was closed before")
    @APIResponse(responseCode = "412", description = "Somebody else closed it meanwhile")
    public Uni<Response> close(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Resolution body) {
        return idempotency.once(
                key,
                body,
                () -> flags.close(id, ifMatch, body, caller.subject(), clock.instant())
                        .map(flag -> new Answer(200, null, ETags.of(flag.version()), flag)));
    }
}
