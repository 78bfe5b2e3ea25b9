package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.local.stack.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * A gateway: asks the gate before anything leaves. Of a release to an employee it is told no more than the decision; why it came out
 * so tells the employee's nationality, and that is read in the record by the compliance officer.
 */
final class Gateway {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api licensing;
    private final Api officer;
    private final Cast cast;

    Gateway(Accounts accounts, Cast cast) {
        this.licensing = accounts.client("gateway", Service.LICENSING);
        this.officer = accounts.user("officer", Service.LICENSING);
        this.cast = cast;
    }

    /** What the gate answered, and how long it took. */
    record Answer(
            String releaseId,
            long ledgerEntry,
            String decision,
            String authority,
            List<String> reasons,
            List<String> citations,
            double milliseconds) {}

    Answer ask(ExpectedDecision request) {
        ObjectNode body = JSON.createObjectNode();
        body.put("activity", request.activity());
        body.put("itemId", cast.id("item", request.item()));
        if (!request.party().isEmpty()) {
            ArrayNode parties = body.putArray("parties");
            String party = cast.id("party", request.party());
            parties.addObject().put("partyId", party).put("role", "ULTIMATE_CONSIGNEE");
            parties.addObject().put("partyId", party).put("role", "END_USER");
        }
        if (!request.person().isEmpty()) {
            body.put("personId", cast.id("person", request.person()));
        }
        if (!request.destination().isEmpty()) {
            body.put("destination", request.destination());
        }
        body.putArray("endUses").add(request.endUse());
        ObjectNode facts = body.putObject("exceptionFacts");
        request.exceptionFacts().forEach(facts::put);
        body.put("quantity", 1);
        body.putObject("value").put("amount", "15000").put("currency", "USD");
        long asked = System.nanoTime();
        JsonNode answer = licensing.post("/v1/releases", body).json();
        double milliseconds = (System.nanoTime() - asked) / 1e6;
        JsonNode told = answer.required("release");
        JsonNode release = answer.has("withheld")
                ? officer.get("/v1/releases/" + told.required("id").asText())
                        .json()
                        .required("release")
                : told;
        return new Answer(
                release.required("id").asText(),
                answer.at("/ledgerEntryIds/release").asLong(),
                told.required("decision").asText(),
                release.path("authority").asText(""),
                texts(release.path("reasons")),
                texts(release.at("/determination/citations")),
                milliseconds);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
