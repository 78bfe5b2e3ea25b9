package dev.portcullis.licensing.explain;

import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.licensing.decision.Disclosure;
import dev.portcullis.platform.document.HtmlPaper;
import dev.portcullis.platform.document.PdfPaper;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.pdf.Attached;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A determination for people, at the same address as for programs: the Accept header decides. */
@Path("/v1/determinations")
public class ExplanationResource {
    private static final String PDF = "application/pdf";
    // Who names no type gets JSON.
    private static final String HTML_IF_ASKED = MediaType.TEXT_HTML + ";charset=utf-8;qs=0.5";
    private static final String PDF_IF_ASKED = PDF + ";qs=0.4";

    @Inject
    Explanations explanations;

    @Inject
    CanonicalJson json;

    @Inject
    SecurityIdentity reader;

    @Inject
    Clock clock;

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.ENGINEER, Roles.GATEWAY, Roles.AUDITOR})
    @Produces(HTML_IF_ASKED)
    @Operation(hidden = true)
    public Uni<Response> page(@PathParam("id") String id) {
        return explained(id)
                .map(explained -> Response.ok(
                                HtmlPaper.of(Explanation.of(explained)), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .header("Content-Security-Policy", HtmlPaper.POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.ENGINEER, Roles.GATEWAY, Roles.AUDITOR})
    @Produces(PDF_IF_ASKED)
    @Operation(hidden = true)
    public Uni<Response> document(@PathParam("id") String id) {
        return explained(id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(explained -> Response.ok(
                                PdfPaper.of(
                                        Explanation.of(explained),
                                        new Attached(
                                                "determination.json",
                                                "application/json",
                                                "The determination that this document was made from",
                                                json.write(explained))),
                                PDF)
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\""
                                        + explained.determination().id() + ".pdf\"")
                        .build());
    }

    private Uni<Explained> explained(String id) {
        return explanations.of(id, Disclosure.to(reader::hasRole), clock.instant());
    }
}
