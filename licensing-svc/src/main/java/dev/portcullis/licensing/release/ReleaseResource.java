package dev.portcullis.licensing.release;

import dev.portcullis.contracts.ReleaseState.Decision;
import dev.portcullis.licensing.decision.Disclosure;
import dev.portcullis.licensing.release.Releases.Kept;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** The gate over HTTP. */
@Path("/v1/releases")
@Tag(name = "releases", description = "The gate: may this item go to this party, this person, this place, now?")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReleaseResource {
    private static final String ASKED = """
            {"activity": "EXPORT", "itemId": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "destination": "AE",
             "parties": [{"partyId": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7", "role": "ULTIMATE_CONSIGNEE"}],
             "quantity": 8, "value": {"amount": "240000", "currency": "USD"}, "licenseNumber": "D1234567"}""";
    private static final String ONE = """
            {"release": {"id": "rel-01jdv4m3k8q2w5x7z9a1b3c5d7", "decision": "PERMITTED", "authority": "D1234567",
              "reasons": ["3A090 needs a license to every destination (15 CFR 742.6(a)(6)(iii)(A))"],
              "quantity": 8, "value": {"amount": "240000", "currency": "USD"},
              "determination": {"id": "det-01jdv4m3k8q2w5x7z9a1b3c5d7", "transaction": {"activity": "EXPORT",
                 "itemId": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "destination": "AE",
                 "parties": [{"partyId": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7", "role": "ULTIMATE_CONSIGNEE"}]},
                "outcome": "LICENSE_REQUIRED", "destination": "AE",
                "steps": [{"question": "Does a reason for control require a license?", "values": {"eccn": "3A090.a"},
                           "result": "YES", "citations": ["15 CFR 742.6(a)(6)(iii)(A)"]}],
                "citations": ["15 CFR 742.6(a)(6)(iii)(A)"], "missing": [],
                "facts": [{"kind": "ITEM", "id": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 3, "known": true,
                           "fresh": true, "completeUpTo": "2026-11-23T09:29:59.4Z", "feedAgeMillis": 600}],
                "holds": [], "editions": {"15 CFR 742": "2026-09-24"}, "asOf": "2026-11-23",
                "determinedAt": "2026-11-23T09:30:00Z"},
              "license": {"drawn": {"licenseId": "lic-01jdv4m3k8q2w5x7z9a1b3c5d7", "licenseNumber": "D1234567", "line": 1,
                  "quantity": 8, "value": {"amount": "240000", "currency": "USD"}, "quantityLeft": 56,
                  "valueLeft": {"amount": "1680000", "currency": "USD"}, "ledgerEntryId": 18},
                "considered": [{"licenseId": "lic-01jdv4m3k8q2w5x7z9a1b3c5d7", "licenseNumber": "D1234567", "line": 1,
                  "covers": true, "checks": [{"of": "quantity", "holds": true,
                     "explanation": "8 wanted, 64 of 64 left on line 1"}]}]},
              "decidedAt": "2026-11-23T09:30:00Z"},
             "ledgerEntryIds": {"release": 19, "determination": 17, "license": 18},
             "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""";

    @Inject
    Releases releases;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    SecurityIdentity reader;

    @Inject
    Clock clock;

    @POST
    @RolesAllowed({Roles.GATEWAY, Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Ask the gate to open", description = """
            Answers 201 whatever the decision: a gate that stays shut is a decision that is kept too. Let the item go only where
            `release.decision` is `PERMITTED`. A retry with the same Idempotency-Key gets the same answer and draws no license again.
            """ + Disclosure.IN_WORDS)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "release", value = ASKED)))
    @APIResponse(
            responseCode = "201",
            description = "Decided: PERMITTED, REVIEW or DENIED",
            content = @Content(examples = @ExampleObject(name = "release", value = ONE)))
    public Uni<Response> decide(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ReleaseRequest body) {
        Disclosure disclosure = disclosure();
        return idempotency.once(
                key,
                body,
                () -> releases.decide(body, caller.subject(), clock.instant())
                        .map(kept ->
                                Answer.created("/v1/releases/" + kept.release().id(), null, kept.shown(disclosure))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.GATEWAY, Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A decision as it was made", description = Disclosure.IN_WORDS)
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "release", value = ONE)))
    public Uni<Kept> get(@PathParam("id") String id) {
        return releases.get(id).map(kept -> kept.shown(disclosure()));
    }

    @GET
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Decisions in the order of their making")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "releases", value = "{\"items\": [" + ONE + "]}")))
    public Uni<Page<Kept>> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only these decisions", example = "REVIEW") @QueryParam("decision") @Nullable
                    Decision decision,
            @Parameter(description = "Only of this item") @QueryParam("itemId") @Size(max = 64) @Nullable String itemId,
            @Parameter(description = "Only with this party") @QueryParam("partyId") @Size(max = 64) @Nullable
                    String partyId) {
        return releases.page(decision, itemId, partyId, page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, kept -> kept.release().id()).map(kept -> kept.shown(disclosure())));
    }

    private Disclosure disclosure() {
        return Disclosure.to(reader::hasRole);
    }
}
