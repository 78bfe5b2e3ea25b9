package dev.portcullis.platform.ledger;

import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger as an auditor sees it. */
@Path("/v1/ledger")
@Tag(name = "ledger", description = "The tamper-evident record of every state change")
public class LedgerResource {
    @Inject
    Ledger ledger;

    @Inject
    CheckpointSigner signer;

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.COMPLIANCE_OFFICER})
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The newest signed checkpoint, a signed note (c2sp.org/tlog-checkpoint)")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "checkpoint", value = """
                                                    licensing-svc
                                                    42
                                                    q83vEjRWeJA4mMWwY0fJTi9oAJdVPYWG3rBJHuYkWoE=

                                                    — licensing-svc yNG2SAbc...
                                                    """)))
    public Uni<String> checkpoint() {
        return ledger.checkpoint();
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.COMPLIANCE_OFFICER})
    @Path("/key")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "The key that verifies checkpoints",
            description =
                    "Compare it with the one that you were given by another way; a forger would give you the forger's.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "key", value = "licensing-svc+c8d1b648+AQuWwSdUjZ0kmBZQ...")))
    public String key() {
        return signer.verifierKey();
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.COMPLIANCE_OFFICER})
    @Path("/entries")
    @Operation(summary = "Entries in the order of the tree")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "entries", value = """
                                                    {"items": [{"id": 7, "index": 6, "payload": "eyJ0eXBlIjoi..."}], "next": "Ng"}""")))
    public Uni<Page<Ledger.LedgerEntry>> entries(@BeanParam PageRequest page) {
        String after = page.after();
        long from;
        try {
            from = after == null ? 0 : Math.addExact(Long.parseLong(after), 1);
        } catch (NumberFormatException | ArithmeticException e) {
            throw Problems.badParameter("cursor", "is not a cursor of this list");
        }
        return ledger.entries(from, page.limit() + 1)
                .map(entries -> Page.of(entries, page, entry -> Long.toString(entry.index())));
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.COMPLIANCE_OFFICER})
    @Path("/proofs/inclusion")
    @Operation(summary = "The proof that an entry is in the tree")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "proof", value = """
                                                    {"entry": {"id": 7, "index": 6, "payload": "eyJ0eXBlIjoi..."}, "size": 42,
                                                     "path": ["q83vEjRWeJA4mMWwY0fJTi9oAJdVPYWG3rBJHuYkWoE="]}""")))
    @APIResponse(responseCode = "404", description = "No such entry, or it was committed only just now: ask again")
    public Uni<Ledger.InclusionProof> inclusion(
            @Parameter(description = "The ledger entry's id, as answers name it", example = "7")
                    @QueryParam("entry")
                    @Nullable
                    Long entry,
            @Parameter(description = "Size of the tree; the newest where left out") @QueryParam("size") @Nullable
                    Long size) {
        if (entry == null) {
            throw Problems.badParameter("entry", "is required: the id of a ledger entry");
        }
        return ledger.inclusion(entry, size);
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.COMPLIANCE_OFFICER})
    @Path("/proofs/consistency")
    @Operation(summary = "The proof that one tree is a prefix of a later one")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "proof", value = """
                                                    {"from": 6, "to": 42, "path": ["q83vEjRWeJA4mMWwY0fJTi9oAJdVPYWG3rBJHuYkWoE="]}""")))
    public Uni<Ledger.ConsistencyProof> consistency(
            @Parameter(description = "Size of the earlier tree", example = "6") @QueryParam("from") @Nullable Long from,
            @Parameter(description = "Size of the later tree; the newest where left out") @QueryParam("to") @Nullable
                    Long to) {
        if (from == null) {
            throw Problems.badParameter("from", "is required: the size of the earlier tree");
        }
        return ledger.consistency(from, to);
    }
}
