package dev.portcullis.licensing.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.form.FormFiles;
import dev.portcullis.platform.document.FactList;
import dev.portcullis.platform.document.Paper;
import dev.portcullis.platform.document.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements that a consignee signs, filled from what is known; what is not known stays a line to be written on. */
final class Statements {
    private static final String OPEN = "______________________________";

    private final JsonNode ultimate;
    private final JsonNode trade;

    private Statements() {
        JsonNode file = FormFiles.tree("statements.json");
        ultimate = file.path("ultimateConsigneeAndPurchaser");
        trade = file.path("strategicTradeAuthorization");
    }

    static Statements shipped() {
        return new Statements();
    }

    /** The Statement by Ultimate Consignee and Purchaser, BIS-711 (15 CFR 748.11, Supplement No. 3 to Part 748). */
    Paper ultimateConsigneeAndPurchaser(String reference, Known known, Map<String, String> answers, Instant now) {
        Paper.Draft draft = new Paper.Draft();
        draft.heading("1. Ultimate consignee")
                .add(new FactList()
                        .add("Name", or(known.shown("party.ULTIMATE_CONSIGNEE.name")))
                        .add("Address", or(answers.get("consignee.address")))
                        .add("Country", or(known.shown("party.ULTIMATE_CONSIGNEE.country")))
                        .part());
        draft.heading("2. Disposition or use of the items by the ultimate consignee");
        draft.text("We certify that the items: (mark one, and complete it)");
        List<String> uses = new ArrayList<>();
        ultimate.path("uses").forEach(use -> uses.add("[   ] " + use.asText()));
        draft.items(uses);
        draft.heading("3. Nature of business")
                .add(new FactList()
                        .add("Of the ultimate consignee", OPEN)
                        .add("Relationship with the exporter, and since when", OPEN)
                        .part());
        draft.heading("4. Description of the items").add(items(known));
        draft.heading("5. Additional information").text(OPEN + OPEN);
        draft.heading("6. Assistance in preparing the statement").text("Names of those who helped: " + OPEN);
        draft.heading("Certification");
        ultimate.path("certification").forEach(line -> draft.text(line.asText()));
        draft.add(Part.Signature.of(
                "Signature of an official of the ultimate consignee, and date",
                "Name and title of the official",
                "Signature of an official of the purchaser, where it is somebody else, and date",
                "Name, title, and name of the purchaser"));
        return paper(ultimate, reference, draft, now);
    }

    /** The prior consignee statement under License Exception STA (15 CFR 740.20(d)(2)). */
    Paper strategicTradeAuthorization(String reference, Known known, Instant now) {
        Paper.Draft draft = new Paper.Draft();
        draft.heading("The shipment")
                .add(new FactList()
                        .add("Exporter", or(known.shown("applicant.name")))
                        .add("Consignee", or(known.shown("party.ULTIMATE_CONSIGNEE.name")))
                        .add("Country", or(known.shown("party.ULTIMATE_CONSIGNEE.country")))
                        .part())
                .add(items(known));
        draft.heading("The statement");
        draft.text(trade.path("opening")
                .asText()
                .replace("{consignee}", or(known.shown("party.ULTIMATE_CONSIGNEE.name"))));
        List<String> undertakings = new ArrayList<>();
        trade.path("undertakings")
                .forEach(line -> undertakings.add(line.path("paragraph").asText()
                        + " "
                        + line.path("text").asText().replace("{exporter}", or(known.shown("applicant.name")))));
        draft.items(undertakings);
        String eccn = known.shown("item.eccn");
        if (eccn == null || eccn.matches("[0-9][A-E](6[0-9]{2}|515)")) {
            trade.path("furtherFor600Series").forEach(line -> draft.text(line.asText()));
        }
        draft.add(Part.Signature.of("Signature for the consignee, and date", "Name and title"));
        return paper(trade, reference, draft, now);
    }

    private static Part.Facts items(Known known) {
        return new FactList()
                .add("Items", or(known.shown("item.name")))
                .add("ECCN", or(known.shown("item.classification")))
                .add("Quantity", or(known.shown("quantity")))
                .add("Value in US dollars", or(known.shown("value")))
                .part();
    }

    private static Paper paper(JsonNode words, String reference, Paper.Draft draft, Instant now) {
        return new Paper(
                FormFiles.text(words, "title"),
                FormFiles.text(words, "citation"),
                FormFiles.text(words, "headline"),
                "Not signed",
                Paper.Tone.WAITS,
                draft.parts(),
                now,
                reference);
    }

    private static String or(@Nullable String value) {
        return value == null ? OPEN : value;
    }
}
