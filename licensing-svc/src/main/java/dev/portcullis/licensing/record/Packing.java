package dev.portcullis.licensing.record;

import dev.portcullis.licensing.application.FiledApplication;
import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.licensing.explain.Explanation;
import dev.portcullis.platform.document.HtmlPaper;
import dev.portcullis.platform.document.Paper;
import dev.portcullis.platform.document.PdfPaper;
import dev.portcullis.platform.pdf.Attached;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Names the parts of an archive, each made only when its turn comes. */
@ApplicationScoped
public class Packing {
    private static final String HOW_TO_CHECK =
            "Hash each part with SHA-256 and compare. release.json and determination.json are byte for byte what the ledger's entries name by"
                    + " answerSha256: find the entry in ledger.json by its id, decode its payload, compare the digest; hash the payload behind"
                    + " a zero byte, go up its path (RFC 6962), compare with the root of the checkpoint, and verify the checkpoint's"
                    + " signature with the ledger's key as you know it from elsewhere.";

    private final Statements statements = Statements.shipped();

    @Inject
    CanonicalJson json;

    /**
     * A part that is made when it is asked for.
     *
     * @param name within the archive
     */
    record Part(String name, Supplier<byte[]> content) {}

    /** The parts, in their order, without the manifest. */
    List<Part> parts(Bundle bundle, Instant now) {
        List<Part> parts = new ArrayList<>();
        RecordView view = bundle.whole().view();
        parts.add(new Part("release.json", bundle::releaseBytes));
        parts.add(new Part("determination.json", bundle::determinationBytes));
        parts.add(new Part(
                "determination.html",
                () -> HtmlPaper.of(Explanation.of(bundle.explained())).getBytes(StandardCharsets.UTF_8)));
        parts.add(new Part(
                "determination.pdf",
                () -> pdf(Explanation.of(bundle.explained()), "determination.json", json.write(bundle.explained()))));
        parts.add(new Part("record.json", () -> json.write(view)));
        parts.add(new Part(
                "record.pdf", () -> pdf(RecordPaper.of(bundle.whole(), now), "record.json", json.write(view))));
        String statement = view.invoice().statement();
        if (statement != null) {
            String eccn = view.invoice().eccn();
            parts.add(new Part(
                    "destination-control-statement.txt",
                    () -> (statement + (eccn == null ? "" : "\nECCN: " + eccn) + "\n")
                            .getBytes(StandardCharsets.UTF_8)));
        }
        if (!bundle.whole().release().determination().transaction().toPerson()) {
            parts.add(new Part("statements/bis-711.pdf", () -> ultimateConsignee(bundle.whole(), now)));
        }
        if ("STA".equals(view.authority())) {
            parts.add(new Part("statements/sta.pdf", () -> strategicTrade(bundle.whole(), now)));
        }
        for (FiledApplication application : bundle.applications()) {
            parts.add(new Part("applications/" + application.id() + ".json", application::packageBytes));
            parts.add(new Part("applications/" + application.id() + "-steps.json", application::bodyBytes));
            parts.add(new Part(
                    "applications/" + application.id() + ".pdf",
                    () -> pdf(application.paper(), "package.json", application.packageBytes())));
        }
        parts.add(new Part("ledger.json", () -> json.write(bundle.ledger())));
        return parts;
    }

    byte[] manifest(Bundle bundle, List<Archive.Entry> entries, String by, Instant now) {
        return json.write(new Bundle.Manifest(
                bundle.whole().view().releaseId(), now.toString(), by, HOW_TO_CHECK, bundle.proved(), entries));
    }

    byte[] ultimateConsignee(WholeRecord whole, Instant now) {
        RecordView view = whole.view();
        Paper paper = statements.ultimateConsigneeAndPurchaser(
                view.releaseId(), whole.known(), view.shipment().answers(), now);
        return pdf(paper, "record.json", json.write(view));
    }

    byte[] strategicTrade(WholeRecord whole, Instant now) {
        RecordView view = whole.view();
        return pdf(
                statements.strategicTradeAuthorization(view.releaseId(), whole.known(), now),
                "record.json",
                json.write(view));
    }

    private static byte[] pdf(Paper paper, String name, byte[] data) {
        return PdfPaper.of(paper, new Attached(name, "application/json", "What this document was made from", data));
    }
}
