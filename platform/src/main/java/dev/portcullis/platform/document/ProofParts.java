package dev.portcullis.platform.document;

import dev.portcullis.platform.ledger.Ledger.Evidence;
import dev.portcullis.platform.ledger.Ledger.InclusionProof;
import java.util.ArrayList;
import java.util.List;

/** How to check that something was recorded when it says, and was not changed since. */
public final class ProofParts {
    private ProofParts() {}

    /**
     * What an entry of the ledger proves.
     *
     * @param what such as {@code determination}
     * @param sha256 the digest that the entry's payload holds
     * @param entry the entry's id
     */
    public record Proved(String what, String sha256, long entry) {}

    /** The section. */
    public static List<Part> of(Evidence ledger, List<Proved> proved) {
        List<List<String>> rows = new ArrayList<>();
        for (Proved one : proved) {
            rows.add(List.of(
                    Words.capital(one.what()),
                    one.sha256(),
                    Long.toString(one.entry()),
                    ledger.proofs().stream()
                            .filter(proof -> proof.entry().id() == one.entry())
                            .map(proof -> Long.toString(proof.entry().index()))
                            .findFirst()
                            .orElse("not yet")));
        }
        List<Part> parts = new ArrayList<>(List.of(
                new Part.Heading("Proof of the ledger"),
                new Part.Text(
                        "Each decision was written down in the ledger " + ledger.origin()
                                + ", a Merkle tree (RFC 6962) in which nothing can be changed without the signed checkpoint showing it. To check: hash the"
                                + " payload of the entry behind a zero byte, go up its path, compare with the root of the checkpoint, verify the"
                                + " checkpoint's signature with the ledger's key as you know it from elsewhere, and look in the payload for the digest."),
                new Part.Table(
                        "What the ledger proves",
                        List.of("What", "SHA-256", "Entry", "Leaf"),
                        List.of(1.2, 3.9, 0.6, 0.6),
                        rows),
                new Part.Text("Signed checkpoint"),
                new Part.Code(ledger.checkpoint().strip()),
                new Part.Text("The ledger's key, to be compared"),
                new Part.Code(ledger.verifierKey())));
        for (InclusionProof proof : ledger.proofs()) {
            parts.add(new Part.Text("Path of leaf " + proof.entry().index() + " in the tree of " + proof.size()));
            parts.add(new Part.Code(String.join("\n", proof.path())));
        }
        return parts;
    }
}
