package dev.portcullis.classification.record;

import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The classifications of a product family in one table. */
@Path("/v1/classifications/matrix")
@Tag(name = "Classifications")
public class MatrixResource {
    private static final String CSV = "text/csv";
    private static final int LONGEST = 64;

    @Inject
    Matrix matrix;

    @GET
    @Produces(CSV)
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "The classification matrix of a product family",
            description =
                    "A row for each item whose part number begins with the family's, in the order of the part numbers: what is in effect,"
                            + " what the list says of that entry, what awaits somebody. Whole or not at all: at most 10,000 rows. A text that a"
                            + " spreadsheet would take for a formula begins with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The matrix, in UTF-8 (RFC 4180)",
            content = @Content(mediaType = CSV, examples = @ExampleObject(name = "matrix", value = Examples.MATRIX)))
    @APIResponse(responseCode = "400", description = "No family was named, or it has more items than a matrix holds")
    public Uni<Response> matrix(
            @QueryParam("partNumber")
                    @Parameter(
                            required = true,
                            description = "What the part numbers of the family begin with",
                            example = "A1-")
                    @Nullable
                    String partNumber) {
        if (partNumber == null || partNumber.isBlank() || partNumber.length() > LONGEST) {
            throw Problems.badParameter(
                    "partNumber", "must be 1 to " + LONGEST + " characters that the family's part numbers begin with");
        }
        return matrix.of(partNumber)
                .map(csv -> Response.ok(csv, CSV + ";charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"classification-matrix.csv\"")
                        .build());
    }
}
