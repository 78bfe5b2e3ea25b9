package dev.portcullis.licensing.record;

import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of what was released. */
@Path("/v1/records")
@Tag(name = "records")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
    @Inject
    Records records;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Records in the order of their releases, by party, item and days (15 CFR 762.5(c))")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "records",
                                            value = "{\"items\": [" + RecordExamples.RECORD + "]}")))
    public Uni<Page<RecordView>> list(
            @QueryParam("partyId") @Nullable @Size(max = 64) String partyId,
            @QueryParam("itemId") @Nullable @Size(max = 64) String itemId,
            @QueryParam("from")
                    @Parameter(description = "Latest event on or after the day", example = "2026-01-01")
                    @Nullable
                    String from,
            @QueryParam("until")
                    @Parameter(description = "Latest event on or before the day", example = "2026-12-31")
                    @Nullable
                    String until,
            @BeanParam PageRequest page) {
        return records.page(
                        partyId,
                        itemId,
                        day("from", from),
                        day("until", until),
                        page.after(),
                        page.limit() + 1,
                        clock.instant())
                .map(found -> Page.of(found, page, RecordView::releaseId));
    }

    private static @Nullable LocalDate day(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problems.badParameter(parameter, "must be a day such as 2026-11-29");
        }
    }
}
