package dev.portcullis.classification.controllist;

import dev.portcullis.contracts.Eccn;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the control list holds for a day. */
@Path("/v1/control-list")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Control list")
public class ControlListResource {
    private static final String ENTRY = """
            {"eccn":"3A991","category":3,"productGroup":"A",
             "title":"Electronic devices and components not controlled by 3A001",
             "heading":"Electronic devices, and “components” not controlled by 3A001.",
             "reasonsForControl":["AT"],"reasonsInProse":[],"requirement":"TABLE",
             "controls":[{"reason":"AT","appliesTo":"entire entry","columns":["AT Column 1"]}],
             "exceptions":[{"code":"LVS","eligibility":"NO","limitsUsd":[],"paragraphs":[],"terms":"N/A"}],
             "related":["3D991","3E991"],"holdingEntry":"0A521","paragraphsHeld":true,
             "paragraphs":[{"label":"a","text":"..."}],"citation":"15 CFR 774 Supp. 1, ECCN 3A991",
             "edition":"2026-07-23","asOf":"2026-11-23","readByRules":true,"rules":[]}""";

    private static final String HITS = """
            {"items":[{"eccn":"3A090","title":"Integrated circuits for advanced computing, and high bandwidth memory",
              "reasonsForControl":["RS","AT"],
              "passages":[{"where":"paragraphs","label":"c","excerpt":"High bandwidth memory having a 'memory bandwidth density' ..."}]}]}""";

    private static final String CHANGES = """
            {"items":[{"eccn":"3A090","change":"CHANGED","title":"Integrated circuits for advanced computing, and high bandwidth memory",
              "fields":[{"field":"reasonsForControl","before":[],"after":["NS"]}],"paragraphsCompared":true}]}""";

    @Inject
    ControlLists lists;

    @GET
    @Path("/{eccn}")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "An entry with the rules that hold on a day")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "3A991", value = ENTRY)))
    public EntryView entry(
            @PathParam("eccn") @Parameter(example = "3A090") String eccn,
            @QueryParam("asOf")
                    @Parameter(example = "2023-11-17", description = "The day of law; today where absent")
                    @Nullable
                    String asOf) {
        LocalDate day = Dates.asOf(asOf, Dates.at(Instant.now()), lists.rules());
        Law law = lists.asOf(day);
        ControlListEntry entry = law.list().entry(number(eccn)).orElseThrow(() -> Problems.notFound("entry", eccn));
        return EntryView.of(entry, law, day);
    }

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "Find entries by number, words or parameter",
            description =
                    "A number or the beginning of one (`3A`, `3A090.b`), or up to eight words which must all occur in the entry:"
                            + " in its heading, its controls, its exceptions, its paragraphs, or the names of the facts that its rules ask for."
                            + " Entries come in the order of their numbers, page by page.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = HITS)))
    public Page<ControlListSearch.Hit> find(
            @QueryParam("q")
                    @Parameter(example = "memory bandwidth density", description = "All entries where absent")
                    @Nullable
                    String question,
            @QueryParam("asOf") @Parameter(example = "2026-11-23") @Nullable String asOf,
            @BeanParam PageRequest page) {
        LocalDate day = Dates.asOf(asOf, Dates.at(Instant.now()), lists.rules());
        if (question != null && question.length() > ControlListSearch.LONGEST_QUESTION) {
            throw Problems.badParameter("q", "must have at most " + ControlListSearch.LONGEST_QUESTION + " letters");
        }
        ControlListSearch search = new ControlListSearch(lists.asOf(day), day);
        return Page.of(
                search.find(question == null ? "" : question, after(page), page.limit() + 1),
                page,
                hit -> hit.eccn().value());
    }

    @GET
    @Path("/diff")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "What changed between two editions",
            description =
                    "Entries that were added, removed or changed, with what each field lost and gained. The paragraphs of an"
                            + " entry are compared where both editions hold them, and paragraphsCompared says so.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "a page", value = CHANGES)))
    public Page<EditionDiff.EntryChange> diff(
            @QueryParam("from") @Parameter(required = true, example = "2026-07-23") @Nullable String from,
            @QueryParam("to") @Parameter(required = true, example = "2026-10-01") @Nullable String to,
            @BeanParam PageRequest page) {
        return Page.of(
                EditionDiff.between(edition("from", from), edition("to", to), after(page), page.limit() + 1),
                page,
                change -> change.eccn().value());
    }

    private ControlList edition(String parameter, @Nullable String date) {
        try {
            if (date != null) {
                return lists.edition(LocalDate.parse(date)).orElseThrow(() -> Problems.notFound("edition", date));
            }
        } catch (DateTimeParseException noDate) {
            // said below
        }
        throw Problems.badParameter(parameter, "must be the issue date of an edition, one of " + lists.issueDates());
    }

    private static @Nullable Eccn after(PageRequest page) {
        String key = page.after();
        try {
            return key == null ? null : Eccn.of(key);
        } catch (IllegalArgumentException noNumber) {
            throw Problems.badParameter(
                    "cursor", "is not a cursor of this service: take the `next` of the page before");
        }
    }

    private static Eccn number(String text) {
        try {
            return Eccn.of(text);
        } catch (IllegalArgumentException noNumber) {
            throw Problems.notFound("entry", text);
        }
    }
}
