package dev.portcullis.screening.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.identity.Roles;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Screening of names that are not kept. */
@Path("/v1/screenings")
@Tag(name = "screenings", description = "What-if: names against the current edition; nothing is stored")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ScreeningResource {
    private static final String REQUEST = """
            {"subjects": [{"name": "Хуавей Технолоджис", "country": "CN"}, {"name": "Siemens AG", "country": "DE"}]}""";

    private static final String ANSWER = """
            {"results": [
              {"name": "Хуавей Технолоджис", "country": "CN",
               "screening": {"status": "POSSIBLE_MATCH", "profile": "2026-11-28.1",
                "hits": [{"list": "CMIC", "entryId": "8da47901", "listedName": "HUAWEI TECHNOLOGIES CO., LTD.",
                  "matchedName": "HUAWEI TECHNOLOGIES CO., LTD.", "queriedName": "Хуавей Технолоджис", "score": 0.9676,
                  "programs": ["CMIC-EO13959"], "countries": ["CN"], "country": "SAME", "legalForm": "ONE_SIDED",
                  "parts": [
                    {"query": "technologies", "listed": "technologies", "similarity": 1.0, "weight": 4.95, "how": "EQUAL"},
                    {"query": "khuavey", "listed": "huawei", "similarity": 0.94, "weight": 5.83, "how": "SOUND"}]}],
                "lists": [{"list": "CMIC", "edition": "led-01kapx...", "loadedAt": "2026-11-23T06:00:00Z"}],
                "screenedAt": "2026-11-23T06:10:00Z"}},
              {"name": "Siemens AG", "country": "DE",
               "screening": {"status": "CLEAR", "profile": "2026-11-28.1", "hits": [],
                "lists": [{"list": "CMIC", "edition": "led-01kapx...", "loadedAt": "2026-11-23T06:00:00Z"}],
                "screenedAt": "2026-11-23T06:10:00Z"}}]}""";

    @Inject
    Offload offload;

    @Inject
    CurrentLists lists;

    @Inject
    ExemptionSource exemptions;

    /** What is asked. */
    public record Request(
            @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid RequestSubject> subjects) {}

    /** A name to screen. */
    public record RequestSubject(
            @NotNull String name, @Nullable CountryCode country) {}

    /** The answer: one result for each subject, in the same order. */
    public record Answer(List<Result> results) {}

    /** The result for one subject. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(String name, @Nullable CountryCode country, Finding screening) {}

    @POST
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER})
    @Operation(
            summary = "Screen names",
            description =
                    "Holds up to 1,000 names against the current edition. All answers come from one edition. What the good-guy"
                            + " list clears counts for nothing and is told apart.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "two subjects", value = REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "A result for each subject, in order",
            content = @Content(examples = @ExampleObject(name = "two results", value = ANSWER)))
    @APIResponse(responseCode = "409", description = "No screening list is loaded")
    @APIResponse(responseCode = "422", description = "A name without a letter, or longer than 512 characters")
    public Uni<Answer> screen(@NotNull @Valid Request request) {
        for (int i = 0; i < request.subjects().size(); i++) {
            String fault = Subject.fault(request.subjects().get(i).name());
            if (fault != null) {
                throw Problems.unprocessable("/subjects/" + i + "/name", fault);
            }
        }
        Screener screener = lists.latest()
                .orElseThrow(() -> Problems.conflict("No screening list is loaded: import one first, with POST"
                        + " /v1/lists/consolidated/imports."));
        Instant now = Instant.now();
        List<Subject> subjects =
                request.subjects().stream().map(ScreeningResource::subject).toList();
        // No connection is held while the processor works.
        return Panache.withSession(() -> exemptions.of(subjects))
                .chain(known -> offload.cpu(() -> new Answer(request.subjects().stream()
                        .map(subject -> result(screener, subject, known, now))
                        .toList())));
    }

    private static Subject subject(RequestSubject subject) {
        return new Subject(subject.name(), List.of(), subject.country());
    }

    private static Result result(Screener screener, RequestSubject asked, Exemptions known, Instant now) {
        Subject subject = subject(asked);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Finding finding = screener.screen(subject, known.decided(subject, day), now);
        return new Result(asked.name(), asked.country(), finding);
    }
}
