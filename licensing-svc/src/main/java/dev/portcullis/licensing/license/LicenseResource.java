package dev.portcullis.licensing.license;

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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Licenses over HTTP. */
@Path("/v1/licenses")
@Tag(name = "licenses", description = "Licenses, what they cover and what is left of them")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LicenseResource {
    private static final String NEW = """
            {"number": "D1234567", "kind": "BIS_LICENSE", "validFrom": "2026-11-01", "validUntil": "2030-10-31",
             "licensees": [], "consignees": ["pty-01jdv4m3k8q2w5x7z9a1b3c5d7"], "countries": ["AE"],
             "conditions": "No retransfer without prior approval.",
             "lines": [{"line": 1, "eccn": "3A090", "quantity": 64, "value": {"amount": "1920000", "currency": "USD"}}]}""";
    private static final String ONE = """
            {"id": "lic-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 2, "number": "D1234567", "kind": "BIS_LICENSE",
             "status": "ACTIVE", "validFrom": "2026-11-01", "validUntil": "2030-10-31",
             "terms": {"licensees": [], "consignees": ["pty-01jdv4m3k8q2w5x7z9a1b3c5d7"], "countries": ["AE"],
                       "personIds": [], "conditions": "No retransfer without prior approval."},
             "lines": [{"line": 1, "eccn": "3A090", "quantity": 64, "quantityDrawn": 8,
                        "value": {"amount": "1920000", "currency": "USD"},
                        "valueDrawn": {"amount": "240000", "currency": "USD"}}],
             "changedAt": "2026-11-23T09:30:00Z"}""";

    private static final String REASON = "{\"reason\": \"BIS letter of 2026-11-20\"}";
    private static final String VERSIONS = """
            {"items": [{"number": 1, "reason": "As first recorded.", "by": "1b7c7bd2-5c8b-4d0e-9b3e-3e9b0a5d3c11",
              "at": "2026-11-01T09:30:00Z", "words": {"validFrom": "2026-11-01", "validUntil": "2030-10-31",
                "terms": {"licensees": [], "consignees": ["pty-01jdv4m3k8q2w5x7z9a1b3c5d7"], "countries": ["AE"],
                          "personIds": [], "legalEntities": [], "organizationUnits": [], "partyRoles": [],
                          "referenceDocuments": [], "endUses": []},
                "lines": [{"line": 1, "eccn": "3A090", "quantity": 64, "unit": "C62"}]}}]}""";

    @Inject
    Licenses licenses;

    @Inject
    Amendments amendments;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @Operation(summary = "Record a license", description = """
            Covers a release only where entry or item, every party, destination or person, days, quantity and value all fit.
            """)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "license", value = NEW)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "license", value = ONE)))
    @APIResponse(responseCode = "409", description = "A license with this number is recorded already")
    public Uni<Response> add(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewLicense body) {
        return idempotency.once(
                key,
                body,
                () -> licenses.add(body, caller.subject(), clock.instant())
                        .map(license ->
                                Answer.created("/v1/licenses/" + license.id(), ETags.of(license.version()), license)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A license and what is left of it")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "license", value = ONE)))
    public Uni<Response> get(@PathParam("id") String id) {
        return licenses.get(id).map(license -> answer(license));
    }

    @GET
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Licenses in the order of their recording")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "licenses", value = "{\"items\": [" + ONE + "]}")))
    public Uni<Page<License>> list(@BeanParam PageRequest page) {
        return licenses.list(page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, License::id).map(license -> license.on(today())));
    }

    @PUT
    @Path("/{id}/revocation")
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @WithTransaction
    @Operation(summary = "End a license before its last day (15 CFR 750.8)")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "revocation",
                                            value = "{\"reason\": \"Revoked by BIS, letter of 2026-11-20\"}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "license", value = ONE)))
    @APIResponse(responseCode = "412", description = "Somebody else changed the license meanwhile")
    public Uni<Response> revoke(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Revocation body) {
        return licenses.revoke(id, ifMatch, body.reason(), clock.instant()).map(license -> answer(license));
    }

    @PUT
    @Path("/{id}/suspension")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER})
    @WithTransaction
    @Operation(summary = "Stop a license until it is reinstated (15 CFR 750.8)")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "suspension", value = REASON)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "license", value = ONE)))
    @APIResponse(responseCode = "412", description = "Somebody else changed the license meanwhile")
    public Uni<Response> suspend(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Revocation body) {
        return licenses.suspend(id, ifMatch, body.reason(), clock.instant()).map(license -> answer(license));
    }

    @PUT
    @Path("/{id}/reinstatement")
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @WithTransaction
    @Operation(summary = "End a suspension")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "reinstatement", value = REASON)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "license", value = ONE)))
    @APIResponse(responseCode = "412", description = "Somebody else changed the license meanwhile")
    public Uni<Response> reinstate(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Revocation body) {
        return licenses.reinstate(id, ifMatch, body.reason(), clock.instant()).map(license -> answer(license));
    }

    @PUT
    @Path("/{id}/words")
    @RolesAllowed(Roles.LICENSE_MANAGER)
    @WithTransaction
    @Operation(summary = "Amend what a license says", description = """
            Gives the whole license as it reads now. Number and kind stay; a line whose balance ever moved stays with its entry, item, unit
            and currency, and authorizes at least what is drawn and assigned. What it said before stays readable under amendments.
            """)
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "amendment",
                                            value = "{\"reason\": \"BIS letter of 2026-11-20\", \"license\": " + NEW
                                                    + "}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "license", value = ONE)))
    @APIResponse(responseCode = "412", description = "Somebody else changed the license meanwhile")
    @APIResponse(
            responseCode = "422",
            description = "What was used would be more than what is authorized, or something else")
    public Uni<Response> amend(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Amending body) {
        return amendments
                .amend(id, ifMatch, body.license(), body.reason(), caller.subject(), clock.instant())
                .map(license -> answer(license));
    }

    @GET
    @Path("/{id}/amendments")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "What the license said, version by version, with who changed it, when and why")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "amendments", value = VERSIONS)))
    public Uni<Page<Amendments.Amendment>> amendments(@PathParam("id") String id, @BeanParam PageRequest page) {
        String after = page.after();
        int number = after == null || !after.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(after);
        return licenses.get(id)
                .chain(license -> amendments.list(license.id(), number, page.limit() + 1))
                .map(found -> Page.of(found, page, amendment -> Integer.toString(amendment.number())));
    }

    private Response answer(License license) {
        return Response.ok(license.on(today()))
                .header(HttpHeaders.ETAG, ETags.of(license.version()))
                .build();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Why a license ends.
     *
     * @param reason who ended it, and by which letter
     */
    public record Revocation(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * A license as it reads from now on.
     *
     * @param reason who changed it, and by which letter
     * @param license all of what it says
     */
    public record Amending(
            @NotBlank @Size(max = 2000) String reason,
            @NotNull @Valid NewLicense license) {}
}
