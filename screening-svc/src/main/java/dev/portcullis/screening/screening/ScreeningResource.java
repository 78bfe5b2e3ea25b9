package dev.portcullis.screening.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Screening of names that are not kept. */
@Path("/v1/screenings")
@Tag(name = "screenings", description = "What-if: subjects against the current edition; nothing is stored")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ScreeningResource {
    static final int MOST_SUBJECTS = 10_000;
    private static final int MOST_NAMES = 25_000;
    private static final int MOST_FAULTS = 100;

    private static final String REQUEST = """
            {"subjects": [{"name": "Хуавей Технолоджис", "country": "CN"}, {"name": "Siemens AG", "country": "DE"}]}""";

    private static final String DETAILED = """
            {"threshold": 0.9, "subjects": [
              {"reference": "cust-1", "type": "INDIVIDUAL",
               "nameParts": {"family": "Mansour", "given": "Akhtar Mohammad", "patronymic": "Shah Mohammed"},
               "countries": ["AF", "PK"], "birthDate": "1960/1966", "identifiers": [{"type": "Passport", "number": "SE-011697"}]},
              {"reference": "ves-7", "type": "VESSEL", "name": "Ocean Maritime", "country": "KP",
               "identifiers": [{"type": "IMO", "number": "IMO 9361407"}], "addresses": ["Dongheung-dong, Pyongyang"]}]}""";

    private static final String ANSWER = """
            {"profile": "2026-11-29.2", "threshold": 0.85,
             "lists": [{"list": "CMIC", "edition": "led-01kapx...", "loadedAt": "2026-11-29T06:00:00Z"}],
             "screenedAt": "2026-11-29T06:10:00Z",
             "results": [
              {"name": "Хуавей Технолоджис", "country": "CN",
               "screening": {"status": "POSSIBLE_MATCH",
                "hits": [{"list": "CMIC", "entryId": "8da47901", "listedName": "HUAWEI TECHNOLOGIES CO., LTD.",
                  "matchedName": "HUAWEI TECHNOLOGIES CO., LTD.", "queriedName": "Хуавей Технолоджис", "score": 0.9676,
                  "programs": ["CMIC-EO13959"], "countries": ["CN"], "country": "SAME", "legalForm": "ONE_SIDED",
                  "parts": [
                    {"query": "technologies", "listed": "technologies", "similarity": 1.0, "weight": 4.95, "how": "EQUAL"},
                    {"query": "khuavey", "listed": "huawei", "similarity": 0.94, "weight": 5.83, "how": "SOUND"}]}],
                "cleared": []}},
              {"name": "Siemens AG", "country": "DE",
               "screening": {"status": "CLEAR", "hits": [], "cleared": []}}]}""";

    @Inject
    Screenings screenings;

    @Inject
    CurrentLists lists;

    @Inject
    PastLists past;

    @Inject
    ExemptionSource exemptions;

    /**
     * What is asked.
     *
     * @param threshold the score from which a hit is told, where it shall be above the profile's; at most 1
     */
    public record Request(
            @NotNull @Size(min = 1, max = MOST_SUBJECTS) List<@NotNull SubjectRequest> subjects,
            @Nullable Double threshold) {}

    /**
     * The answer: one result for each subject, in the same order, all from the same editions.
     *
     * @param profile the version of the matching profile
     * @param threshold the score from which hits are told
     * @param asOf the instant whose lists were asked for, where one was
     * @param lists the lists that were searched, each with its edition
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            String profile,
            double threshold,
            @Nullable Instant asOf,
            List<PartyState.ListEdition> lists,
            Instant screenedAt,
            List<Result> results) {}

    /** The result for one subject. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @Nullable String reference,
            String name,
            @Nullable CountryCode country,
            Screened screening) {}

    /** What was found, best first, and what people have found to be somebody else. */
    public record Screened(PartyState.Status status, List<Finding.Hit> hits, List<Finding.Cleared> cleared) {}

    @POST
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR})
    @Operation(
            summary = "Screen subjects",
            description =
                    "Holds 1 to 10,000 subjects against the current editions of all lists: names in any script, and whatever else is known."
                            + " All answers come from one set of editions. The threshold may be raised above the profile's, never"
                            + " lowered. What the good-guy list clears counts for nothing and is told apart. With asOf the lists are those"
                            + " that were searched at that instant, by the matching profile of today, and what people have decided since is left aside. For more subjects, or more than 20,000 hits, send a file to /v1/screening-batches.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "two companies", value = REQUEST),
                                @ExampleObject(name = "a person and a vessel of which more is known", value = DETAILED)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "A result for each subject, in order",
            content = @Content(examples = @ExampleObject(name = "two results", value = ANSWER)))
    @APIResponse(responseCode = "400", description = "asOf is no instant of ISO 8601, or lies ahead")
    @APIResponse(responseCode = "409", description = "No screening list is loaded, or none was at the instant of asOf")
    @APIResponse(
            responseCode = "422",
            description =
                    "A subject is not in order, told by its JSON pointer; or all together take too long or have too many hits")
    @APIResponse(responseCode = "503", description = "Lists of the past are being read for another call: ask again")
    public Uni<Answer> screen(
            @NotNull @Valid Request request,
            @Parameter(description = "An instant of ISO 8601, such as 2026-11-23T06:00:00Z; not one that lies ahead")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        List<Subject> subjects = subjects(request.subjects());
        Instant now = Instant.now();
        if (asOf != null) {
            Instant then = then(asOf, now);
            return past.asOf(then)
                    .map(screener -> screener.orElseThrow(
                            () -> Problems.conflict("No screening list was loaded at " + then + ".")))
                    .chain(screener -> answer(request, subjects, screener, Exemptions.none(), then, now));
        }
        Screener screener = lists.latest()
                .orElseThrow(() -> Problems.conflict("No screening list is loaded: import one first, with POST"
                        + " /v1/lists/consolidated/imports."));
        // No connection is held while the processor works.
        return Panache.withSession(() -> exemptions.of(subjects))
                .chain(known -> answer(request, subjects, screener, known, null, now));
    }

    private static Instant then(String asOf, Instant now) {
        try {
            Instant then = Instant.parse(asOf);
            if (!then.isAfter(now)) {
                return then;
            }
        } catch (DateTimeParseException ignored) {
            // Told below, like an instant that lies ahead.
        }
        throw Problems.badParameter(
                "asOf", "must be an instant of ISO 8601 that does not lie ahead, such as 2026-11-23T06:00:00Z");
    }

    private Uni<Answer> answer(
            Request request,
            List<Subject> subjects,
            Screener screener,
            Exemptions known,
            @Nullable Instant asOf,
            Instant now) {
        double threshold = threshold(screener, request.threshold());
        return screenings
                .screen(screener, subjects, known, threshold, now)
                .map(findings -> new Answer(
                        screener.profile(),
                        threshold,
                        asOf,
                        screener.lists(),
                        now,
                        results(request.subjects(), findings)));
    }

    private static List<Subject> subjects(List<SubjectRequest> requests) {
        List<FieldError> faults = new ArrayList<>();
        int names = 0;
        for (int i = 0; i < requests.size() && faults.size() < MOST_FAULTS; i++) {
            String pointer = "/subjects/" + i;
            requests.get(i)
                    .faults()
                    .forEach(fault -> faults.add(new FieldError(pointer + fault.pointer(), null, fault.detail())));
            names += requests.get(i).names();
        }
        if (!faults.isEmpty()) {
            throw Problems.unprocessable(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
        }
        if (names > MOST_NAMES) {
            throw Problems.unprocessable("/subjects", "have more than " + MOST_NAMES + " names and aliases together");
        }
        return requests.stream().map(SubjectRequest::toSubject).toList();
    }

    private static double threshold(Screener screener, @Nullable Double asked) {
        if (asked == null) {
            return screener.threshold();
        }
        if (!(asked >= screener.threshold() && asked <= 1)) {
            throw Problems.unprocessable(
                    "/threshold",
                    "must lie between the profile's, " + screener.threshold()
                            + ", and 1: it may be raised, never lowered");
        }
        return asked;
    }

    private static List<Result> results(List<SubjectRequest> requests, List<Finding> findings) {
        return IntStream.range(0, findings.size())
                .mapToObj(i -> {
                    SubjectRequest asked = requests.get(i);
                    Finding finding = findings.get(i);
                    return new Result(
                            asked.reference(),
                            asked.shownName(),
                            asked.country(),
                            new Screened(finding.status(), finding.hits(), finding.cleared()));
                })
                .toList();
    }
}
