package dev.portcullis.classification.record;

import dev.portcullis.classification.record.ClassificationRecord.Proved;
import dev.portcullis.platform.ledger.Ledger.Evidence;
import dev.portcullis.platform.ledger.Ledger.InclusionProof;
import dev.portcullis.platform.pdf.Cell;
import dev.portcullis.platform.pdf.Column;
import dev.portcullis.platform.pdf.Face;
import dev.portcullis.platform.pdf.Flow;
import dev.portcullis.platform.pdf.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How to check that what is shown was recorded when it says, and was not changed since. */
final class ProofPart {
    private static final List<Column> PROVED = List.of(
            new Column("What", 1), new Column("SHA-256", 3.9), new Column("Entry", 0.6), new Column("Leaf", 0.6));

    private final Flow flow;

    ProofPart(Flow flow) {
        this.flow = flow;
    }

    void set(ClassificationRecord record, String fileSha256) {
        Evidence ledger = record.ledger();
        flow.heading("Proof of the ledger");
        flow.paragraph("Each change was written down in the ledger " + ledger.origin()
                + ", a Merkle tree (RFC 6962) of which nothing can be taken out and in which nothing can be changed without the signed checkpoint"
                + " showing it. To check: hash the payload of an entry behind a zero byte, go up its path, compare with the root of the checkpoint,"
                + " verify the checkpoint's signature with the ledger's key as you know it from elsewhere, and look in the payload for the digest."
                + " The file record.json inside this document has the payloads and everything else that this takes.");
        if (record.proved().isEmpty()) {
            flow.paragraph(
                    "The ledger holds no digest of this classification: it is from before digests were recorded.");
        } else {
            flow.table(PROVED, proved(record));
        }
        flow.facts(new Rows().digest("record.json, SHA-256", fileSha256).list());
        flow.paragraph(Face.BOLD, 8.5, Ink.BLACK, "Signed checkpoint");
        flow.paragraph(Face.MONO, 7, Ink.BLACK, ledger.checkpoint().strip());
        flow.space(4);
        flow.paragraph(Face.BOLD, 8.5, Ink.BLACK, "The ledger's key, to be compared");
        flow.paragraph(Face.MONO, 7, Ink.BLACK, ledger.verifierKey());
        for (InclusionProof proof : ledger.proofs()) {
            flow.space(4);
            flow.paragraph(
                    Face.BOLD,
                    8.5,
                    Ink.BLACK,
                    "Path of leaf " + proof.entry().index() + " in the tree of " + proof.size());
            flow.paragraph(Face.MONO, 7, Ink.BLACK, String.join("\n", proof.path()));
        }
    }

    private static List<List<Cell>> proved(ClassificationRecord record) {
        var byEntry = record.ledger().proofs().stream()
                .collect(Collectors.toMap(proof -> proof.entry().id(), Function.identity()));
        List<List<Cell>> rows = new ArrayList<>();
        for (Proved proved : record.proved()) {
            InclusionProof proof = Objects.requireNonNull(byEntry.get(proved.entry()), "each entry has its proof");
            rows.add(List.of(
                    Cell.of(Words.capital(Words.word(proved.what()))),
                    Cell.of(proved.sha256(), Face.MONO, Ink.BLACK),
                    Cell.of(Long.toString(proved.entry())),
                    Cell.of(Long.toString(proof.entry().index()))));
        }
        return rows;
    }
}
