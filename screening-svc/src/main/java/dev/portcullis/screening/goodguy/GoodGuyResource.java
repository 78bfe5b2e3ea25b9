package dev.portcullis.screening.goodguy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Decision;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The good-guy list over HTTP. */
@Path("/v1/good-guys")
@Tag(
        name = "good-guys",
        description = "Names that two people have found to be somebody else than the entries that they are like")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GoodGuyResource {
    private static final String BODY = """
            {"names": ["Kambrikon Technologies Corp Ltd"], "country": "CN",
             "entries": [{"list": "EL", "entryId": "f83104de"}], "reasons": ["DIFFERENT_IDENTIFIER"],
             "evidence": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "until": "2027-11-28"}""";

    private static final String DECISION = """
            {"reasons": ["DIFFERENT_IDENTIFIER"],
             "evidence": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "until": "2027-11-28"}""";

    private static final String GOOD_GUY = """
            {"id": "ggy-01kapx7d2m0000000000000000", "version": 2, "state": "APPROVED",
             "names": ["Kambrikon Technologies Corp Ltd"], "country": "CN",
             "entries": [{"list": "EL", "entryId": "f83104de"}],
             "proposal": {"by": "7d8f", "at": "2026-11-29T09:00:00Z", "outcome": "NOT_THE_SAME",
               "reasons": ["DIFFERENT_IDENTIFIER"],
               "evidence": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "until": "2027-11-28"},
             "until": "2027-11-28", "createdAt": "2026-11-29T09:00:00Z", "changedAt": "2026-11-29T10:00:00Z"}""";

    private static final String PAGE = "{\"items\": [" + GOOD_GUY + "]}";

    @Inject
    GoodGuyDesk desk;

    @Inject
    GoodGuys goodGuys;

    @Inject
    CurrentLists lists;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** An entry of a list. */
    @RegisterForReflection
    public record EntryName(
            @NotNull @Size(min = 1, max = 20) String list,
            @NotNull @Size(min = 1, max = 200) String entryId) {}

    /** Who is none of the entries, and why. */
    public record Request(
            @NotNull @Size(min = 1, max = 20) List<@NotNull String> names,
            @Nullable CountryCode country,
            @Nullable @Size(max = 25) List<@NotNull @Valid EntryName> entries,
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Size(max = 64) String> reasons,
            @Nullable @Size(max = 50) List<@NotNull @Size(max = 64) String> evidence,
            @NotNull LocalDate until) {

        GoodGuy.Who who() {
            for (int i = 0; i < names.size(); i++) {
                String fault = Subject.fault(names.get(i));
                if (fault != null) {
                    throw Problems.unprocessable("/names/" + i, fault);
                }
            }
            return new GoodGuy.Who(names.stream().map(String::strip).distinct().toList(), country);
        }

        List<GoodGuyDesk.Named> named() {
            return entries == null
                    ? List.of()
                    : entries.stream()
                            .map(entry -> new GoodGuyDesk.Named(entry.list(), entry.entryId()))
                            .distinct()
                            .toList();
        }

        Decision by(String subject) {
            return decision(subject, reasons, evidence, until);
        }
    }

    /** What the second person says. */
    public record AgreementRequest(
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Size(max = 64) String> reasons,
            @Nullable @Size(max = 50) List<@NotNull @Size(max = 64) String> evidence,
            @NotNull LocalDate until) {
        Decision by(String subject) {
            return decision(subject, reasons, evidence, until);
        }
    }

    /** A step without more to say. */
    public record StepRequest() {}

    /** What makes two requests the same. */
    @RegisterForReflection
    record Once(@Nullable String ifMatch, Object body) {}

    /** An entry of the good-guy list as callers see it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            long version,
            GoodGuy.State state,
            List<String> names,
            @Nullable CountryCode country,
            List<EntryName> entries,
            @Nullable Decision proposal,
            @Nullable Decision agreement,
            @Nullable LocalDate until,
            Instant createdAt,
            Instant changedAt) {
        static View of(GoodGuy one) {
            Case first = one.pairs().isEmpty() ? null : one.pairs().get(0);
            return new View(
                    one.id(),
                    one.version(),
                    one.state(),
                    one.who().names(),
                    one.who().country(),
                    one.pairs().stream()
                            .map(pair -> new EntryName(
                                    pair.pair().list(), pair.pair().entryId()))
                            .toList(),
                    first == null ? null : first.proposal(),
                    first == null ? null : first.agreement(),
                    one.until(),
                    one.createdAt(),
                    one.changedAt());
        }
    }

    private static Decision decision(
            String subject, List<String> reasons, @Nullable List<String> evidence, LocalDate until) {
        return new Decision(
                subject,
                Instant.now(),
                Case.Outcome.NOT_THE_SAME,
                reasons,
                evidence == null ? List.of() : evidence,
                until);
    }

    @POST
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Propose a good guy",
            description =
                    "All names and the country of somebody, and the entries that they are not; where no entry is named, all that"
                            + " the names are like now. Reasons, evidence and the last day as in cases.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a company", value = BODY)))
    @APIResponse(
            responseCode = "201",
            description = "The proposed entry",
            content = @Content(examples = @ExampleObject(name = "a good guy", value = GOOD_GUY)))
    @APIResponse(
            responseCode = "422",
            description = "The names are like no entry, or the decision is not complete by the policy")
    public Uni<Response> propose(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Request request) {
        GoodGuy.Who who = request.who();
        String by = caller.subject();
        return answer(key, request, () -> desk.propose(who, request.named(), request.by(by)));
    }

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "List the good guys", description = "The newest first, page by page, whatever their state.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = PAGE)))
    public Uni<Page<View>> list(@BeanParam PageRequest page) {
        return goodGuys.page(page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, GoodGuy::id).map(View::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Read a good guy", description = "With who said so and until when.")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "a good guy", value = GOOD_GUY)))
    public Uni<Response> read(@PathParam("id") String id) {
        return goodGuys.goodGuy(id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("good guy", id)))
                .map(one -> Response.ok(View.of(one))
                        .header(HttpHeaders.ETAG, ETags.of(one.version()))
                        .build());
    }

    @POST
    @Path("/{id}/agreements")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(
            summary = "Agree to a good guy",
            description =
                    "The second person, never the first. What-if screenings know it at once, parties within seconds.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a decision", value = DECISION)))
    @APIResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "a good guy", value = GOOD_GUY)))
    @APIResponse(responseCode = "403", description = "The same person has proposed it")
    @APIResponse(responseCode = "409", description = "Nothing is proposed, or an entry has changed since")
    public Uni<Response> agree(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AgreementRequest request) {
        String by = caller.subject();
        return answer(key, new Once(ifMatch, request), () -> desk.agree(id, ifMatch, request.by(by)));
    }

    @POST
    @Path("/{id}/revocations")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(
            summary = "Take a good guy off the list, or refuse a proposed one",
            description =
                    "One person is enough, since nothing is permitted by it: each party that it has cleared is screened again in"
                            + " the same transaction.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "nothing more", value = "{}")))
    @APIResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "a good guy", value = GOOD_GUY)))
    @APIResponse(responseCode = "409", description = "It has ended already")
    public Uni<Response> revoke(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StepRequest request) {
        String by = caller.subject();
        return answer(key, new Once(ifMatch, "{}"), () -> desk.end(id, ifMatch, by, Instant.now()));
    }

    private Uni<Response> answer(@Nullable String key, Object request, Supplier<Uni<GoodGuy>> step) {
        return lists.inStep(() -> idempotency.once(
                key,
                request,
                () -> step.get()
                        .map(one ->
                                Answer.created("/v1/good-guys/" + one.id(), ETags.of(one.version()), View.of(one)))));
    }
}
