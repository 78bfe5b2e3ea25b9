package dev.portcullis.classification.mlflow;

import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.identity.SignedBySender;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the model registry delivers, and what became of its versions. */
@Path("/v1/mlflow")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "MLflow")
public class MlflowResource {
    @Inject
    Deliveries deliveries;

    @Inject
    Overview overview;

    @POST
    @Path("/deliveries")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedBySender("HMAC-SHA256 by the secret of the registry's webhook; Deliveries checks it over the body's bytes")
    @Operation(
            summary = "Take a delivery of the registry's webhooks in",
            description =
                    "Needs no token: the delivery is signed with the webhook's secret. It is only a reason to look; what counts is read from the"
                            + " registry's REST API.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Object.class),
                            examples =
                                    @ExampleObject(
                                            name = "new version",
                                            value =
                                                    "{\"entity\": \"model_version\", \"action\": \"created\", \"timestamp\":"
                                                            + " \"2026-11-24T09:00:00+00:00\", \"data\": {\"name\": \"frontier\","
                                                            + " \"version\": \"3\", \"source\": \"models:/m-1\", \"run_id\":"
                                                            + " \"r1\", \"tags\": {}, \"description\": null}}")))
    @APIResponse(responseCode = "204", description = "It was taken in")
    @APIResponse(responseCode = "401", description = "It is not signed as it must be, or stale")
    @APIResponse(responseCode = "404", description = "No registry is followed")
    @APIResponse(responseCode = "409", description = "It was taken in before")
    public Uni<Void> deliver(
            @HeaderParam("X-MLflow-Signature") @Parameter(required = true) @Nullable String signature,
            @HeaderParam("X-MLflow-Delivery-Id") @Parameter(required = true) @Nullable String id,
            @HeaderParam("X-MLflow-Timestamp") @Parameter(required = true) @Nullable String timestamp,
            byte[] body) {
        return deliveries.take(signature, id, timestamp, body);
    }

    @GET
    @Path("/versions")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List the model versions that are followed")
    @APIResponse(
            responseCode = "200",
            description = "A page of them by name",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value =
                                                    "{\"items\": [{\"name\": \"frontier\", \"version\": \"3\", \"itemId\":"
                                                            + " \"itm-01jdv4m3k2p9q8r7s6t5v4w3x2\", \"tags\": {\"eccn\":"
                                                            + " \"unclassified\", \"status\": \"proposed\", \"record\":"
                                                            + " \"https://portcullis.example.com/v1/items/...\"}, \"waiting\":"
                                                            + " false, \"gone\": false, \"alarms\": 0, \"lookedAt\":"
                                                            + " \"2026-11-24T09:00:02Z\"}]}")))
    public Uni<Page<VersionView>> versions(@BeanParam PageRequest page) {
        String after = page.after();
        int slash = after == null ? 0 : after.lastIndexOf('/');
        if (slash < 0) {
            throw Problems.badParameter("cursor", "is not a cursor of this list");
        }
        String name = after == null ? "" : after.substring(0, slash);
        String version = after == null ? "" : after.substring(slash + 1);
        int most = page.limit() + 1;
        return Panache.withSession(() -> overview.versions(name, version, most))
                .map(found -> Page.of(found, page, view -> view.name() + "/" + view.version()));
    }

    @GET
    @Path("/alarms")
    @RolesAllowed({Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "List the tags that somebody changed, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value =
                                                    "{\"items\": [{\"id\": 1, \"name\": \"frontier\", \"version\": \"3\", \"tag\":"
                                                            + " \"export.status\", \"expected\": \"proposed\", \"found\": \"approved\","
                                                            + " \"at\": \"2026-11-24T10:00:00Z\"}]}")))
    public Uni<Page<AlarmView>> alarms(@BeanParam PageRequest page) {
        String after = page.after();
        long before;
        try {
            before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw Problems.badParameter("cursor", "is not a cursor of this list");
        }
        int most = page.limit() + 1;
        return Panache.withSession(() -> overview.alarms(before, most))
                .map(found -> Page.of(found, page, alarm -> Long.toString(alarm.id())));
    }
}
