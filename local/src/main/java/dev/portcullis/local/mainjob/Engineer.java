package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.local.stack.Service;

/** The engineer, who registers items with their datasheets, the classifier, who proposes what they are, and the approver. */
final class Engineer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api engineer;
    private final Api classifier;
    private final Api approver;

    Engineer(Accounts accounts) {
        this.engineer = accounts.user("engineer", Service.CLASSIFICATION);
        this.classifier = accounts.user("classifier", Service.CLASSIFICATION);
        this.approver = accounts.user("approver", Service.CLASSIFICATION);
    }

    void registerItems(Cast cast) {
        for (JsonNode entry : Resources.json("items.json")) {
            JsonNode item = entry.required("item");
            String id = engineer.post("/v1/items", item).json().required("id").asText();
            engineer.post(
                    "/v1/items/" + id + "/datasheets",
                    "application/json",
                    cast.resolve(entry.required("datasheet").toString()));
            String place = "/v1/items/" + id + "/classifications";
            JsonNode proposed = classifier.post(place, JSON.createObjectNode()).json();
            // An answer that is open stays a proposal: nobody can approve it.
            if (proposed.at("/result/status").asText().equals("CLASSIFIED")) {
                approver.post(
                        place + "/" + proposed.required("number").asInt() + "/approvals", JSON.createObjectNode());
            }
            cast.add(
                    "item",
                    entry.required("key").asText(),
                    id,
                    item.required("name").asText());
        }
    }
}
