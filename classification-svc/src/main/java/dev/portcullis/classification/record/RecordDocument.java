package dev.portcullis.classification.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.pdf.Attached;
import dev.portcullis.platform.pdf.Book;
import dev.portcullis.platform.pdf.Face;
import dev.portcullis.platform.pdf.Flow;
import dev.portcullis.platform.pdf.Ink;
import dev.portcullis.platform.pdf.Sheet;
import java.nio.charset.StandardCharsets;

/**
 * Sets a record as a document for people, with the record as JSON inside. It is set from that JSON alone, so that it says nothing that
 * a program could not read there.
 */
final class RecordDocument {
    private static final String ATTACHMENT = "record.json";

    private RecordDocument() {}

    /**
     * The document. Computes for a while: not on a thread that others wait for.
     *
     * @param json the record as JSON
     * @param tree the same, read
     */
    static byte[] of(ClassificationRecord record, String json, JsonNode tree) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        String title = "Classification " + record.classification().number() + " of "
                + record.item().name();
        Book book = new Book(title, record.issuedAt());
        Flow flow = new Flow(book, title + " · " + record.item().id());
        title(flow, tree.path("classification"));
        new AnswerPart(flow).set(tree);
        new LifePart(flow).set(tree.path("classification").path("steps"));
        margins(book, flow, record);
        new WalkPart(flow).set(tree.path("classification").path("result"));
        new FactsPart(flow).set(tree);
        new ProofPart(flow).set(record, Sha256.of(bytes));
        flow.finish("Issued " + Words.time(record.issuedAt()) + " · "
                + record.item().id() + ", classification "
                + record.classification().number());
        return book.finish(
                new Attached(ATTACHMENT, "application/json", "The record that this document was made from", bytes));
    }

    private static void title(Flow flow, JsonNode classification) {
        double top = flow.take(68);
        Sheet sheet = flow.sheet();
        double right = Flow.MARGIN + flow.width();
        sheet.text(Flow.MARGIN, top + 16, Face.BOLD, 17, Ink.BLUE, "Classification record");
        sheet.text(
                Flow.MARGIN,
                top + 30,
                Face.PLAIN,
                8,
                Ink.GRAY,
                "Export Administration Regulations, 15 CFR 730-774; Commerce Control List, Supplement No. 1 to Part 774");
        sheet.fill(Flow.MARGIN, top + 38, flow.width(), 24, Ink.PALE);
        sheet.text(Flow.MARGIN + 8, top + 54, Face.BOLD, 12, Ink.BLACK, AnswerPart.headline(classification));
        String state = classification.path("state").asText();
        boolean inEffect = state.equals("APPROVED");
        sheet.textTo(right - 8, top + 54, Face.BOLD, 9, inEffect ? Ink.BLUE : Ink.RED, inEffect ? "IN EFFECT" : state);
    }

    private static void margins(Book book, Flow flow, ClassificationRecord record) {
        flow.heading("Margins to thresholds");
        if (record.margins().isEmpty()) {
            flow.paragraph("No figure of the datasheet was held against a threshold.");
            return;
        }
        flow.paragraph(
                "Each figure that was held against a threshold, as a multiple of that threshold. Red bars are criteria that are met,"
                        + " blue ones criteria that are not; below each figure stand the paragraphs that ask for it.");
        new MarginChart(book, flow).draw(record.margins());
    }
}
