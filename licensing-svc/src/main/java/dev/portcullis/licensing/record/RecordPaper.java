package dev.portcullis.licensing.record;

import dev.portcullis.licensing.form.Filled;
import dev.portcullis.licensing.form.Filled.Status;
import dev.portcullis.platform.document.FactList;
import dev.portcullis.platform.document.Paper;
import dev.portcullis.platform.document.Part;
import dev.portcullis.platform.document.Words;
import java.time.Instant;
import java.util.List;

/** Sets the record of a release for people. */
final class RecordPaper {
    private RecordPaper() {}

    static Paper of(WholeRecord whole, Instant now) {
        RecordView view = whole.view();
        Paper.Draft draft = new Paper.Draft();
        draft.heading("The release")
                .add(new FactList()
                        .add("Release", view.releaseId())
                        .add("Determination", view.determinationId())
                        .add("Decided at", Words.time(whole.release().decidedAt()))
                        .add("Authority", view.authority())
                        .add("Item", whole.known().shown("item.name"))
                        .add("Classification", whole.known().shown("item.classification"))
                        .add("Quantity", whole.release().quantity().toPlainString())
                        .part());
        filing(draft, view.filing());
        invoice(draft, view.invoice());
        draft.heading("How long it is kept")
                .add(new FactList()
                        .add("Latest event", view.basisOn())
                        .add(
                                "Last day on which it must be kept",
                                view.keepUntil() == null ? "not known: it is kept" : view.keepUntil())
                        .add("Provision", "15 CFR 762.6(a)")
                        .add("Legal holds", String.join(", ", view.holds()))
                        .part());
        if (!view.shipment().events().isEmpty()) {
            draft.add(new Part.Table(
                    "Events after the export",
                    List.of("What", "On", "Note"),
                    List.of(1.2, 0.8, 3.0),
                    view.shipment().events().stream()
                            .map(event -> List.of(
                                    Words.capital(Words.small(event.kind())),
                                    event.on().toString(),
                                    event.note() == null ? "" : event.note()))
                            .toList()));
        }
        return new Paper(
                "Record of a release",
                "15 CFR 758, 762; 15 CFR 30",
                view.complete() ? "Nothing is missing" : "Something is missing",
                Words.capital(Words.small(view.filing().need())) + ": filing in the AES",
                view.complete() ? Paper.Tone.OPEN : Paper.Tone.WAITS,
                draft.parts(),
                now,
                view.releaseId());
    }

    private static void filing(Paper.Draft draft, Filing filing) {
        draft.heading("Electronic Export Information").text(filing.words() + " (" + filing.citation() + ")");
        draft.items(filing.questions());
        List<List<String>> rows = filing.elements().stream()
                .filter(element -> element.status() != Status.NOT_NEEDED)
                .map(RecordPaper::row)
                .toList();
        if (!rows.isEmpty()) {
            draft.add(new Part.Table(
                    "Elements of the filing",
                    List.of("Element", "What it says", "Provision"),
                    List.of(1.5, 3.2, 1.2),
                    rows));
        }
    }

    private static List<String> row(Filled element) {
        String said = element.value() != null
                ? element.value()
                : element.lacks() ? "MISSING: " + element.question() : "left empty";
        return List.of(element.label(), said, element.citation());
    }

    private static void invoice(Paper.Draft draft, DestinationControl.OnInvoice invoice) {
        draft.heading("Destination control statement");
        String statement = invoice.statement();
        if (statement == null) {
            draft.text("Not needed on the commercial invoice (" + String.join("; ", invoice.citations()) + ").");
            return;
        }
        draft.text(
                invoice.need() == Filing.Need.REQUIRED
                        ? "An integral part of the commercial invoice, word for word:"
                        : "Whether it is needed is not decided; print it until it is, word for word:");
        draft.add(new Part.Quote(statement));
        if (invoice.eccn() != null) {
            draft.text("To be printed on the invoice: " + invoice.eccn());
        }
        draft.items(invoice.questions());
    }
}
