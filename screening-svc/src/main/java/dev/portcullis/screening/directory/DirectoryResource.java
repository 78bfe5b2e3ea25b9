package dev.portcullis.screening.directory;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Offload;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is on the lists, over HTTP. */
@Path("/v1/listed-parties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listed parties", description = "Who is on the current editions of the lists, to look somebody up")
public class DirectoryResource {
    private static final String LISTED = """
            {"party":{"id":"2a3e1c77","list":"EL","type":"UNKNOWN","name":"Huawei Technologies Co., Ltd. (Huawei)",
              "aliases":[{"name":"Shenzhen Huawei Technologies","kind":"STRONG"}],"addresses":["Bantian Huawei Base, Shenzhen"],
              "countries":["CN"],"programs":[],"reference":"84 FR 22961","particulars":{}},
             "source":"consolidated","edition":"led-01kapx4b0z0000000000000000"}""";

    @Inject
    CurrentLists lists;

    @Inject
    Offload offload;

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR, Roles.ENGINEER})
    @Operation(
            summary = "Look up who is on the lists",
            description =
                    "With q: entries that the name is like, best first and explained, as a screening finds them; behind them those of which"
                            + " a name holds q as it is written, from three letters on. Without q: list by list. The pages of an"
                            + " answer come from one set of editions.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "page", value = "{\"items\":[" + LISTED + "]}")))
    @APIResponse(responseCode = "409", description = "No list is loaded, or another edition came in between two pages")
    public Uni<Page<Listed>> find(
            @QueryParam("q") @Parameter(description = "A name, or a part of one", example = "huawei") @Nullable
                    String q,
            @QueryParam("list") @Parameter(description = "Code of a list", example = "EL") @Nullable String list,
            @QueryParam("country") @Parameter(description = "ISO 3166-1 alpha-2", example = "CN") @Nullable
                    String country,
            @QueryParam("type") @Parameter(description = "What the entry is") ListedParty.@Nullable Type type,
            @BeanParam PageRequest page) {
        if (country != null && !CountryCode.isKnown(country)) {
            throw Problems.badParameter("country", "must be an ISO 3166-1 alpha-2 code such as CN");
        }
        if (q != null && !q.isBlank()) {
            String fault = Subject.fault(q);
            if (fault != null) {
                throw Problems.badParameter("q", fault);
            }
        }
        Wanted wanted = new Wanted(
                list == null ? Set.of() : Set.of(list.toUpperCase(Locale.ROOT)),
                country == null ? Set.of() : Set.of(CountryCode.of(country).value()),
                type == null ? Set.of() : Set.of(type));
        Screener screener = screener();
        int from = from(page, screener);
        int limit = page.limit();
        Instant now = Instant.now();
        return offload.cpu(() -> {
                    Directory directory = new Directory(screener);
                    return q == null || q.isBlank() ? directory.all(wanted) : directory.named(q, wanted, now);
                })
                .map(found -> found.subList(Math.min(from, found.size()), Math.min(from + limit + 1, found.size())))
                .map(found -> Page.of(found, page, last -> screener.id() + " " + (from + limit)));
    }

    @GET
    @Path("/{list}/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR, Roles.ENGINEER})
    @Operation(summary = "Read an entry of a list", description = "As it stands in the current edition.")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "an entry", value = LISTED)))
    public Uni<Listed> read(@PathParam("list") String list, @PathParam("id") String id) {
        Screener screener = screener();
        return offload.cpu(() -> new Directory(screener).entry(list.toUpperCase(Locale.ROOT), id))
                .map(found -> found.orElseThrow(() -> Problems.notFound("entry of the list", id)));
    }

    private Screener screener() {
        return lists.latest().orElseThrow(() -> Problems.conflict("No screening list is loaded: import one first."));
    }

    private static int from(PageRequest page, Screener screener) {
        String after = page.after();
        if (after == null) {
            return 0;
        }
        List<String> parts = List.of(after.split(" ", -1));
        if (parts.size() != 2 || !parts.get(1).matches("\\d{1,6}")) {
            throw Problems.badParameter(
                    "cursor", "is not a cursor of this service: take the `next` of the page before");
        }
        if (!parts.get(0).equals(screener.id())) {
            throw Problems.conflict(
                    "Another edition of a list has come in since the page before: begin with the first.");
        }
        return Integer.parseInt(parts.get(1));
    }
}
