package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.local.stack.Service;

/** The engineer, who registers items with their datasheets, and the classifier, who puts a classification into effect. */
final class Engineer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api engineer;
    private final Api classifier;

    Engineer(Accounts accounts) {
        this.engineer = accounts.user("engineer", Service.CLASSIFICATION);
        this.classifier = accounts.user("classifier", Service.CLASSIFICATION);
    }

    void registerItems(Cast cast) {
        for (JsonNode entry : Resources.json("items.json")) {
            JsonNode item = entry.required("item");
            String id = engineer.post("/v1/items", item).json().required("id").asText();
            engineer.post(
                    "/v1/items/" + id + "/datasheets",
                    "application/json",
                    cast.resolve(entry.required("datasheet").toString()));
            classifier.post("/v1/items/" + id + "/classifications", JSON.createObjectNode());
            cast.add(
                    "item",
                    entry.required("key").asText(),
                    id,
                    item.required("name").asText());
        }
    }
}
