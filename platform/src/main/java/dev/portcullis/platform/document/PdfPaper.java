package dev.portcullis.platform.document;

import dev.portcullis.platform.document.Paper.Tone;
import dev.portcullis.platform.document.Part.Fact;
import dev.portcullis.platform.pdf.Attached;
import dev.portcullis.platform.pdf.Book;
import dev.portcullis.platform.pdf.Cell;
import dev.portcullis.platform.pdf.Column;
import dev.portcullis.platform.pdf.Face;
import dev.portcullis.platform.pdf.Flow;
import dev.portcullis.platform.pdf.Ink;
import dev.portcullis.platform.pdf.Sheet;
import java.util.ArrayList;
import java.util.List;

/** Sets a document as PDF/A, with the data that it was made from inside. The same document gives the same bytes. */
public final class PdfPaper {
    private PdfPaper() {}

    /** The document. Computes for a while: not on a thread that others wait for. */
    public static byte[] of(Paper paper, Attached data) {
        Book book = new Book(paper.title() + ": " + paper.reference(), paper.issuedAt());
        Flow flow = new Flow(book, paper.title() + " · " + paper.reference());
        title(flow, paper);
        paper.parts().forEach(part -> set(flow, part));
        flow.finish("Issued " + Words.time(paper.issuedAt()) + " · " + paper.reference());
        return book.finish(data);
    }

    private static void title(Flow flow, Paper paper) {
        double top = flow.take(38);
        Sheet sheet = flow.sheet();
        sheet.text(Flow.MARGIN, top + 16, Face.BOLD, 17, Ink.BLUE, paper.title());
        sheet.text(Flow.MARGIN, top + 30, Face.PLAIN, 8, Ink.GRAY, paper.basis());
        flow.paragraph(Face.BOLD, 12, Ink.BLACK, paper.headline());
        flow.space(2);
        flow.paragraph(Face.BOLD, 9, ink(paper.tone()), paper.mark());
        flow.space(4);
    }

    private static Ink ink(Tone tone) {
        return switch (tone) {
            case OPEN -> Ink.BLUE;
            case WAITS -> Ink.AMBER;
            case SHUT -> Ink.RED;
        };
    }

    private static void set(Flow flow, Part part) {
        if (part instanceof Part.Heading heading) {
            flow.heading(heading.text());
        } else if (part instanceof Part.Text text) {
            lines(text.text()).forEach(flow::paragraph);
        } else if (part instanceof Part.Quote quote) {
            flow.space(3);
            flow.paragraph(Face.PLAIN, 9.5, Ink.BLACK, quote.text());
            flow.space(5);
        } else if (part instanceof Part.Code code) {
            lines(code.text()).forEach(line -> flow.paragraph(Face.MONO, 7, Ink.BLACK, line));
            flow.space(4);
        } else if (part instanceof Part.Items items) {
            items.items().forEach(item -> flow.paragraph("– " + item));
        } else if (part instanceof Part.Facts facts) {
            flow.facts(facts.facts().stream().map(PdfPaper::row).toList());
        } else if (part instanceof Part.Table table) {
            table(flow, table);
        } else if (part instanceof Part.Signature signature) {
            signature.labels().forEach(label -> sign(flow, label));
        }
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static List<Cell> row(Fact fact) {
        return List.of(
                Cell.of(fact.label(), Face.PLAIN, Ink.GRAY),
                fact.exact() ? Cell.of(fact.value(), Face.MONO, Ink.BLACK) : Cell.of(fact.value()));
    }

    private static void table(Flow flow, Part.Table table) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.titles().size(); i++) {
            columns.add(new Column(table.titles().get(i), table.shares().get(i)));
        }
        flow.table(
                columns,
                table.rows().stream()
                        .map(row -> row.stream().map(Cell::of).toList())
                        .toList());
    }

    private static void sign(Flow flow, String label) {
        double top = flow.take(48);
        flow.sheet().line(Flow.MARGIN, top + 30, Flow.MARGIN + flow.width() * 0.6, top + 30, 0.8, Ink.BLACK);
        flow.sheet().text(Flow.MARGIN, top + 40, Face.PLAIN, 7.5, Ink.GRAY, label);
    }
}
