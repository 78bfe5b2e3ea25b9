package dev.portcullis.screening.owner;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Share;
import dev.portcullis.screening.ownership.Stake;
import dev.portcullis.screening.screening.Subject;
import dev.portcullis.screening.stake.OwnerName;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A party's owners over HTTP. */
@Path("/v1/parties/{id}/owners")
@Tag(name = "ownership", description = "Who owns the parties, and what the rules on ownership make of it")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PartyOwnersResource {
    private static final String BODY = """
            {"stakes": [{"owner": "entry:SDN/12345", "share": "25", "from": "2021-03-01"},
                        {"name": "Musterholding GmbH", "country": "DE", "share": "unknown"},
                        {"name": "Max Mustermann", "kind": "CONTROL"}]}""";

    private static final String OWNERS = """
            {"party": "pty-01kapx7d2m0000000000000000", "asOf": "2026-11-28", "edition": "led-01kapx5c1z0000000000000000",
             "findings": [{"rule": "OFAC-50", "degree": "CERTAIN", "low": 50, "high": 50, "threshold": 50,
               "standing": "IN_FORCE", "citation": "OFAC, Revised Guidance ..., 2014-08-13; FAQ 399, 401",
               "lists": ["SDN"], "listings": [{"list": "SDN", "entryId": "12345", "name": "EXAMPLE TRADING", "programs": ["SDGT"],
                 "certain": true}],
               "chain": [{"owner": "entry:SDN/12345", "owned": "party:pty-01kapx7d2m0000000000000000", "share": "50",
                 "why": "listed: SDN/12345", "told": [{"source": "registry", "share": "50", "from": "2021-03-01"}]}],
               "links": 1, "redFlags": []}],
             "stakes": [{"owner": "entry:SDN/12345", "owned": "party:pty-01kapx7d2m0000000000000000", "kind": "OWNERSHIP",
               "share": "50", "from": "2021-03-01", "source": "registry", "holds": true}],
             "names": {"entry:SDN/12345": "EXAMPLE TRADING"}}""";

    @Inject
    PartyOwners owners;

    /** All that a person tells of a party's owners. */
    public record Request(@NotNull @Size(max = 200) List<@NotNull @Valid StakeRequest> stakes) {}

    /**
     * A stake in the party. The owner is a party, an entry, an owner that a file has named, or a name.
     *
     * @param owner {@code party:...}, {@code entry:LIST/ID} or {@code other:...}; left out where the owner is known by name only
     * @param name the name, where there is no owner
     * @param country its country, where that is known
     * @param kind ownership, where it is left out
     * @param share percent, a range of percent, or {@code unknown}, which it is where it is left out
     * @param from first day
     * @param to last day
     */
    public record StakeRequest(
            @Nullable @Size(max = 220) String owner,
            @Nullable String name,
            @Nullable CountryCode country,
            Stake.@Nullable Kind kind,
            @Nullable @Size(max = 64) String share,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(
            summary = "Read who owns a party",
            description =
                    "With what OFAC's 50 Percent Rule and the Affiliates rule of BIS make of it on a day, the chain that decides, and"
                            + " what must be found out. Who is listed is told by the current edition of the lists.")
    @APIResponse(
            responseCode = "200",
            description = "The owners",
            content = @Content(examples = @ExampleObject(name = "owned by half by a blocked person", value = OWNERS)))
    @APIResponse(responseCode = "409", description = "No list is loaded")
    public Uni<Response> read(
            @PathParam("id") String id,
            @Parameter(description = "The day that stakes and rules are taken from; today, where it is left out")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "What was known at this instant; what is known now, where it is left out")
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt) {
        LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : date(asOf);
        return owners.read(id, day, knownAt == null ? null : instant(knownAt)).map(PartyOwnersResource::answer);
    }

    @PUT
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Tell who owns a party",
            description =
                    "Replaces all that persons have told of it; what files tell stands beside it. The party is assessed at once, those"
                            + " that it owns something of right after; where one stands otherwise by listed owners, a signal"
                            + " OWNERSHIP_CHANGE is raised with it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "three owners", value = BODY)))
    @APIResponse(
            responseCode = "200",
            description = "The owners as they are now told",
            content = @Content(examples = @ExampleObject(name = "owned by half by a blocked person", value = OWNERS)))
    @APIResponse(responseCode = "412", description = "Somebody else changed the party meanwhile")
    @APIResponse(responseCode = "422", description = "An owner is not known, or a share is none")
    public Uni<Response> tell(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Request request) {
        return owners.tell(id, ifMatch, told(id, request)).map(PartyOwnersResource::answer);
    }

    private static Response answer(PartyOwners.Answered answered) {
        return Response.ok(answered.view())
                .header(HttpHeaders.ETAG, ETags.of(answered.party().version()))
                .build();
    }

    private static PartyOwners.Told told(String id, Request request) {
        Owner party = party(id);
        List<Stake> stakes = new ArrayList<>();
        Map<Owner, OwnerName> names = new HashMap<>();
        for (int i = 0; i < request.stakes().size(); i++) {
            StakeRequest told = request.stakes().get(i);
            String pointer = "/stakes/" + i;
            Owner owner = owner(told, pointer, names);
            try {
                stakes.add(new Stake(
                        owner,
                        party,
                        told.kind() == null ? Stake.Kind.OWNERSHIP : told.kind(),
                        share(told, pointer),
                        told.from(),
                        told.to(),
                        PartyOwners.source(id)));
            } catch (IllegalArgumentException e) {
                throw Problems.unprocessable(pointer, "is wrong: " + e.getMessage());
            }
        }
        return new PartyOwners.Told(stakes, names);
    }

    private static Owner party(String id) {
        try {
            return Owner.party(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("party", id);
        }
    }

    private static Owner owner(StakeRequest told, String pointer, Map<Owner, OwnerName> names) {
        String text = told.owner();
        String name = told.name();
        if ((text == null) == (name == null)) {
            throw Problems.unprocessable(pointer, "must have either an owner or a name");
        }
        if (text != null) {
            try {
                return Owner.parse(text);
            } catch (IllegalArgumentException e) {
                throw Problems.unprocessable(pointer + "/owner", String.valueOf(e.getMessage()));
            }
        }
        String plain = String.valueOf(name).strip();
        String fault = Subject.fault(plain);
        if (fault != null || plain.length() > Owner.LONGEST_KEY - 20) {
            throw Problems.unprocessable(
                    pointer + "/name",
                    fault != null ? fault : "must be at most " + (Owner.LONGEST_KEY - 20) + " characters long");
        }
        CountryCode country = told.country();
        // Of one name and country there is one, whichever party it owns.
        Owner owner = Owner.other("person/" + (country == null ? "" : country.value()) + "~"
                + plain.replaceAll("\\p{Cntrl}", " ").toLowerCase(Locale.ROOT));
        names.put(owner, new OwnerName(List.of(plain), country == null ? null : country.value()));
        return owner;
    }

    private static Share share(StakeRequest told, String pointer) {
        String share = told.share();
        boolean ownership = told.kind() == null || told.kind() == Stake.Kind.OWNERSHIP;
        if (!ownership && share != null) {
            throw Problems.unprocessable(pointer + "/share", "is for ownership alone");
        }
        try {
            return share == null ? Share.UNKNOWN : Share.parse(share);
        } catch (IllegalArgumentException e) {
            throw Problems.unprocessable(pointer + "/share", String.valueOf(e.getMessage()));
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problems.badParameter("asOf", "must be a date such as 2026-11-28");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problems.badParameter("knownAt", "must be an instant such as 2026-11-28T09:00:00Z");
        }
    }
}
