package dev.portcullis.personnel.intake;

import dev.portcullis.personnel.intake.Deliveries.Taken;
import dev.portcullis.platform.identity.SignedBySender;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where BambooHR delivers. */
@Path("/v1/intake/bamboohr")
@Tag(name = "Intake", description = "Facts of persons from systems that do not speak SCIM")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
    private static final String DELIVERY = """
            {"employees":[{"id":"4021","action":"Updated","timestamp":"2026-11-29T09:00:00+0000","changedFields":["Status"],
             "fields":{"Employee #":{"value":"4021"},"Work Email":{"value":"a.rao@example.com"},"Status":{"value":"Inactive"}}}]}""";

    @Inject
    Deliveries deliveries;

    @POST
    @Path("/{feed}")
    @SignedBySender(
            "HMAC-SHA256 by the webhook's private key over body and timestamp; Deliveries checks it over the body's bytes")
    @Operation(
            summary = "Take a delivery of BambooHR's webhooks",
            description =
                    "Needs no token: the delivery is signed with the webhook's private key. What it says of an employee is applied exactly,"
                            + " or refused with the gate closed for that person. The same delivery acts once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Object.class),
                            examples = @ExampleObject(name = "somebody left", value = DELIVERY)))
    @APIResponse(
            responseCode = "200",
            description = "It was taken; what was refused of it will not be better when it is sent again",
            content = @Content(examples = @ExampleObject(value = "{\"applied\":1,\"refused\":0}")))
    @APIResponse(responseCode = "401", description = "It is not signed as it must be, or stale")
    @APIResponse(responseCode = "404", description = "There is no such feed")
    public Uni<Taken> deliver(
            @PathParam("feed") String feed,
            @HeaderParam("X-BambooHR-Signature") @Parameter(required = true) @Nullable String signature,
            @HeaderParam("X-BambooHR-Timestamp") @Parameter(required = true) @Nullable String timestamp,
            byte @Nullable [] body) {
        return deliveries.take(feed, signature, timestamp, body == null ? new byte[0] : body, Instant.now());
    }
}
