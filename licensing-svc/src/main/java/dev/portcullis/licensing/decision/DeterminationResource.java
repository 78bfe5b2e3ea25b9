package dev.portcullis.licensing.decision;

import dev.portcullis.licensing.decision.Determinations.Kept;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** License determinations over HTTP. */
@Path("/v1/determinations")
@Tag(name = "determinations", description = "Does this transaction need a license? Every step with its citation")
public class DeterminationResource {
    private static final String ASKED = """
            {"activity": "EXPORT", "itemId": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "destination": "DE",
             "parties": [{"partyId": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7", "role": "ULTIMATE_CONSIGNEE"}], "asOf": "2026-11-23"}""";
    private static final String ABROAD = """
            {"activity": "REEXPORT", "itemId": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "destination": "IN", "endUses": ["CIVIL"],
             "parties": [{"partyId": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7", "role": "ULTIMATE_CONSIGNEE"}],
             "route": {"means": "SHIPMENT", "from": "SG", "transit": ["MY"]},
             "origin": {"made": "ABROAD", "controlledContentPercent": 12.5, "controlledContent": ["3A001"]},
             "exceptionFacts": {"directProduct.nationalSecurity": "NO"}, "reference": "PO-2026-114"}""";
    private static final String ANSWER = """
            {"id": "what-if", "transaction": {"activity": "EXPORT", "itemId": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "destination": "DE",
               "parties": [{"partyId": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7", "role": "ULTIMATE_CONSIGNEE"}]},
             "outcome": "NO_LICENSE_REQUIRED", "authority": "NLR", "destination": "DE",
             "steps": [{"question": "Does a reason for control require a license for the destination?",
                        "values": {"eccn": "3A991 (item itm-01jdv4m3k8q2w5x7z9a1b3c5d7 version 3)"}, "result": "CLEARS",
                        "citations": ["15 CFR 738.4(a)(2)"]}],
             "citations": ["15 CFR 738.4(a)(2)"], "missing": [],
             "facts": [{"kind": "ITEM", "id": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 3, "known": true, "fresh": true,
                        "completeUpTo": "2026-11-23T09:29:59.4Z", "feedAgeMillis": 600}],
             "holds": [], "editions": {"15 CFR 740 Supp. 1": "2026-07-23"}, "asOf": "2026-11-23",
             "determinedAt": "2026-11-23T09:30:00Z"}""";
    private static final String ONE = """
            {"determination": {"id": "det-01jdv4m3k8q2w5x7z9a1b3c5d7", "transaction": {"activity": "EXPORT",
               "itemId": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "destination": "DE",
               "parties": [{"partyId": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7", "role": "ULTIMATE_CONSIGNEE"}]},
              "outcome": "NO_LICENSE_REQUIRED", "authority": "NLR", "destination": "DE",
              "steps": [{"question": "Does the Country Chart require a license?", "values": {"eccn": "3A991", "column": "AT 1"},
                         "result": "NO", "citations": ["15 CFR 738.4(a)(2)"]}],
              "citations": ["15 CFR 738.4(a)(2)"], "missing": [],
              "facts": [{"kind": "ITEM", "id": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 3, "known": true, "fresh": true,
                         "completeUpTo": "2026-11-23T09:29:59.4Z", "feedAgeMillis": 600}],
              "holds": [], "editions": {"15 CFR 740 Supp. 1": "2026-07-23"}, "asOf": "2026-11-23",
              "determinedAt": "2026-11-23T09:30:00Z"}, "ledgerEntryId": 17,
             "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""";

    @Inject
    Determinations determinations;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    SecurityIdentity reader;

    @Inject
    Clock clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.ENGINEER, Roles.GATEWAY})
    @Operation(summary = "Determine whether a transaction needs a license", description = """
            Opens no gate: only a release does. Facts are those of this moment; asOf chooses the day whose law applies to them.
            """ + Disclosure.IN_WORDS)
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "question", value = ASKED),
                                @ExampleObject(name = "made abroad, by way of another country", value = ABROAD)
                            }))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "determination", value = ONE)))
    public Uni<Response> determine(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid DeterminationRequest body) {
        Disclosure disclosure = disclosure();
        return idempotency.once(key, body, () -> {
            Instant now = clock.instant();
            LocalDate asOf = body.asOf() == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : body.asOf();
            return determinations
                    .determine(body.transaction(), asOf, caller.subject(), now)
                    .chain(made -> determinations.get(made.determination().id()))
                    .map(kept -> Answer.created(
                            "/v1/determinations/" + kept.determination().id(), null, kept.shown(disclosure)));
        });
    }

    @POST
    @Path("/what-if")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.ENGINEER, Roles.GATEWAY})
    @WithSession
    @Operation(
            summary = "The answer that a determination would have now, without keeping it",
            description = """
            The same walk over the same facts. Nothing is stored: the answer has no ledger entry, opens nothing and cannot be replayed.
            """ + Disclosure.IN_WORDS)
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "question", value = ASKED),
                                @ExampleObject(name = "made abroad, by way of another country", value = ABROAD)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The answer, with every step",
            content = @Content(examples = @ExampleObject(name = "answer", value = ANSWER)))
    public Uni<Determination> whatIf(@NotNull @Valid DeterminationRequest body) {
        Disclosure disclosure = disclosure();
        Instant now = clock.instant();
        LocalDate asOf = body.asOf() == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : body.asOf();
        return determinations
                .whatIf(body.transaction(), asOf, now)
                .map(answer -> disclosure.withholds(answer.transaction()) ? disclosure.of(answer) : answer);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.ENGINEER, Roles.GATEWAY, Roles.AUDITOR})
    @WithSession
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A determination as it was made, with every step", description = """
            With `Accept: text/html` the same as a page for people, and with `Accept: application/pdf` as a document (PDF/A-3u) that has
            the data and the ledger's proof inside.
            """ + Disclosure.IN_WORDS)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Kept.class),
                        examples = @ExampleObject(name = "determination", value = ONE)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<Kept> get(@PathParam("id") String id) {
        return determinations.get(id).map(kept -> kept.shown(disclosure()));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Determinations in the order of their making")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(examples = @ExampleObject(name = "determinations", value = "{\"items\": [" + ONE + "]}")))
    public Uni<Page<Kept>> list(@BeanParam PageRequest page) {
        return determinations
                .page(page.after(), page.limit() + 1)
                .map(found ->
                        Page.of(found, page, kept -> kept.determination().id()).map(kept -> kept.shown(disclosure())));
    }

    private Disclosure disclosure() {
        return Disclosure.to(reader::hasRole);
    }
}
