package dev.portcullis.licensing.alert;

import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Alerts over HTTP. */
@Path("/v1/license-alerts")
@Tag(name = "license alerts", description = "Licenses that expire, balances that run out, conditions that fall due")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AlertResource {
    private static final String ONE = """
            {"id": "lal-01jdv4m3k8q2w5x7z9a1b3c5d7", "licenseId": "lic-01jdv4m3k8q2w5x7z9a1b3c5d7", "licenseNumber": "D1234567",
             "kind": "BALANCE", "part": 1, "threshold": 90, "message": "Line 1 of license D1234567 is drawn to 90 % or more.",
             "raisedAt": "2026-11-29T09:30:00Z"}""";

    @Inject
    Alerts alerts;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Alerts in the order of their raising")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "alerts", value = "{\"items\": [" + ONE + "]}")))
    public Uni<Page<Alert>> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only these", example = "EXPIRY") @QueryParam("kind") Alert.@Nullable Kind kind,
            @Parameter(description = "Only of this license") @QueryParam("licenseId") @Size(max = 64) @Nullable
                    String licenseId,
            @Parameter(description = "Those too that somebody looked at") @QueryParam("all") @DefaultValue("false")
                    boolean all) {
        return alerts.list(kind, licenseId, all, page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, Alert::id));
    }

    @POST
    @Path("/{id}/acknowledgments")
    @RolesAllowed({Roles.LICENSE_MANAGER, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "Say that somebody looked at an alert")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "alert", value = ONE)))
    @APIResponse(responseCode = "409", description = "It was acknowledged before")
    public Uni<Response> acknowledge(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                "acknowledgment",
                () -> alerts.acknowledge(id, caller.subject(), clock.instant()).map(Answer::ok));
    }
}
