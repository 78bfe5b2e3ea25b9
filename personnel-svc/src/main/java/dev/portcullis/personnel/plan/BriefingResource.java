package dev.portcullis.personnel.plan;

import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who signed a plan's briefing, over HTTP. */
@Path("/v1/technology-control-plans/{plan}/briefings")
@Tag(name = "Technology control plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BriefingResource {
    private static final String CLAIM = "portcullis_person";
    private static final String RECORDED = """
            {"personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","signedAt":"2026-11-29T09:00:00Z",
             "evidenceSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""";
    private static final String SIGNED = """
            {"id":"brs-01k9zq0v5m8y3h2t7n4c6w1xrd","planId":"tcp-01k9zq0v5m8y3h2t7n4c6w1xrd",
             "personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","edition":1,"method":"OWN_TOKEN",
             "signedAt":"2026-11-29T09:00:00Z","validUntil":"2027-11-29"}""";

    @Inject
    Plans plans;

    @Inject
    Briefings briefings;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    JsonWebToken token;

    @POST
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Record that a person signed the present edition of the briefing on paper or elsewhere")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "signature", value = RECORDED)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "signature", value = SIGNED)))
    public Uni<Response> record(
            @PathParam("plan") String plan,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Recorded body) {
        return idempotency.once(
                key,
                body,
                () -> plans.get(plan)
                        .chain(of -> briefings.sign(
                                of, body.personId(), body.evidenceSha256(), body.signedAt(), caller.subject(), now()))
                        .map(signature -> Answer.created(
                                "/v1/technology-control-plans/" + plan + "/briefings", null, signature)));
    }

    @POST
    @Path("/own")
    @RolesAllowed({
        Roles.ENGINEER,
        Roles.CLASSIFIER,
        Roles.SCREENER,
        Roles.APPROVER,
        Roles.LICENSE_MANAGER,
        Roles.COMPLIANCE_OFFICER
    })
    @Operation(
            summary = "Sign the present edition of the briefing, for oneself",
            description = "The token says who the person is (claim portcullis_person); nobody signs for another.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "what was read",
                                            value =
                                                    "{\"sha256\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "signature", value = SIGNED)))
    @APIResponse(responseCode = "403", description = "The account belongs to no person that is known here")
    public Uni<Response> sign(
            @PathParam("plan") String plan,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Read body) {
        String person = token.getClaim(CLAIM);
        if (person == null || person.isBlank()) {
            throw Problems.forbidden("This account belongs to no person that is known here.");
        }
        return idempotency.once(
                key,
                body,
                () -> plans.get(plan).chain(of -> {
                    Terms.Briefing briefing = of.terms().briefing();
                    if (briefing != null && !briefing.sha256().equals(body.sha256())) {
                        throw Problems.conflict("What was read is not the present edition of the briefing.");
                    }
                    Instant now = now();
                    return briefings
                            .sign(of, person, null, now, caller.subject(), now)
                            .map(signature -> Answer.created(
                                    "/v1/technology-control-plans/" + plan + "/briefings", null, signature));
                }));
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Signatures under the plan's briefing, earlier editions included")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "signatures", value = "{\"items\":[" + SIGNED + "]}")))
    public Uni<Page<Signature>> signatures(@PathParam("plan") String plan, @BeanParam PageRequest page) {
        return briefings.page(plan, page.after(), page.limit() + 1).map(found -> Page.of(found, page, Signature::id));
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** The text that was read, by its SHA-256, so that nobody signs what was changed meanwhile. */
    public record Read(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    /**
     * A signature on paper or elsewhere.
     *
     * @param evidenceSha256 digest of the signed paper; the paper itself stays where it is
     */
    public record Recorded(
            @NotBlank @Size(max = 64) String personId,
            @NotNull Instant signedAt,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidenceSha256) {}
}
