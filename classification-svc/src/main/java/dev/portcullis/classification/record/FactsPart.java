package dev.portcullis.classification.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.platform.pdf.Flow;
import java.time.Instant;

/** What the datasheet states, each fact by its place in it, and which other items were read. */
final class FactsPart {
    private final Flow flow;

    FactsPart(Flow flow) {
        this.flow = flow;
    }

    void set(JsonNode record) {
        JsonNode sheet = record.path("datasheet");
        flow.heading("The facts: datasheet " + sheet.path("number").asText());
        flow.facts(new Rows()
                .add(
                        "Stated at",
                        Words.time(Instant.parse(sheet.path("createdAt").asText())))
                .add("Stated by the account", sheet.path("createdBy").asText())
                .digest("SHA-256", sheet.path("sha256").asText())
                .list());
        Rows rows = new Rows();
        stated(rows, "", sheet.path("datasheet"));
        flow.facts(rows.list());
        JsonNode inputs = record.path("classification").path("inputs");
        if (!inputs.isEmpty()) {
            flow.heading("Other items that were read");
            Rows read = new Rows();
            for (JsonNode input : inputs) {
                String number = input.path("datasheetNumber").asText();
                read.add(
                        input.path("itemId").asText(),
                        "version " + input.path("itemVersion").asText()
                                + (number.isEmpty() ? "" : ", datasheet " + number));
            }
            flow.facts(read.list());
        }
    }

    private static void stated(Rows rows, String place, JsonNode value) {
        if (value.isObject()) {
            value.fields().forEachRemaining(field -> stated(rows, place + "/" + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                stated(rows, place + "/" + i, value.get(i));
            }
        } else if (!value.isNull()) {
            rows.add(place, Words.value(value));
        }
    }
}
