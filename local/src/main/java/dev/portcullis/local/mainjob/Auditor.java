package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.local.audit.Checkpoint;
import dev.portcullis.local.audit.InclusionProof;
import dev.portcullis.local.audit.RefusedException;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The auditor: believes no service, and verifies each ledger with a key that did not come from it. */
final class Auditor {
    private static final int ATTEMPTS = 50;

    private final LocalStack stack;
    private final Accounts accounts;

    Auditor(LocalStack stack, Accounts accounts) {
        this.stack = stack;
        this.accounts = accounts;
    }

    /** Verifies that the service's newest checkpoint is signed by its key, and that its last entry is in its tree. */
    MainJobReport.Audit verifyLast(Service service) {
        return verify(service, "its last entry", entry -> true);
    }

    /** Verifies that the service's newest checkpoint is signed by its key, and that the entry is in its tree. */
    MainJobReport.Audit verifyEntry(Service service, long id, String what) {
        return verify(service, what, entry -> entry.required("id").asLong() == id);
    }

    private MainJobReport.Audit verify(Service service, String what, Predicate<JsonNode> wanted) {
        Api api = accounts.user("auditor", service);
        try {
            Optional<JsonNode> entry = entry(api, wanted);
            Checkpoint checkpoint = Checkpoint.verified(
                    api.get("/v1/ledger/checkpoint").text(), service.id(), stack.ledgerKey(service));
            if (entry.isEmpty()) {
                return new MainJobReport.Audit(service.id(), checkpoint.size(), false, what + " is not in the ledger");
            }
            verifyInclusion(api, checkpoint, entry.get());
            return new MainJobReport.Audit(
                    service.id(),
                    checkpoint.size(),
                    true,
                    "checkpoint signed; " + what + " is leaf "
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
    private static Optional<JsonNode> entry(Api api, Predicate<JsonNode> wanted) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<JsonNode> found = search(api, wanted);
            if (found.isPresent()) {
                return found;
            }
            Sleep.milliseconds(100);
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> search(Api api, Predicate<JsonNode> wanted) {
        JsonNode last = null;
        String path = "/v1/ledger/entries?limit=200";
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = api.get(next).json();
            for (JsonNode entry : page.required("items")) {
                last = wanted.test(entry) ? entry : last;
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
