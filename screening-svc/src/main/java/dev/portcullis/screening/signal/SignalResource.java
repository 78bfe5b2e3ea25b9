package dev.portcullis.screening.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.SignalState.Basis;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Source;
import dev.portcullis.contracts.SignalState.Stage;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signals over HTTP. */
@Path("/v1/signals")
@Tag(name = "signals", description = "News that may change what is permitted, and the kept parties that it touches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SignalResource {
    private static final String BODY = """
            {"source": "COMPANY", "kind": "COMPANY_NOTICE", "title": "No new orders for Kazakhstan",
             "text": "Orders grew ninefold since March; the board wants each looked at.", "countries": ["KZ"],
             "eccns": ["3A090"], "parties": [], "effectiveFrom": "2026-12-01"}""";

    private static final String SIGNAL = """
            {"id": "sig-01kapx7d2m0000000000000000", "version": 1, "kind": "CONTROL_RULE", "source": "FEDERAL_REGISTER",
             "stage": "FINAL", "direction": "SUSPENDS",
             "title": "One Year Suspension of Expansion of End-User Controls for Affiliates of Certain Listed Entities",
             "text": "In this final rule, the Bureau of Industry and Security (BIS) imposes a one-year suspension ...",
             "publishedOn": "2025-11-12",
             "effective": {"from": "2025-11-10", "until": "2026-11-09", "basis": "PUBLISHER"},
             "eccns": [], "countries": [], "parties": [], "citation": "90 FR 50857",
             "url": "https://www.federalregister.gov/documents/2025/11/12/2025-19846/...",
             "origin": "federal-register:2025-19846",
             "evidence": [
               {"field": "kind", "value": "CONTROL_RULE", "words": "regime: What is controlled changes or for which end use"},
               {"field": "effective", "value": "2025-11-10", "words": "Effective November 10, 2025"},
               {"field": "agency", "value": "BIS", "words": "Industry and Security Bureau"}],
             "raisedAt": "2025-11-12T13:46:00Z", "acknowledgments": [],
             "impact": {"done": true, "parties": 0, "at": "2025-11-12T13:46:01Z"}}""";

    private static final String PAGE = "{\"items\": [" + SIGNAL + "], \"next\": \"c2lnLTAxa2FweDdk...\"}";

    private static final String IMPACT = """
            {"items": [{"partyId": "pty-01kapx7d2m0000000000000000", "relation": "HEADQUARTERS", "words": "CN",
              "effect": "What is controlled changed for companies with headquarters there: determine again ...",
              "foundAt": "2025-11-12T13:46:01Z"}]}""";

    private static final String ACKNOWLEDGMENT = """
            {"reason": "Read with counsel: affiliates of listed parties are no longer held; the hold list was gone through."}""";

    private static final String STREAM = """
            id: 42
            event: signal
            data: {"id": "sig-01kapx7d2m0000000000000000", "version": 1, "kind": "CONTROL_RULE", ...}

            """;

    private static final Pattern CHANGE_NUMBER = Pattern.compile("[0-9]{1,18}");

    /** What people may post; everything else is learned from its source. */
    private static final Set<Source> POSTED = EnumSet.of(Source.COMPANY, Source.CONTROL_LIST, Source.OWNERSHIP);

    @Inject
    Signals signals;

    @Inject
    Impacts impacts;

    @Inject
    SignalRegister register;

    @Inject
    SignalStreams streams;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    ObjectMapper json;

    /** What a person posts. */
    public record Request(
            @NotNull Source source,
            @NotNull Kind kind,
            @Nullable Direction direction,

            @NotNull @Size(min = 1, max = News.LONGEST_TITLE)
            String title,

            @Nullable @Size(max = News.LONGEST_TEXT) String text,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            @Nullable @Size(max = 100) List<@NotNull Eccn> eccns,
            @Nullable @Size(max = 100) List<@NotNull CountryCode> countries,
            @Nullable @Size(max = News.MOST_PARTIES) List<@NotNull @Size(min = 1, max = 512) String> parties,
            @Nullable @Size(max = 200) String citation,
            @Nullable @Size(max = 500) String url) {

        News toNews(LocalDate today) {
            if (!POSTED.contains(source)) {
                throw Problems.unprocessable(
                        "/source", "must be one of " + POSTED + ": others are learned, not posted");
            }
            if (title.isBlank()) {
                throw Problems.unprocessable("/title", "must hold a word");
            }
            return new News(
                    kind,
                    source,
                    Stage.FINAL,
                    direction == null ? Direction.UNKNOWN : direction,
                    title.strip(),
                    text == null ? "" : text,
                    publishedOn == null ? today : publishedOn,
                    effective(),
                    list(eccns),
                    list(countries),
                    list(parties),
                    citation,
                    url,
                    List.of());
        }

        private @Nullable Effective effective() {
            if (effectiveFrom == null) {
                if (effectiveUntil != null) {
                    throw Problems.unprocessable("/effectiveUntil", "needs effectiveFrom");
                }
                return null;
            }
            if (effectiveUntil != null && effectiveUntil.isBefore(effectiveFrom)) {
                throw Problems.unprocessable("/effectiveUntil", "must not lie before effectiveFrom");
            }
            return new Effective(effectiveFrom, effectiveUntil, null, Basis.STATED);
        }

        private static <T> List<T> list(@Nullable List<T> values) {
            return values == null ? List.of() : values.stream().distinct().toList();
        }
    }

    /** Why a signal is taken note of. */
    public record AcknowledgmentRequest(
            @NotNull @Size(min = 1, max = 2000) String reason) {}

    /**
     * A kept party that a signal touches.
     *
     * @param foundAt when that was found: later than the signal for a party that was registered or moved after it
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TouchView(
            String partyId,
            Relation relation,
            String words,
            String effect,
            @Nullable Instant foundAt) {
        static TouchView of(Impacts.Kept kept) {
            Touch touch = kept.touch();
            return new TouchView(touch.partyId(), touch.relation(), touch.words(), touch.effect(), kept.foundAt());
        }
    }

    @POST
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.CLASSIFIER})
    @Operation(
            summary = "Post a signal",
            description =
                    "Something that the company says itself, a change of its control list's edition, or of who owns a"
                            + " party. It is published, and the kept parties that it touches are found.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a country", value = BODY)))
    @APIResponse(
            responseCode = "201",
            description = "The signal",
            content = @Content(examples = @ExampleObject(name = "a signal", value = SIGNAL)))
    @APIResponse(responseCode = "422", description = "A source that is learned, not posted")
    public Uni<Response> post(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Request request) {
        News news = request.toNews(LocalDate.now(ZoneOffset.UTC));
        return idempotency.once(
                key,
                request,
                () -> register.raise("posted:" + Ids.next("new"), news, caller.subject(), caller.name())
                        .map(raised -> raised.orElseThrow())
                        .map(signal -> Answer.created(
                                "/v1/signals/" + signal.id(), ETags.of(signal.version()), SignalView.of(signal))));
    }

    @GET
    @RolesAllowed({
        Roles.COMPLIANCE_OFFICER,
        Roles.SCREENER,
        Roles.LICENSE_MANAGER,
        Roles.CLASSIFIER,
        Roles.APPROVER,
        Roles.AUDITOR
    })
    @WithSession
    @Operation(summary = "List signals", description = "The newest first, page by page; conditions go together.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = PAGE)))
    public Uni<Page<SignalView>> list(
            @BeanParam PageRequest page,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("source") @Nullable Source source,
            @QueryParam("country") @Parameter(example = "CN") @Nullable String country,
            @QueryParam("eccn") @Parameter(example = "3A090") @Nullable String eccn,
            @QueryParam("acknowledged") @Nullable Boolean acknowledged) {
        SignalFilter filter = new SignalFilter(kind, source, country(country), eccn(eccn), acknowledged);
        return signals.page(filter, page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, Signal::id).map(SignalView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.COMPLIANCE_OFFICER,
        Roles.SCREENER,
        Roles.LICENSE_MANAGER,
        Roles.CLASSIFIER,
        Roles.APPROVER,
        Roles.AUDITOR
    })
    @WithSession
    @Operation(summary = "Read a signal", description = "With the words that each part of it was read from.")
    @APIResponse(
            responseCode = "200",
            description = "The signal",
            content = @Content(examples = @ExampleObject(name = "a suspension", value = SIGNAL)))
    public Uni<Response> read(@PathParam("id") String id) {
        return signals.signal(id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("signal", id)))
                .map(SignalResource::answer);
    }

    @GET
    @Path("/{id}/impact")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.SCREENER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(
            summary = "List the parties that a signal touches",
            description =
                    "With what ties each to it and what changes. The signal's own `impact` says whether all parties were"
                            + " looked at already; those that are registered or moved later follow within moments. Items, licenses and releases are licensing-svc's to answer for.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = IMPACT)))
    public Uni<Page<TouchView>> impact(@PathParam("id") String id, @BeanParam PageRequest page) {
        return signals.signal(id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("signal", id)))
                .chain(() -> impacts.page(id, page.after(), page.limit() + 1))
                .map(found -> Page.of(
                                found,
                                page,
                                kept -> kept.touch().partyId() + " "
                                        + kept.touch().relation())
                        .map(TouchView::of));
    }

    @POST
    @Path("/{id}/acknowledgments")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER})
    @Operation(
            summary = "Acknowledge a signal",
            description = "Takes down who has seen it, when, and what follows. Several people may; each does so once.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a decision", value = ACKNOWLEDGMENT)))
    @APIResponse(
            responseCode = "201",
            description = "The signal with the acknowledgment",
            content = @Content(examples = @ExampleObject(name = "the signal", value = SIGNAL)))
    @APIResponse(responseCode = "409", description = "You have acknowledged it already")
    public Uni<Response> acknowledge(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid AcknowledgmentRequest request) {
        if (request.reason().isBlank()) {
            throw Problems.unprocessable("/reason", "must hold a word");
        }
        Signal.Acknowledgment acknowledgment =
                new Signal.Acknowledgment(caller.name(), request.reason().strip(), Instant.now());
        String subject = caller.subject();
        return idempotency.once(
                key,
                request,
                () -> register.acknowledge(id, subject, acknowledgment)
                        .map(signal -> Answer.created(
                                "/v1/signals/" + id, ETags.of(signal.version()), SignalView.of(signal))));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({
        Roles.COMPLIANCE_OFFICER,
        Roles.SCREENER,
        Roles.LICENSE_MANAGER,
        Roles.CLASSIFIER,
        Roles.APPROVER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Stream signals",
            description =
                    "Server-sent events, each a signal as it is after its last change. A stream that is resumed with"
                            + " `Last-Event-ID` gives what changed since; a new one what changes from now on, or everything with"
                            + " `Last-Event-ID: 0`. It ends after a quarter of an hour: come again with the last id.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            examples = @ExampleObject(name = "an event", value = STREAM)))
    @APIResponse(responseCode = "503", description = "As many read the stream as may")
    public Multi<OutboundSseEvent> stream(@HeaderParam("Last-Event-ID") @Nullable String lastId, @Context Sse sse) {
        Long resumed = lastId == null || lastId.isBlank() ? null : changeNumber(lastId);
        // Once events flow there is no way back to a status: who may not read is told before.
        if (!streams.enter()) {
            throw Problems.busy();
        }
        Uni<Long> start = resumed == null ? streams.end() : Uni.createFrom().item(resumed);
        return start.onItem()
                .transformToMulti(streams::after)
                .onTermination()
                .invoke(streams::leave)
                .map(signal -> signal.map(changed -> event(sse, changed))
                        .orElseGet(() ->
                                sse.newEventBuilder().comment("nothing new").build()));
    }

    private OutboundSseEvent event(Sse sse, Signal signal) {
        try {
            return sse.newEventBuilder()
                    .id(Long.toString(signal.changeNumber()))
                    .name("signal")
                    .data(String.class, json.writeValueAsString(SignalView.of(signal)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signal cannot be written", e);
        }
    }

    private static long changeNumber(String lastId) {
        if (!CHANGE_NUMBER.matcher(lastId).matches()) {
            throw Problems.badParameter("Last-Event-ID", "must be the id of an event of this stream, or 0");
        }
        return Long.parseLong(lastId);
    }

    private static @Nullable CountryCode country(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : CountryCode.of(text);
        } catch (IllegalArgumentException e) {
            throw Problems.badParameter("country", Objects.requireNonNullElse(e.getMessage(), "is no country"));
        }
    }

    private static @Nullable Eccn eccn(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Eccn.of(text);
        } catch (IllegalArgumentException e) {
            throw Problems.badParameter("eccn", Objects.requireNonNullElse(e.getMessage(), "is no ECCN"));
        }
    }

    private static Response answer(Signal signal) {
        return Response.ok(SignalView.of(signal))
                .header(HttpHeaders.ETAG, ETags.of(signal.version()))
                .build();
    }
}
