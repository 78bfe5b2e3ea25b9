package dev.portcullis.classification.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.platform.pdf.Cell;
import dev.portcullis.platform.pdf.Column;
import dev.portcullis.platform.pdf.Face;
import dev.portcullis.platform.pdf.Flow;
import dev.portcullis.platform.pdf.Ink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who did what to the classification, when and why. */
final class LifePart {
    private static final List<Column> COLUMNS = List.of(
            new Column("Step", 1.1),
            new Column("By", 1.3),
            new Column("At", 1.9),
            new Column("Why, and what it rests on", 4.2));

    private final Flow flow;

    LifePart(Flow flow) {
        this.flow = flow;
    }

    void set(JsonNode steps) {
        flow.heading("Who decided");
        if (steps.isEmpty()) {
            flow.paragraph("Nothing was recorded of it but its making.");
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode taken : steps) {
            JsonNode step = taken.path("step");
            rows.add(List.of(
                    Cell.of(Words.capital(Words.word(step.path("step").asText())), Face.BOLD, Ink.BLACK),
                    Cell.of(step.path("by").path("name").asText()),
                    Cell.of(Words.time(Instant.parse(step.path("at").asText()))),
                    Cell.of(why(step))));
        }
        flow.table(COLUMNS, rows);
    }

    private static String why(JsonNode step) {
        List<String> lines = new ArrayList<>();
        for (JsonNode reason : step.path("reasons")) {
            lines.add(reason.path("text").asText());
        }
        if (step.path("note").isTextual()) {
            lines.add(step.path("note").asText());
        }
        if (step.path("nextReview").isTextual()) {
            lines.add("To be looked at again by " + step.path("nextReview").asText() + ".");
        }
        for (JsonNode attachment : step.path("attachments")) {
            String place = attachment.path("place").asText();
            lines.add("Document " + attachment.path("name").asText() + (place.isEmpty() ? "" : ", " + place)
                    + ", SHA-256 " + attachment.path("sha256").asText());
        }
        return String.join("\n", lines);
    }
}
