package dev.portcullis.personnel.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.personnel.privacy.KeyService;
import dev.portcullis.personnel.privacy.PersonalData;
import dev.portcullis.platform.etag.ETags;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Evidence of one person's facts over HTTP. Addresses carry opaque ids; what a fact says stands in bodies only, and in no answer. */
@Path("/v1/persons/{id}/evidence")
@Tag(name = "Evidence", description = "Who has seen what of a fact, who verified it, and what is to be asked for")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PersonEvidenceResource {
    private static final String ENTRY = """
            {"fact":"CITIZENSHIP","country":"IN","kind":"FOREIGN_PASSPORT","issuer":"Passport Office","expires":"2031-05-01"}""";
    private static final String EVIDENCE = """
            {"id":"evd-01k9zq0v5m8y3h2t7n4c6w1xrd","version":1,"personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","factKind":"CITIZENSHIP",
             "state":"ENTERED","enteredBy":"b7f2c1d0-1f6f-4c62-9f0b-7d3f5a0a8b11","enteredAt":"2026-11-29T09:00:00Z",
             "expiresOn":"2031-05-01"}""";

    @Inject
    Evidences evidences;

    @Inject
    Idempotency idempotency;

    @Inject
    KeyService keys;

    @Inject
    ObjectMapper json;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    @Operation(summary = "Enter evidence of a fact on record", description = """
            Of whom the law protects, or may protect, a signed statement or a document of the person's own choice is taken and no other (8
            U.S.C. 1324b(a)(6)). Documents of Form I-9 are not taken. Another person verifies it.""")
    @RequestBody(content = @Content(examples = @ExampleObject(value = ENTRY)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(value = EVIDENCE)))
    @APIResponse(
            responseCode = "422",
            description = "It is no evidence of a fact on record, or is not to be asked of this person")
    public Uni<Response> enter(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid EvidenceEntry body) {
        return idempotency.once(
                key,
                // A plain digest of so little could be guessed, and it is kept.
                HexFormat.of().formatHex(keys.lookup("evidence-request", words(body))),
                () -> evidences
                        .enter(id, body, caller.subject(), Instant.now())
                        .map(view -> Answer.created("/v1/evidence/" + view.id(), ETags.of(view.version()), view)));
    }

    @GET
    @PersonalData
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.APPROVER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Evidence of a person's facts, without what it says")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + EVIDENCE + "]}")))
    public Uni<Page<EvidenceView>> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        return evidences.of(id, page.after(), page.limit() + 1).map(found -> Page.of(found, page, EvidenceView::id));
    }

    private String words(EvidenceEntry body) {
        return json.valueToTree(body).toString();
    }
}
