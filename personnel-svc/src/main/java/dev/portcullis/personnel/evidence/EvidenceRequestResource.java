package dev.portcullis.personnel.evidence;

import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is to be asked for, over HTTP. */
@Path("/v1/evidence-requests")
@Tag(name = "Evidence", description = "Who has seen what of a fact, who verified it, and what is to be asked for")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceRequestResource {
    private static final String REQUEST = """
            {"id":"evr-01k9zq0v5m8y3h2t7n4c6w1xrd","personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","reason":"NOT_VERIFIED",
             "dueOn":"2026-12-13","openedAt":"2026-11-29T09:00:00Z"}""";

    @Inject
    EvidenceRequests requests;

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "What is to be asked for")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + REQUEST + "]}")))
    public Uni<Page<EvidenceRequests.View>> requests(
            @QueryParam("open") @DefaultValue("true") boolean open, @BeanParam PageRequest page) {
        return requests.page(open, page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, EvidenceRequests.View::id));
    }
}
