package dev.portcullis.licensing.replay;

import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Replays over HTTP. Only those see them who may see a person's nationality: the steps that differ tell it. */
@Path("/v1/determinations")
@Tag(name = "determinations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReplayResource {
    private static final String ONE = """
            {"determinationId": "det-01jdv4m3k8q2w5x7z9a1b3c5d7", "result": "DIFFERENT", "remarks": ["LAW_CHANGED"],
             "storedOutcome": "NO_LICENSE_REQUIRED", "computedOutcome": "LICENSE_REQUIRED",
             "storedSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "computedSha256": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
             "storedBy": {"version": "1.0.0", "law": "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13"},
             "computedBy": {"version": "1.0.0", "law": "a4e624d686e03ed2767c0abd85c14426b0b1157d2ce81d27bb4fe4f6f01d688a"},
             "parts": ["citations", "outcome", "steps"],
             "onlyStored": [{"question": "Does the Country Chart require a license?", "result": "CLEARS",
                             "citations": ["15 CFR 738.4(a)(2)"]}],
             "onlyComputed": [{"question": "Does the Country Chart require a license?", "result": "LICENSE_REQUIRED",
                               "citations": ["15 CFR 742.4(a)(1)"]}]}""";

    private static final String RUN = """
            {"id": "rpl-01jdv4m3k8q2w5x7z9a1b3c5d7", "state": "DONE",
             "program": {"version": "1.0.0", "law": "a4e624d686e03ed2767c0abd85c14426b0b1157d2ce81d27bb4fe4f6f01d688a"},
             "replayed": 412, "identical": 411, "different": 1, "notReplayable": 0,
             "digest": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
             "differences": [{"determinationId": "det-01jdv4m3k8q2w5x7z9a1b3c5d7", "remarks": ["LAW_CHANGED"],
                              "storedOutcome": "NO_LICENSE_REQUIRED", "computedOutcome": "LICENSE_REQUIRED"}],
             "startedBy": "2f1c7a0e-4f0b-4a53-9b0e-6f6f2d3b1a11", "startedAt": "2026-11-29T09:30:00Z",
             "doneAt": "2026-11-29T09:30:02Z", "ledgerEntryId": 981}""";

    @Inject
    Replays replays;

    @Inject
    ReplayRuns runs;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @Path("/{id}/replay")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Compute a determination again", description = """
            Under the law of its own day, with today's program, from the facts, letters and red flags that it saw. IDENTICAL: the same
            bytes, and those that the ledger names. DIFFERENT: the steps that differ, and whether program or law has changed since or
            something was altered. Nothing is stored; the determination stays as it was made.
            """)
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "replay", value = ONE)))
    public Uni<Replay> replay(@PathParam("id") String id) {
        return replays.one(id);
    }

    @POST
    @Path("/replays")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Compute all determinations again, in the background", description = """
            All that were made before. Its end is in the ledger, with counts and a digest over all results.
            """)
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "run", value = RUN)))
    @APIResponse(responseCode = "409", description = "Another run goes on")
    public Uni<Response> start(@HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                "",
                () -> runs.start(caller.subject(), clock.instant())
                        .map(run -> Answer.created("/v1/determinations/replays/" + run.id(), null, run)));
    }

    @GET
    @Path("/replays/{id}")
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "How far a replay of all determinations came, and what it found")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "run", value = RUN)))
    public Uni<ReplayRun> run(@PathParam("id") String id) {
        return runs.get(id);
    }
}
