package dev.portcullis.personnel.subject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.privacy.PersonalData;
import dev.portcullis.platform.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A copy of all that is held about one person. */
@Path("/v1/persons/{id}/copy")
@Tag(name = "Subject access", description = "What persons may ask about themselves")
@Produces(MediaType.APPLICATION_JSON)
public class SubjectCopyResource {
    private static final String COPY = """
            {"id":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","asOf":"2026-11-29T09:00:00Z","why":"...","record":{"userName":"a.rao@example.com"},
             "toldBySource":{},"assessment":{"standing":"US_PERSON"},"evidence":[],"refusedMessages":[],"cases":[],
             "whoLooked":[{"at":"2026-11-29T08:00:00Z","account":"b7f2c1d0-1f6f-4c62-9f0b-7d3f5a0a8b11",
                           "operation":"PersonResource.get","purpose":"AUDIT"}]}""";

    @Inject
    SubjectCopies copies;

    @GET
    @PersonalData
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @WithSession
    @Operation(
            summary = "All that is held about a person, to hand to that person",
            description =
                    "The record, what each source said, evidence, the assessment with its reasons, and who looked at it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(schema = @Schema(implementation = Object.class), examples = @ExampleObject(value = COPY)))
    @APIResponse(responseCode = "404", description = "There is no such person, or nothing is left of the person")
    public Uni<ObjectNode> copy(@PathParam("id") String id) {
        return copies.of(id, Instant.now());
    }
}
