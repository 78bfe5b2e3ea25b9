package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.local.audit.Checkpoint;
import dev.portcullis.local.audit.InclusionProof;
import dev.portcullis.local.audit.RefusedException;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The auditor: believes no service, and verifies each ledger with a key that did not come from it. */
final class Auditor {
    private static final int ATTEMPTS = 50;

    private final LocalStack stack;

    Auditor(LocalStack stack) {
        this.stack = stack;
    }

    /**
     * Verifies that the service's newest checkpoint is signed by its key, and that the entry is in its tree.
     *
     * @param mentioning a text that the entry must hold, such as the id of a decision; where it is empty, any entry will do
     */
    MainJobReport.Audit verify(Service service, String mentioning) {
        Api api = new Api(stack.service(service).address(), () -> stack.tokens().ofUser("auditor", service.id()));
        try {
            Optional<JsonNode> entry = entry(api, mentioning);
            Checkpoint checkpoint = Checkpoint.verified(
                    api.get("/v1/ledger/checkpoint").text(), service.id(), stack.ledgerKey(service));
            if (entry.isEmpty()) {
                return new MainJobReport.Audit(
                        service.id(), checkpoint.size(), false, "no entry mentions " + mentioning);
            }
            verifyInclusion(api, checkpoint, entry.get());
            String about = mentioning.isEmpty() ? "its last entry" : "the entry of " + mentioning;
            return new MainJobReport.Audit(
                    service.id(),
                    checkpoint.size(),
                    true,
                    "signature of the checkpoint; " + about + " is leaf "
                            + entry.get().required("index").asLong());
        } catch (RefusedException e) {
            return new MainJobReport.Audit(service.id(), 0, false, String.valueOf(e.getMessage()));
        }
    }

    private static void verifyInclusion(Api api, Checkpoint checkpoint, JsonNode entry) throws RefusedException {
        JsonNode answer = api.get("/v1/ledger/proofs/inclusion?entry="
                        + entry.required("id").asLong() + "&size=" + checkpoint.size())
                .json();
        List<byte[]> path = new ArrayList<>();
        answer.required("path").forEach(hash -> path.add(bytes(hash)));
        // The tree that the auditor holds a signature for, and the entry that the auditor read: not what the answer
        // says of them.
        new InclusionProof(entry.required("index").asLong(), checkpoint.size(), path)
                .verify(InclusionProof.leafHash(bytes(entry.required("payload"))), checkpoint.root());
    }

    /** Entries get their leaf shortly after they are committed: a young one may need a moment. */
    private static Optional<JsonNode> entry(Api api, String mentioning) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<JsonNode> found = search(api, mentioning);
            if (found.isPresent()) {
                return found;
            }
            Sleep.milliseconds(100);
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> search(Api api, String mentioning) {
        JsonNode last = null;
        String path = "/v1/ledger/entries?limit=200";
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = api.get(next).json();
            for (JsonNode entry : page.required("items")) {
                if (new String(bytes(entry.required("payload")), StandardCharsets.UTF_8).contains(mentioning)) {
                    last = entry;
                }
            }
            next = page.hasNonNull("next")
                    ? path + "&cursor=" + page.get("next").asText()
                    : "";
        }
        return Optional.ofNullable(last);
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }
}
