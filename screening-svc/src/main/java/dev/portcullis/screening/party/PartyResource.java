package dev.portcullis.screening.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.ownership.Ownership;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Identity;
import dev.portcullis.screening.screening.Subject;
import dev.portcullis.screening.screening.SubjectRequest;
import dev.portcullis.screening.search.PartySearch;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Counterparties over HTTP. */
@Path("/v1/parties")
@Tag(name = "parties", description = "Counterparties, kept screened against the current edition")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PartyResource {
    private static final String BODY = """
            {"name": "Kambrikon Technologies Corp Ltd", "country": "CN", "headquarters": "CN",
             "ultimateParentHeadquarters": "CN", "addresses": ["Zhichun Road 7, Beijing"], "aliases": ["寒武纪"]}""";

    private static final String PERSON = """
            {"type": "INDIVIDUAL", "nameParts": {"family": "Mansour", "given": "Akhtar Mohammad", "patronymic": "Shah Mohammed"},
             "country": "AF", "countries": ["PK"], "birthDate": "1960/1966",
             "identifiers": [{"type": "Passport", "number": "SE-011697", "country": "AF"}]}""";

    private static final String PARTY = """
            {"id": "pty-01kapx7d2m0000000000000000", "version": 1, "name": "Kambrikon Technologies Corp Ltd",
             "country": "CN", "headquarters": "CN", "ultimateParentHeadquarters": "CN",
             "addresses": ["Zhichun Road 7, Beijing"], "aliases": ["寒武纪"], "countries": [], "identifiers": [], "active": true,
             "screening": {"status": "POSSIBLE_MATCH", "profile": "2026-11-29.2",
               "hits": [{"list": "EL", "entryId": "f83104de", "listedName": "Cambricon Technologies Corporation Limited",
                 "matchedName": "Cambricon Technologies Corporation Limited",
                 "queriedName": "Kambrikon Technologies Corp Ltd", "score": 0.9607, "reference": "87 FR 77508",
                 "programs": [], "countries": ["CN"], "country": "SAME", "legalForm": "AGREES",
                 "parts": [
                   {"query": "technologies", "listed": "technologies", "similarity": 1.0, "weight": 4.95, "how": "EQUAL"},
                   {"query": "kambrikon", "listed": "cambricon", "similarity": 0.94, "weight": 9.45, "how": "SOUND"}]}],
               "lists": [{"list": "EL", "edition": "led-01kapx...", "loadedAt": "2026-11-23T06:00:00Z"}],
               "screenedAt": "2026-11-23T06:10:00Z"}, "screeningHolds": true,
             "createdAt": "2026-11-23T06:10:00Z", "changedAt": "2026-11-23T06:10:00Z"}""";

    private static final String PAGE = "{\"items\": [" + PARTY + "], \"next\": \"cHR5LTAxa2FweDdk...\"}";

    @Inject
    PartyRegister register;

    @Inject
    Parties parties;

    @Inject
    PartySearch search;

    @Inject
    ScreeningHolds holds;

    @Inject
    CurrentLists lists;

    @Inject
    Idempotency idempotency;

    /**
     * What a party's owner says of it: all that a subject of {@code /v1/screenings} tells, in the same words and within the same bounds, and where
     * its headquarters are.
     */
    public record Request(
            @Nullable String name,
            @NotNull CountryCode country,
            @Nullable CountryCode headquarters,
            @Nullable CountryCode ultimateParentHeadquarters,
            @Nullable @Size(max = SubjectRequest.MOST) List<@NotNull @Size(max = 500) String> addresses,
            @Nullable @Size(max = SubjectRequest.MOST) List<@NotNull String> aliases,
            ListedParty.@Nullable Type type,
            SubjectRequest.@Nullable NameParts nameParts,
            @Nullable @Size(max = SubjectRequest.MOST) List<@NotNull CountryCode> countries,
            @Nullable String birthDate,
            @Nullable @Size(max = SubjectRequest.MOST) List<SubjectRequest.@NotNull Document> identifiers,
            @Nullable Boolean active) {

        Party.Details toDetails() {
            SubjectRequest subject = new SubjectRequest(
                    null,
                    name,
                    copy(aliases),
                    type,
                    nameParts,
                    country,
                    copy(countries),
                    birthDate,
                    copy(addresses),
                    copy(identifiers));
            List<FieldError> faults = subject.faults();
            if (!faults.isEmpty()) {
                throw Problems.unprocessable(faults);
            }
            return new Party.Details(
                    subject.shownName(),
                    country,
                    headquarters,
                    ultimateParentHeadquarters,
                    copy(addresses),
                    copy(aliases),
                    new Identity(
                            type,
                            nameParts,
                            copy(countries),
                            birthDate == null ? null : birthDate.strip(),
                            copy(identifiers)),
                    active == null || active);
        }

        private static <T> List<T> copy(@Nullable List<T> items) {
            return items == null ? List.of() : List.copyOf(items);
        }
    }

    /**
     * A party.
     *
     * @param screeningHolds whether the screening holds for the editions that are searched now: it was made against them, or nothing that has
     *     changed since can touch the party
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            long version,
            String name,
            CountryCode country,
            @Nullable CountryCode headquarters,
            @Nullable CountryCode ultimateParentHeadquarters,
            List<String> addresses,
            List<String> aliases,
            ListedParty.@Nullable Type type,
            SubjectRequest.@Nullable NameParts nameParts,
            List<CountryCode> countries,
            @Nullable String birthDate,
            List<SubjectRequest.Document> identifiers,
            boolean active,
            @Nullable Finding screening,
            boolean screeningHolds,
            @Nullable Ownership ownership,
            PartySearch.@Nullable Found match,
            Instant createdAt,
            Instant changedAt) {

        static View of(Party party, Set<String> held) {
            return of(party, held, null);
        }

        /**
         * @param held what screenings were made against that hold for the editions which are searched now
         */
        static View of(Party party, Set<String> held, PartySearch.@Nullable Found match) {
            String screened = party.screenedEdition();
            Party.Details details = party.details();
            return new View(
                    party.id(),
                    party.version(),
                    details.name(),
                    details.country(),
                    details.headquarters(),
                    details.ultimateParentHeadquarters(),
                    details.addresses(),
                    details.aliases(),
                    details.identity().type(),
                    details.identity().nameParts(),
                    details.identity().countries(),
                    details.identity().birthDate(),
                    details.identity().identifiers(),
                    details.active(),
                    party.screening(),
                    screened != null && held.contains(screened),
                    party.ownership(),
                    match,
                    party.createdAt(),
                    party.changedAt());
        }
    }

    @POST
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Register a party",
            description =
                    "Screens it against the current edition and stores it with the result. Where no list is loaded it"
                            + " is stored without a screening, and is screened when one is. It takes what a subject of"
                            + " /v1/screenings takes, and finds the same; births and documents are compared with the"
                            + " lists, kept with the party and published nowhere.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "a company", value = BODY),
                                @ExampleObject(name = "a person of whom more is known", value = PERSON)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The party with its screening",
            content = @Content(examples = @ExampleObject(name = "a possible match", value = PARTY)))
    @APIResponse(
            responseCode = "422",
            description =
                    "What is told is not in order, as a name without a letter or a date that is none; each fault by its JSON pointer")
    public Uni<Response> register(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Request request) {
        Party.Details details = request.toDetails();
        return lists.inStep(() -> idempotency.once(
                key,
                request,
                () -> register.register(details)
                        .map(party -> Answer.created(
                                "/v1/parties/" + party.id(),
                                ETags.of(party.version()),
                                View.of(party, justNow(party))))));
    }

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(
            summary = "List parties",
            description =
                    "In the order of registration, page by page. With q: those that a name is like, best first and explained, found as"
                            + " listed names are.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = PAGE)))
    public Uni<Page<View>> list(
            @QueryParam("q") @Parameter(description = "A name", example = "Kambrikon") @Nullable String q,
            @BeanParam PageRequest page) {
        if (q != null && !q.isBlank()) {
            return named(q, page);
        }
        return parties.page(page.after(), page.limit() + 1)
                .chain(found ->
                        held().map(held -> Page.of(found, page, Party::id).map(party -> View.of(party, held))));
    }

    private Uni<Page<View>> named(String q, PageRequest page) {
        String fault = Subject.fault(q);
        if (fault != null) {
            throw Problems.badParameter("q", fault);
        }
        String after = page.after();
        int most = page.limit() + 1;
        return search.find(q)
                .map(found -> {
                    int from = 0;
                    while (after != null
                            && from < found.size()
                            && !found.get(from).id().equals(after)) {
                        from++;
                    }
                    return found.stream()
                            .skip(after == null ? 0 : from + 1L)
                            .limit(most)
                            .toList();
                })
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(List.<View>of())
                        : parties.parties(found.stream()
                                        .map(PartySearch.Found::id)
                                        .toList())
                                .chain(read -> held().map(held -> views(found, read, held))))
                .map(views -> Page.of(views, page, View::id));
    }

    private static List<View> views(List<PartySearch.Found> found, List<Party> read, Set<String> held) {
        Map<String, Party> byId = new HashMap<>();
        read.forEach(party -> byId.put(party.id(), party));
        return found.stream()
                .filter(one -> byId.containsKey(one.id()))
                .map(one -> View.of(Objects.requireNonNull(byId.get(one.id())), held, one))
                .toList();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Read a party", description = "With its screening, explained word by word.")
    @APIResponse(
            responseCode = "200",
            description = "The party",
            content = @Content(examples = @ExampleObject(name = "a possible match", value = PARTY)))
    public Uni<Response> read(@PathParam("id") String id) {
        return parties.party(id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("party", id)))
                .chain(party -> held().map(held -> answer(party, held)));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Change a party",
            description =
                    "Replaces all that is said of it and screens it again. What is left out is taken for not known.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "a company", value = BODY),
                                @ExampleObject(name = "a person of whom more is known", value = PERSON)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The party with its new screening",
            content = @Content(examples = @ExampleObject(name = "a possible match", value = PARTY)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Request request) {
        return register.change(id, ifMatch, request.toDetails()).map(party -> answer(party, justNow(party)));
    }

    private Uni<Set<String>> held() {
        return lists.latest()
                .map(screener -> holds.heldFor(screener.id()))
                .orElseGet(() -> Uni.createFrom().item(Set.of()));
    }

    private static Set<String> justNow(Party party) {
        String screened = party.screenedEdition();
        return screened == null ? Set.of() : Set.of(screened);
    }

    private static Response answer(Party party, Set<String> held) {
        return Response.ok(View.of(party, held))
                .header(HttpHeaders.ETAG, ETags.of(party.version()))
                .build();
    }
}
