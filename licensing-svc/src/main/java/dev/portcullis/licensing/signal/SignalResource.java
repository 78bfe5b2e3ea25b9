package dev.portcullis.licensing.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.SignalState;
import dev.portcullis.licensing.decision.Disclosure;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What signals touch, over HTTP. */
@Path("/v1/signals")
@Tag(name = "signals", description = "What news touches of items, licenses, releases, determinations and persons")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SignalResource {
    private static final String SUMMARY = """
            {"complete": true, "counts": {"item": 2, "license": 1, "release": 1, "determination": 4, "person": 0}, "differing": 1,
              "since": "2025-01-16T13:46:00Z", "at": "2025-01-16T13:46:02Z", "held": false}""";

    private static final String SIGNAL = """
            {"signal": {"id": "sig-01kapx7d2m0000000000000000", "version": 1, "kind": "CONTROL_RULE", "source": "FEDERAL_REGISTER",
              "stage": "FINAL", "direction": "TIGHTENS", "title": "Framework for Artificial Intelligence Diffusion", "text": "...",
              "publishedOn": "2025-01-15", "effective": {"from": "2025-01-13", "basis": "PUBLISHER"}, "eccns": ["3A090"],
              "countries": [], "parties": [], "citation": "90 FR 4544", "raisedAt": "2025-01-15T13:46:00Z"},
             "day": "2025-01-13", "impact": """ + SUMMARY + "}";

    private static final String IMPACT = """
            {"impact": """ + SUMMARY + """
            , "kind": "determination", "items": [{"id": "det-01jdv4m3k8q2w5x7z9a1b3c5d7", "tie": "ENTRY", "words": "3A090",
              "effect": "The entry that decided changed: see what comes out now",
              "change": {"held": "OTHER_STEPS", "words": "The law held here comes to it by other steps from that day on.",
                "decided": "LICENSE_REQUIRED", "decidedAsOf": "2025-01-10", "dayBefore": "2025-01-12", "before": "LICENSE_REQUIRED",
                "day": "2025-01-13", "after": "LICENSE_REQUIRED", "gone": [], "come": []}}]}""";

    private static final String HOLD = """
            {"held": true, "reason": "Asked for by counsel in the matter of 2026-11-20."}""";

    @Inject
    Signals signals;

    @Inject
    Impacts impacts;

    @Inject
    SecurityIdentity reader;

    @Inject
    Caller caller;

    /**
     * What a signal touches.
     *
     * @param impact the figures
     * @param kind the kind that is listed; absent where only the figures were asked for
     * @param items the touched things
     * @param next the cursor of the next page; absent on the last
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            SignalView.Summary impact,
            @Nullable String kind,
            List<Impacts.Shown> items,
            @Nullable String next) {}

    /**
     * Keeps a signal beyond its time, or no longer.
     *
     * @param held whether it is kept
     * @param reason why
     */
    public record Hold(
            boolean held, @NotBlank @Size(max = 2000) String reason) {}

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.CLASSIFIER, Roles.AUDITOR})
    @WithSession
    @Operation(
            summary = "Signals that may touch what this service owns, the newest first",
            description = "Signals are screening-svc's; it tells which parties they touch and takes acknowledgments.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "signals", value = "{\"items\": [" + SIGNAL + "]}")))
    public Uni<Page<SignalView>> list(@BeanParam PageRequest page) {
        return signals.page(page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, row -> row.id).map(this::view));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.CLASSIFIER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "A signal, and how far it is known what it touches")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "signal", value = SIGNAL)))
    public Uni<Response> get(@PathParam("id") String id) {
        return signals.get(id).map(this::answer);
    }

    @GET
    @Path("/{id}/impact")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.CLASSIFIER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "What a signal touches, and what changes for each", description = """
            Of one kind, page by page; only the figures where no kind is named. A reason to look: nothing is decided by it.
            Whoever is touched, or what a person receives, tells nationality: only compliance officers, license managers and
            auditors see more than items.
            """)
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "impact", value = IMPACT)))
    @APIResponse(responseCode = "403", description = "A kind that is for those whose duty turns on nationality")
    public Uni<Answer> impact(
            @PathParam("id") String id,
            @QueryParam("kind")
                    @Parameter(
                            description = "item, license, release, determination or person",
                            example = "determination")
                    @Nullable
                    String kind,
            @BeanParam PageRequest page) {
        List<Thing.Kind> shown = shown();
        Thing.Kind wanted = kind(kind);
        if (wanted != null && !shown.contains(wanted)) {
            throw Problems.forbidden(
                    "Your role sees which items a signal touches; the rest is for compliance officers, license managers and auditors.");
        }
        return signals.get(id).chain(row -> {
            SignalView.Summary summary = summary(row, shown);
            return wanted == null
                    ? Uni.createFrom().item(new Answer(summary, null, List.of(), null))
                    : impacts.page(id, wanted, page.after(), page.limit() + 1).map(found -> {
                        Page<Impacts.Shown> cut = Page.of(found, page, Impacts.Kept::key)
                                .map(kept -> new Impacts.Shown(
                                        kept.subject(), kept.tie(), kept.words(), kept.effect(), kept.change()));
                        return new Answer(summary, kind, cut.items(), cut.next());
                    });
        });
    }

    @PUT
    @Path("/{id}/hold")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithTransaction
    @Operation(
            summary = "Keep a signal and what it touches beyond the time for which they are kept, or no longer",
            description = "If-Match takes the ETag of the signal as it is shown here.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "hold", value = HOLD)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "signal", value = SIGNAL)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
    public Uni<Response> hold(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Hold body) {
        return signals.hold(id, ifMatch, body.held(), body.reason(), caller.subject())
                .map(this::answer);
    }

    private Response answer(SignalRow row) {
        return Response.ok(view(row))
                .header(HttpHeaders.ETAG, ETags.of(row.changes))
                .build();
    }

    private SignalView view(SignalRow row) {
        SignalState signal = signals.state(row);
        return new SignalView(signal, Search.day(signal), summary(row, shown()));
    }

    private static SignalView.Summary summary(SignalRow row, List<Thing.Kind> shown) {
        Map<String, Long> counts = new TreeMap<>();
        shown.forEach(kind -> counts.put(kind.name().toLowerCase(Locale.ROOT), row.count(kind)));
        boolean complete = row.stage == SignalRow.Stage.DONE;
        return new SignalView.Summary(
                complete,
                complete ? null : row.stage.name().toLowerCase(Locale.ROOT),
                counts,
                shown.contains(Thing.Kind.DETERMINATION) ? row.differing : null,
                row.why,
                row.lookingSince,
                row.doneAt,
                row.againOn,
                row.held,
                row.holdReason);
    }

    /** Licenses, releases and determinations may be of persons, and who is touched tells a nationality. */
    private List<Thing.Kind> shown() {
        return Disclosure.to(reader::hasRole) == Disclosure.WHOLE
                ? List.of(Thing.Kind.values())
                : List.of(Thing.Kind.ITEM);
    }

    private static Thing.@Nullable Kind kind(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Stream.of(Thing.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> Problems.badParameter("kind", "must be item, license, release, determination or person"));
    }
}
