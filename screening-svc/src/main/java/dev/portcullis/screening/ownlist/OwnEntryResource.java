package dev.portcullis.screening.ownlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.ownlist.OwnEntry.OwnList;
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
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Single entries on the company's own lists over HTTP. */
@Path("/v1/list-entries")
@Tag(
        name = "list-entries",
        description = "Single entries on the company's own lists: two people put one on, two people take it off")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OwnEntryResource {
    private static final String BODY = """
            {"list": "INFORMED", "name": "Blue Heron Trading Ltd", "aliases": ["BHT"], "countries": ["HK"],
             "addresses": ["12 Harbour Road, Hong Kong, HK"], "from": "2026-11-29", "until": "2027-11-28",
             "reason": "Letter of BIS: diversion to a supercomputer end use", "reference": "BIS/OEE-2026-117",
             "letterDate": "2026-11-27"}""";

    private static final String ENTRY = """
            {"id": "own-01kapx7d2m0000000000000000", "version": 2, "state": "APPROVED", "list": "INFORMED",
             "name": "Blue Heron Trading Ltd", "aliases": ["BHT"], "countries": ["HK"],
             "addresses": ["12 Harbour Road, Hong Kong, HK"], "from": "2026-11-29", "until": "2027-11-28",
             "reason": "Letter of BIS: diversion to a supercomputer end use", "reference": "BIS/OEE-2026-117",
             "letterDate": "2026-11-27", "createdAt": "2026-11-29T06:10:00Z", "changedAt": "2026-11-29T07:00:00Z"}""";

    private static final String PAGE = "{\"items\": [" + ENTRY + "]}";

    private static final String NOTHING = "{}";

    @Inject
    OwnEntries entries;

    @Inject
    OwnListWatch watch;

    @Inject
    Changes changes;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** What is to be put on a list. */
    public record Request(
            @NotNull OwnList list,
            @NotNull String name,
            @Nullable @Size(max = 50) List<@NotNull String> aliases,
            @Nullable @Size(max = 50) List<@NotNull CountryCode> countries,
            @Nullable @Size(max = 50) List<@NotNull @Size(min = 1, max = 500) String> addresses,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @NotNull @Size(min = 1, max = 2000) String reason,
            @Nullable @Size(min = 1, max = 200) String reference,
            @Nullable LocalDate letterDate) {

        OwnEntry.Content content() {
            check("/name", name);
            for (int i = 0; aliases != null && i < aliases.size(); i++) {
                check("/aliases/" + i, aliases.get(i));
            }
            text("/reason", reason);
            text("/reference", reference);
            for (int i = 0; addresses != null && i < addresses.size(); i++) {
                text("/addresses/" + i, addresses.get(i));
            }
            if (until != null && until.isBefore(from)) {
                throw Problems.unprocessable("/until", "must not lie before from");
            }
            if (list == OwnList.INFORMED && (reference == null || letterDate == null)) {
                throw Problems.unprocessable(
                        reference == null ? "/reference" : "/letterDate", "is required: which letter says so?");
            }
            return new OwnEntry.Content(
                    list,
                    name.strip(),
                    list(aliases),
                    list(countries),
                    list(addresses),
                    from,
                    until,
                    reason.strip(),
                    reference,
                    letterDate);
        }

        private static <T> List<T> list(@Nullable List<T> values) {
            return values == null ? List.of() : values.stream().distinct().toList();
        }

        private static void check(String pointer, String name) {
            String fault = Subject.fault(name);
            if (fault != null) {
                throw Problems.unprocessable(pointer, fault);
            }
        }

        private static void text(String pointer, @Nullable String text) {
            if (text != null && (text.isBlank() || text.indexOf('\0') >= 0)) {
                throw Problems.unprocessable(pointer, "must hold a word, and no NUL character");
            }
        }
    }

    /** A step without more to say. */
    public record StepRequest() {}

    /** What makes two requests the same. */
    @RegisterForReflection
    record Once(@Nullable String ifMatch) {}

    /** An entry as callers see it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            long version,
            OwnEntry.State state,
            OwnList list,
            String name,
            List<String> aliases,
            List<CountryCode> countries,
            List<String> addresses,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            @Nullable String reference,
            @Nullable LocalDate letterDate,
            Instant createdAt,
            Instant changedAt) {
        static View of(OwnEntry entry) {
            OwnEntry.Content content = entry.content();
            return new View(
                    entry.id(),
                    entry.version(),
                    entry.state(),
                    content.list(),
                    content.name(),
                    content.aliases(),
                    content.countries(),
                    content.addresses(),
                    content.from(),
                    content.until(),
                    content.reason(),
                    content.reference(),
                    content.letterDate(),
                    entry.createdAt(),
                    entry.changedAt());
        }
    }

    @POST
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Propose an entry",
            description =
                    "OWN is the company's deny list, INFORMED names parties of letters of the agencies, with the letter's"
                            + " reference and date. It is on its list from its first day to its last, once another person has agreed.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a letter", value = BODY)))
    @APIResponse(
            responseCode = "201",
            description = "The proposed entry",
            content = @Content(examples = @ExampleObject(name = "an entry", value = ENTRY)))
    @APIResponse(
            responseCode = "422",
            description = "A name without a letter, or a letter without its reference or date")
    public Uni<Response> propose(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Request request) {
        OwnEntry.Content content = request.content();
        String by = caller.subject();
        return idempotency.once(key, request, () -> {
            Instant now = Instant.now();
            return store(new OwnEntry(Ids.next("own"), 1, content, OwnEntry.State.PROPOSED, by, now, now), by);
        });
    }

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "List the entries", description = "The newest first, page by page, whatever their state.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = PAGE)))
    public Uni<Page<View>> list(@BeanParam PageRequest page) {
        return entries.page(page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, OwnEntry::id).map(View::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Read an entry", description = "With where it stands.")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "an entry", value = ENTRY)))
    public Uni<Response> read(@PathParam("id") String id) {
        return entries.entry(id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("entry", id)))
                .map(entry -> Response.ok(View.of(entry))
                        .header(HttpHeaders.ETAG, ETags.of(entry.version()))
                        .build());
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(
            summary = "Agree to an entry, or to its withdrawal",
            description =
                    "The second person, never the first. The lists that are searched hold it, or hold it no more, when the answer"
                            + " comes, and every kept party that it touches is screened again.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "nothing more", value = NOTHING)))
    @APIResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "an entry", value = ENTRY)))
    @APIResponse(responseCode = "403", description = "The same person has proposed it")
    @APIResponse(responseCode = "409", description = "Nothing is proposed")
    public Uni<Response> approve(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StepRequest request) {
        String by = caller.subject();
        // Where the edition cannot be taken in now, it is within a second of when it can: the step stands already.
        return step(id, key, ifMatch, by, entry -> entry.agreed(by, Instant.now()))
                .call(() -> watch.look().onFailure().recoverWithNull());
    }

    @POST
    @Path("/{id}/refusals")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.APPROVER})
    @Operation(
            summary = "Refuse an entry, or its withdrawal",
            description = "What was proposed is not to be; whoever proposed it may take it back so.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "nothing more", value = NOTHING)))
    @APIResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "an entry", value = ENTRY)))
    @APIResponse(responseCode = "409", description = "Nothing is proposed")
    public Uni<Response> refuse(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StepRequest request) {
        return step(id, key, ifMatch, caller.subject(), entry -> entry.refused(Instant.now()));
    }

    @POST
    @Path("/{id}/withdrawals")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Propose to take an entry off its list",
            description = "It stays on the list until another person has agreed.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "nothing more", value = NOTHING)))
    @APIResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "an entry", value = ENTRY)))
    @APIResponse(responseCode = "409", description = "The entry is not on the list")
    public Uni<Response> withdraw(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StepRequest request) {
        String by = caller.subject();
        return step(id, key, ifMatch, by, entry -> entry.withdrawalProposed(by, Instant.now()));
    }

    private Uni<Response> step(
            String id, @Nullable String key, @Nullable String ifMatch, String by, Function<OwnEntry, OwnEntry> step) {
        return idempotency.once(
                key,
                new Once(ifMatch),
                () -> entries.entryAndLock(id)
                        .map((Optional<OwnEntry> found) -> found.orElseThrow(() -> Problems.notFound("entry", id)))
                        .invoke(entry -> ETags.require(ifMatch, entry.version()))
                        .map(step)
                        .onFailure(OwnEntry.RefusedException.class)
                        .transform(refused -> problem((OwnEntry.RefusedException) refused))
                        .chain(entry -> store(entry, by)));
    }

    private static RuntimeException problem(OwnEntry.RefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        return refused.isSamePerson() ? Problems.forbidden(message) : Problems.conflict(message);
    }

    private Uni<Answer> store(OwnEntry entry, String by) {
        return entries.save(entry)
                .chain(() -> changes.record(new Change(
                        null,
                        entry.id(),
                        entry.version(),
                        "dev.portcullis.list-entry.changed",
                        null,
                        OwnEntryFact.of(entry, by))))
                .replaceWith(() ->
                        Answer.created("/v1/list-entries/" + entry.id(), ETags.of(entry.version()), View.of(entry)));
    }
}
