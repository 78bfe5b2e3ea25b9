package dev.portcullis.licensing.hold;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Is-informed letters over HTTP. */
@Path("/v1/holds")
@Tag(name = "holds", description = "Letters by which BIS requires a license beyond the regulations (15 CFR 744.23(b))")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HoldResource {
    private static final String TERMS = """
            {"letterReference": "BIS is-informed letter", "letterDate": "2025-04-09", "effectiveFrom": "2025-04-09",
             "itemIds": ["itm-01jdv4m3k8q2w5x7z9a1b3c5d7"], "countries": ["MO"], "countryGroups": ["D:5"],
             "headquartersCountries": ["CN", "HK", "MO"],
             "note": "A license is required for this item to Macau and D:5, and to parties with headquarters there.",
             "outcome": "LICENSE_REQUIRED", "citation": "15 CFR 744.23(b)"}""";
    private static final String ONE = """
            {"id": "hld-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 1, "status": "ACTIVE", "terms": """ + TERMS + """
            , "changedAt": "2026-11-23T09:30:00Z"}""";

    @Inject
    Holds holds;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Record a letter; it binds every decision that begins after the answer")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "letter", value = TERMS)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "hold", value = ONE)))
    public Uni<Response> add(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid HoldTerms body) {
        return idempotency.once(
                key,
                body,
                () -> holds.add(body, caller.subject(), clock.instant())
                        .map(hold -> Answer.created("/v1/holds/" + hold.id(), ETags.of(hold.version()), hold)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A letter")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "hold", value = ONE)))
    public Uni<Response> get(@PathParam("id") String id) {
        return holds.get(id).map(HoldResource::answer);
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Letters in the order of their recording, those that were withdrawn included")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "holds", value = "{\"items\": [" + ONE + "]}")))
    public Uni<Page<Hold>> list(@BeanParam PageRequest page) {
        return holds.page(page.after(), page.limit() + 1).map(found -> Page.of(found, page, Hold::id));
    }

    @PUT
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @WithTransaction
    @Operation(summary = "Withdraw a letter; it binds no decision that begins after the answer")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "withdrawal",
                                            value = "{\"reason\": \"Replaced by the rule of 2026-01-15\"}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "hold", value = ONE)))
    @APIResponse(responseCode = "412", description = "Somebody else changed the letter meanwhile")
    public Uni<Response> withdraw(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Withdrawal body) {
        return holds.withdraw(id, ifMatch, body.reason(), caller.subject(), clock.instant())
                .map(HoldResource::answer);
    }

    private static Response answer(Hold hold) {
        return Response.ok(hold)
                .header(HttpHeaders.ETAG, ETags.of(hold.version()))
                .build();
    }

    /**
     * Why a letter no longer holds.
     *
     * @param reason by which letter or rule
     */
    public record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}
}
