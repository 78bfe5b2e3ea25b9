package dev.portcullis.personnel.evidence;

import dev.portcullis.personnel.evidence.Questionings.Questioning;
import dev.portcullis.personnel.privacy.PersonalData;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** What is asked of persons over HTTP. */
@Path("/v1/questionings")
@Tag(name = "Questionings", description = "The same is asked of everybody in a role (8 U.S.C. 1324b)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class QuestioningResource {
    private static final String MADE = """
            {"id":"qst-01k9zq0v5m8y3h2t7n4c6w1xrd","personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","role":"controlled-technology",
             "edition":"2026-11-29","questions":[{"name":"us-person","text":"..."}],"answer":"A license is needed for this technology."}""";
    private static final String REPORT = """
            [{"role":"controlled-technology","edition":"2026-11-29","persons":120,"questionSets":1,"varies":false,
              "groups":[{"nationality":"US_PERSON","persons":100,"questionSets":1,"questionsPerPerson":4.0}],"withheld":2}]""";

    @Inject
    Questionings questionings;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(
            summary = "Ask somebody what everybody in the role is asked",
            description = "The set follows from the role alone. It is kept that it was asked; answers come over HR.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"personId\":\"per-01k9zq0v5m8y3h2t7n4c6w1xrd\",\"role\":\"controlled-technology\"}")))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(value = MADE)))
    @APIResponse(responseCode = "422", description = "There is no such role")
    public Uni<Response> ask(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Ask body) {
        return idempotency.once(
                key,
                body,
                () -> questionings
                        .ask(body.personId(), body.role(), caller.subject(), Instant.now())
                        .map((Questioning made) -> Answer.created("/v1/questionings", null, made)));
    }

    @GET
    @Path("/report")
    @PersonalData
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Whether what was asked varied by nationality; groups of fewer than five are not told")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = REPORT)))
    public Uni<List<Variation.Role>> report(@QueryParam("since") @Nullable LocalDate since) {
        return read(since);
    }

    @GET
    @Path("/report.txt")
    @PersonalData
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "The same in words")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "Role controlled-technology, questions of 2026-11-29: 120 persons, 1 set: the questions did not vary.")))
    public Uni<String> text(@QueryParam("since") @Nullable LocalDate since) {
        return read(since).map(Variation::text);
    }

    private Uni<List<Variation.Role>> read(@Nullable LocalDate since) {
        return questionings.report(
                since == null
                        ? Instant.EPOCH
                        : since.atStartOfDay(ZoneOffset.UTC).toInstant(),
                LocalDate.now(ZoneOffset.UTC));
    }

    /**
     * Asks somebody.
     *
     * @param personId whom
     * @param role what the person is to work on, as {@code questions/roles.json} lists them
     */
    @RegisterForReflection
    public record Ask(
            @NotBlank @Size(max = 64) String personId,
            @NotBlank @Size(max = 60) String role) {}
}
