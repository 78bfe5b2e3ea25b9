package dev.portcullis.classification.record;

import dev.portcullis.classification.item.Documents;
import dev.portcullis.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The record of a classification: what is handed to whoever asks why. */
@Path("/v1/items/{id}/classifications/{number}/record")
@Tag(name = "Classifications")
public class RecordResource {
    private static final String PDF = "application/pdf";

    @Inject
    Records records;

    @Inject
    Documents documents;

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The record of a classification with the proof of the ledger",
            description =
                    "As JSON, or with `Accept: application/pdf` as a document (PDF/A-3u) that has the same JSON inside. Answer, datasheet"
                            + " and steps stand in it byte for byte as they were digested.")
    @APIResponse(
            responseCode = "200",
            description = "The record",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ClassificationRecord.class),
                        examples = @ExampleObject(name = "record", value = Examples.RECORD)),
                @Content(
                        mediaType = PDF,
                        schema =
                                @Schema(
                                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                        format = "binary"))
            })
    @APIResponse(
            responseCode = "503",
            description = "The ledger has not given the newest step its place yet: ask again")
    public Uni<ClassificationRecord> record(@PathParam("id") String id, @PathParam("number") int number) {
        return records.of(id, number);
    }

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    // Who names no type gets JSON.
    @Produces(PDF + ";qs=0.5")
    @Operation(hidden = true)
    public Uni<Response> document(@PathParam("id") String id, @PathParam("number") int number) {
        return records.of(id, number)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(record -> Response.ok(document(record), PDF)
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"classification-"
                                        + record.item().id() + "-" + number + ".pdf\"")
                        .build());
    }

    private byte[] document(ClassificationRecord record) {
        String json = documents.write(record);
        return RecordDocument.of(record, json, documents.tree(json));
    }
}
