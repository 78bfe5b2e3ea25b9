package dev.portcullis.screening.risk;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.signal.SignalRegister;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The risk of countries over HTTP. */
@Path("/v1/country-risk/{country}")
@Tag(name = "country-risk", description = "A dated table from country groups, embargoes and the company's own view")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CountryRiskResource {
    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

    private static final String RISK = """
            {"country": "KH", "name": "Cambodia", "asOf": "2025-12-01", "level": "RESTRICTED", "law": "RESTRICTED",
             "groups": ["D:1", "D:5"],
             "reasons": [{"level": "RESTRICTED", "words": "Country Group D:5: It is under a United States arms embargo ...",
               "citation": "15 CFR 740 Supp. 1"}],
             "edition": "eCFR 2026-07-23", "basis": "ROLLED_BACK"}""";

    private static final String BODY = """
            {"level": "RESTRICTED", "from": "2026-12-01", "reason": "Orders grew ninefold since March; each is looked at."}""";

    private static final String VIEW = """
            {"id": "cvw-01kapx7d2m0000000000000000", "country": "KZ", "level": "RESTRICTED", "from": "2026-12-01",
             "reason": "Orders grew ninefold since March; each is looked at.", "madeAt": "2026-11-28T10:00:00Z",
             "madeBy": "officer"}""";

    private final RiskTable table = new RiskTable();

    @Inject
    CountryViews views;

    @Inject
    SignalRegister register;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** What the company thinks of a country. */
    public record Request(
            @NotNull Level level,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @NotNull @Size(min = 1, max = 2000) String reason) {}

    @GET
    @RolesAllowed({
        Roles.COMPLIANCE_OFFICER,
        Roles.SCREENER,
        Roles.LICENSE_MANAGER,
        Roles.CLASSIFIER,
        Roles.APPROVER,
        Roles.ENGINEER,
        Roles.AUDITOR,
        Roles.GATEWAY
    })
    @WithSession
    @Operation(
            summary = "Read the risk of a country",
            description = "On a day, today where none is given, with each reason. It decides nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The risk",
            content = @Content(examples = @ExampleObject(name = "a past day", value = RISK)))
    public Uni<CountryRisk> read(
            @PathParam("country") String country,
            @QueryParam("asOf") @Parameter(example = "2025-12-01") @Nullable String asOf) {
        CountryCode code = code(country);
        LocalDate day = day(asOf);
        return views.view(code, day).map(view -> table.law(code, day).with(view.orElse(null)));
    }

    @POST
    @Path("/views")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Say what the company thinks of a country",
            description =
                    "From a day on. It makes the level stricter and never milder than the law's, and is a signal.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a view", value = BODY)))
    @APIResponse(
            responseCode = "201",
            description = "The view",
            content = @Content(examples = @ExampleObject(name = "a view", value = VIEW)))
    public Uni<Response> say(
            @PathParam("country") String country,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Request request) {
        CountryCode code = code(country);
        if (request.until() != null && request.until().isBefore(request.from())) {
            throw Problems.unprocessable("/until", "must not lie before from");
        }
        if (request.reason().isBlank()) {
            throw Problems.unprocessable("/reason", "must hold a word");
        }
        Instant now = Instant.now();
        return idempotency.once(key, request, () -> {
            CompanyView view = new CompanyView(
                    Ids.next("cvw"),
                    code,
                    request.level(),
                    request.from(),
                    request.until(),
                    request.reason().strip(),
                    now,
                    caller.name());
            return views.add(view)
                    .chain(() -> register.raise(
                            "country-view:" + view.id(),
                            RiskNews.of(view, LocalDate.ofInstant(now, WASHINGTON)),
                            caller.subject(),
                            caller.name()))
                    .replaceWith(() -> Answer.created("/v1/country-risk/" + code, null, view));
        });
    }

    private static CountryCode code(String text) {
        if (!CountryCode.isKnown(text)) {
            throw Problems.badParameter("country", "must be an ISO 3166-1 alpha-2 code, such as DE");
        }
        return CountryCode.of(text);
    }

    private static LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return LocalDate.now(WASHINGTON);
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(CountryGroups.HISTORY_FROM) && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // said below
        }
        throw Problems.badParameter("asOf", "must be a date like 2026-11-28, not before " + CountryGroups.HISTORY_FROM);
    }
}
