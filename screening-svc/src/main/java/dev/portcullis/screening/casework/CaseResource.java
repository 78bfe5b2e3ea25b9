package dev.portcullis.screening.casework;

import dev.portcullis.contracts.CaseState;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.casefile.CaseFigures;
import dev.portcullis.screening.casefile.CaseFile;
import dev.portcullis.screening.casefile.CaseFiles;
import dev.portcullis.screening.casefile.CaseFilter;
import dev.portcullis.screening.casefile.CaseHistory;
import dev.portcullis.screening.casefile.CaseStep.Person;
import dev.portcullis.screening.casefile.CaseStep.Said;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.CasePolicy;
import dev.portcullis.screening.cases.Reason;
import dev.portcullis.screening.screening.CurrentLists;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases over HTTP. */
@Path("/v1/cases")
@Tag(name = "cases", description = "Whether a party is the listed one that its name is like: two people decide")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {
    private final CasePolicy policy = CasePolicy.shipped();

    @Inject
    CaseDesk desk;

    @Inject
    CaseFiles files;

    @Inject
    CaseHistory history;

    @Inject
    WhatIfDesk whatIf;

    @Inject
    CurrentLists lists;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** How cases are decided. */
    public record PolicyView(String version, String toDecide, String clearedFor, List<Reason> reasons) {}

    /** What became of hits since a day. */
    public record StatisticsView(LocalDate since, List<CaseFigures> figures) {}

    /** What makes two requests the same. */
    @RegisterForReflection
    record Once(@Nullable String ifMatch, Object body) {}

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "List cases", description = "The newest first, page by page; conditions go together.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = CaseExamples.PAGE)))
    public Uni<Page<CaseView>> list(
            @BeanParam PageRequest page,
            @QueryParam("state") Case.@Nullable State state,
            @QueryParam("party") @Parameter(example = "pty-01kapx7d2m0000000000000000") @Nullable String party,
            @QueryParam("list") @Parameter(example = "EL") @Nullable String list,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("assignee") @Nullable String assignee) {
        Instant now = Instant.now();
        return files.page(new CaseFilter(state, party, list, overdue, assignee), page.after(), page.limit() + 1, now)
                .map(found -> Page.of(found, page, CaseFile::id).map(file -> CaseView.of(file, null, now)));
    }

    @GET
    @Path("/policy")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "Read how cases are decided",
            description =
                    "The reasons that a decision may give, each with the outcome that it speaks for and the documents that it"
                            + " needs; how long a case may wait and a clearance may last.")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content = @Content(examples = @ExampleObject(name = "the policy", value = CaseExamples.POLICY)))
    public PolicyView policy() {
        return new PolicyView(
                policy.version(),
                policy.toDecide().toString(),
                policy.clearedFor().toString(),
                policy.reasons().values().stream()
                        .sorted(Comparator.comparing(Reason::code))
                        .toList());
    }

    @GET
    @Path("/statistics")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR, Roles.LICENSE_MANAGER})
    @WithSession
    @Operation(
            summary = "Count what became of hits",
            description =
                    "By matching profile and list: how many were opened, cleared and confirmed, how many wait, and how long a decision"
                            + " took, of the last year or since a day.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(examples = @ExampleObject(name = "a list", value = CaseExamples.STATISTICS)))
    public Uni<StatisticsView> statistics(@QueryParam("since") @Nullable LocalDate since) {
        LocalDate from = since == null ? LocalDate.now(ZoneOffset.UTC).minusYears(1) : since;
        return history.figures(from).map(figures -> new StatisticsView(from, figures));
    }

    @POST
    @Path("/what-if")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "Ask past decisions with another threshold or profile",
            description =
                    "Of the last 10,000 decided cases: which cleared ones would not have been opened, and which confirmed ones would"
                            + " have been missed. The review-threshold alone is held against the scores that people saw, so that a lower one than"
                            + " theirs tells nothing; with other figures the names are matched anew, as party and entry are now. Nothing is"
                            + " changed by it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a threshold", value = CaseExamples.FIGURES)))
    @APIResponse(
            responseCode = "200",
            description = "What it would have made of them",
            content = @Content(examples = @ExampleObject(name = "an answer", value = CaseExamples.WHAT_IF)))
    @APIResponse(responseCode = "422", description = "A figure that is not known, or not between 0 and 1")
    @APIResponse(responseCode = "503", description = "Somebody else asks just now")
    public Uni<WhatIf> whatIf(@NotNull @Valid CaseRequests.WhatIfRequest request) {
        return whatIf.ask(request.checked());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(
            summary = "Read a case",
            description = "With the hit, explained word by word, and all that was done to it.")
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content = @Content(examples = @ExampleObject(name = "a cleared case", value = CaseExamples.CASE)))
    public Uni<Response> read(@PathParam("id") String id) {
        return files.file(id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("case", id)))
                .chain(file -> files.steps(id)
                        .map(steps -> Response.ok(CaseView.of(file, steps, Instant.now()))
                                .header(HttpHeaders.ETAG, ETags.of(file.version()))
                                .build()));
    }

    @POST
    @Path("/{id}/proposals")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Propose an answer",
            description =
                    "The first person says whether the party is the listed one, with reasons of the policy, evidence by digest and, for a clearance, its last day.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "proposals", value = CaseExamples.DECISION)))
    @APIResponse(
            responseCode = "201",
            description = "The case after the step",
            content = @Content(examples = @ExampleObject(name = "a case", value = CaseExamples.CASE)))
    @APIResponse(
            responseCode = "409",
            description = "The case does not stand so that this can be done, or a side has changed")
    @APIResponse(responseCode = "422", description = "The decision is not complete by the policy")
    @APIResponse(responseCode = "412", description = "Somebody else has taken a step meanwhile")
    public Uni<Response> propose(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CaseRequests.DecisionRequest request) {
        String note = CaseRequests.plain("/note", request.note());
        Person by = person();
        return step(
                id,
                key,
                ifMatch,
                request,
                () -> desk.propose(new CaseDesk.Seen(id, ifMatch), by, request.by(by.subject(), Instant.now()), note));
    }

    @POST
    @Path("/{id}/agreements")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(
            summary = "Agree to the proposed answer",
            description =
                    "The second person, never the first: the answer holds. In the same transaction the party is screened again with it, and its clearance is published. A clearance lasts to the earlier of the two last days.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "agreements", value = CaseExamples.DECISION)))
    @APIResponse(
            responseCode = "201",
            description = "The case after the step",
            content = @Content(examples = @ExampleObject(name = "a case", value = CaseExamples.CASE)))
    @APIResponse(responseCode = "403", description = "The same person has proposed it")
    @APIResponse(
            responseCode = "409",
            description = "The case does not stand so that this can be done, or a side has changed")
    @APIResponse(
            responseCode = "422",
            description = "The decision is not complete by the policy, or another one than the proposed")
    @APIResponse(responseCode = "412", description = "Somebody else has taken a step meanwhile")
    public Uni<Response> agree(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CaseRequests.DecisionRequest request) {
        String note = CaseRequests.plain("/note", request.note());
        Person by = person();
        return step(
                id,
                key,
                ifMatch,
                request,
                () -> desk.agree(new CaseDesk.Seen(id, ifMatch), by, request.by(by.subject(), Instant.now()), note));
    }

    @POST
    @Path("/{id}/returns")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(
            summary = "Send a proposal back",
            description = "The proposal does not hold, or whoever proposed it takes it back. The case is open again.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "returns", value = CaseExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "The case after the step",
            content = @Content(examples = @ExampleObject(name = "a case", value = CaseExamples.CASE)))
    @APIResponse(
            responseCode = "409",
            description = "The case does not stand so that this can be done, or a side has changed")
    @APIResponse(responseCode = "412", description = "Somebody else has taken a step meanwhile")
    public Uni<Response> sendBack(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CaseRequests.ReasonRequest request) {
        String reason = request.words();
        Person by = person();
        return step(
                id,
                key,
                ifMatch,
                request,
                () -> desk.sendBack(new CaseDesk.Seen(id, ifMatch), by, reason, Instant.now()));
    }

    @POST
    @Path("/{id}/reopenings")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Take a decision back",
            description =
                    "What two people have decided holds no more: the party is screened again without it, in the same transaction. One person is enough, since nothing is permitted by it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "reopenings", value = CaseExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "The case after the step",
            content = @Content(examples = @ExampleObject(name = "a case", value = CaseExamples.CASE)))
    @APIResponse(
            responseCode = "409",
            description = "The case does not stand so that this can be done, or a side has changed")
    @APIResponse(responseCode = "412", description = "Somebody else has taken a step meanwhile")
    public Uni<Response> reopen(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CaseRequests.ReasonRequest request) {
        String reason = request.words();
        Person by = person();
        return step(
                id,
                key,
                ifMatch,
                request,
                () -> desk.reopen(new CaseDesk.Seen(id, ifMatch), by, reason, Instant.now()));
    }

    @POST
    @Path("/{id}/assignments")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Say who is to look at a case",
            description = "The name of an account; nobody where it is left out. It decides nothing.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "assignments", value = CaseExamples.ASSIGNMENT)))
    @APIResponse(
            responseCode = "201",
            description = "The case after the step",
            content = @Content(examples = @ExampleObject(name = "a case", value = CaseExamples.CASE)))
    @APIResponse(responseCode = "412", description = "Somebody else has taken a step meanwhile")
    public Uni<Response> assign(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CaseRequests.AssignmentRequest request) {
        String assignee = CaseRequests.plain("/assignee", request.assignee());
        Person by = person();
        return step(
                id,
                key,
                ifMatch,
                request,
                () -> desk.assign(new CaseDesk.Seen(id, ifMatch), by, assignee, Instant.now()));
    }

    @POST
    @Path("/{id}/notes")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(summary = "Write something down", description = "It decides nothing and stays with the case.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "notes", value = CaseExamples.NOTE)))
    @APIResponse(
            responseCode = "201",
            description = "The case after the step",
            content = @Content(examples = @ExampleObject(name = "a case", value = CaseExamples.CASE)))
    @APIResponse(responseCode = "412", description = "Somebody else has taken a step meanwhile")
    public Uni<Response> note(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CaseRequests.NoteRequest request) {
        Said said = Said.note(request.words());
        Person by = person();
        return step(
                id,
                key,
                ifMatch,
                request,
                () -> desk.note(new CaseDesk.Seen(id, ifMatch), CaseState.Cause.NOTED, by, said, Instant.now()));
    }

    @POST
    @Path("/{id}/evidence")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(
            summary = "Tie a document to a case",
            description =
                    "By its digest: the document stays where it is kept. A decision names those that it rests on itself.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "evidence", value = CaseExamples.EVIDENCE)))
    @APIResponse(
            responseCode = "201",
            description = "The case after the step",
            content = @Content(examples = @ExampleObject(name = "a case", value = CaseExamples.CASE)))
    @APIResponse(responseCode = "412", description = "Somebody else has taken a step meanwhile")
    public Uni<Response> evidence(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CaseRequests.EvidenceRequest request) {
        Said said = new Said(null, request.words(), List.of(request.digest()), null);
        Person by = person();
        return step(
                id,
                key,
                ifMatch,
                request,
                () -> desk.note(new CaseDesk.Seen(id, ifMatch), CaseState.Cause.EVIDENCE, by, said, Instant.now()));
    }

    private Person person() {
        return new Person(caller.subject(), caller.name());
    }

    private Uni<Response> step(
            String id, @Nullable String key, @Nullable String ifMatch, Object request, Supplier<Uni<CaseFile>> step) {
        return lists.inStep(() -> idempotency.once(
                key,
                new Once(ifMatch, request),
                () -> step.get()
                        .map(file -> Answer.created(
                                "/v1/cases/" + id, ETags.of(file.version()), CaseView.of(file, null, Instant.now())))));
    }
}
