package dev.portcullis.licensing.record;

import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.platform.document.HtmlPaper;
import dev.portcullis.platform.document.PdfPaper;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.pdf.Attached;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The record of a release over HTTP. */
@Path("/v1/releases/{id}/record")
@Tag(
        name = "records",
        description =
                "What was released: shipment data, filing, destination control statement, time of keeping (15 CFR 758, 762)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecordResource {
    private static final String PDF = "application/pdf";

    @Inject
    Records records;

    @Inject
    Packing packing;

    @Inject
    CanonicalJson json;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The record of a permitted release",
            description =
                    "Whether Electronic Export Information must be filed and with what, what belongs on the invoice, and how long it is kept."
                            + " With `Accept: text/html` or `application/pdf` for people.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RecordView.class),
                        examples = @ExampleObject(name = "record", value = RecordExamples.RECORD)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<Response> get(@PathParam("id") String id) {
        return records.get(id, clock.instant()).map(RecordResource::answer);
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @WithSession
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8;qs=0.5")
    @Operation(hidden = true)
    public Uni<Response> page(@PathParam("id") String id) {
        Instant now = clock.instant();
        return records.get(id, now)
                .map(whole -> Response.ok(
                                HtmlPaper.of(RecordPaper.of(whole, now)), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .header("Content-Security-Policy", HtmlPaper.POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @Produces(PDF + ";qs=0.4")
    @Operation(hidden = true)
    public Uni<Response> document(@PathParam("id") String id) {
        Instant now = clock.instant();
        return set(
                id,
                "",
                whole -> PdfPaper.of(
                        RecordPaper.of(whole, now),
                        new Attached(
                                "record.json",
                                "application/json",
                                "The record that this document was made from",
                                json.write(whole.view()))));
    }

    @PUT
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER})
    @WithTransaction
    @Operation(summary = "Tell of the shipment", description = """
                    Carrier, days, ports, numbers and values, and events after the export, in place of all that was told before. The time of
                    keeping runs from the latest event and never moves back.
                    """)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "shipment", value = RecordExamples.SHIPMENT)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = RecordView.class),
                            examples = @ExampleObject(name = "record", value = RecordExamples.RECORD)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
    public Uni<Response> tell(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Shipment body) {
        return records.tell(id, ifMatch, body, clock.instant()).map(RecordResource::answer);
    }

    @GET
    @Path("/statements/bis-711")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @Produces(PDF)
    @Operation(
            summary = "The Statement by Ultimate Consignee and Purchaser, to be signed",
            description =
                    "With the contents of Form BIS-711 (15 CFR 748.11, Supplement No. 3 to Part 748), filled from what is known.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", description = "It is a release to a person")
    public Uni<Response> ultimateConsignee(@PathParam("id") String id) {
        Instant now = clock.instant();
        return set(id, "-bis-711", whole -> {
            if (whole.release().determination().transaction().toPerson()) {
                throw Problems.conflict("A release to a person has no consignee who could make the statement.");
            }
            return packing.ultimateConsignee(whole, now);
        });
    }

    @GET
    @Path("/statements/sta")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR})
    @Produces(PDF)
    @Operation(
            summary = "The prior consignee statement under License Exception STA, to be signed (15 CFR 740.20(d)(2))")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", description = "The release is not under License Exception STA")
    public Uni<Response> strategicTrade(@PathParam("id") String id) {
        Instant now = clock.instant();
        return set(id, "-sta", whole -> {
            if (!"STA".equals(whole.release().authority())) {
                throw Problems.conflict("The release is not under License Exception STA.");
            }
            return packing.strategicTrade(whole, now);
        });
    }

    private Uni<Response> set(String id, String suffix, Function<WholeRecord, byte[]> document) {
        Instant now = clock.instant();
        return Panache.withSession(() -> records.get(id, now))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(whole -> Response.ok(document.apply(whole), PDF)
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"" + whole.view().releaseId() + suffix + ".pdf\"")
                        .build());
    }

    private static Response answer(WholeRecord whole) {
        return Response.ok(whole.view())
                .header(HttpHeaders.ETAG, ETags.of(whole.view().version()))
                .build();
    }
}
