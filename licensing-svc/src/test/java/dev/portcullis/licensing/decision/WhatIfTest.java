package dev.portcullis.licensing.decision;

import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.person;
import static dev.portcullis.licensing.Gate.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.PersonState;
import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class WhatIfTest extends AtTheGate {
    private static final String PATH = "/v1/determinations/what-if";

    @Test
    void a_what_if_answers_as_a_determination_does_and_keeps_nothing() {
        String question = question(gpu, chinese, "CN", "");
        JsonPath kept =
                post("/v1/determinations", Gate.user("officer"), question).jsonPath();

        Response asked = post(PATH, Gate.user("officer"), question);
        JsonPath answer = asked.jsonPath();

        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(200);
        for (String part :
                new String[] {"transaction", "outcome", "steps", "citations", "missing", "editions", "asOf"}) {
            assertThat(answer.<Object>get(part)).as(part).isEqualTo(kept.<Object>get("determination." + part));
        }
        assertThat(answer.getString("id")).isEqualTo("what-if");
        assertThat(get("/v1/determinations/what-if", Gate.user("officer")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void route_and_origin_are_read_and_judged() {
        Map<String, Object> answer = post(PATH, Gate.user("officer"), question(gpu, german, "DE", """
                                , "route": {"means": "SHIPMENT", "from": "SG", "transit": ["CN"]},
                                 "origin": {"made": "ABROAD", "controlledContentPercent": 12.5,
                                            "controlledContent": ["3A001"]}"""))
                .jsonPath()
                .getMap("");

        assertThat(String.valueOf(answer.get("steps")))
                .contains("controlledContentPercent", "12.5")
                .contains("CN", "736.2(b)(8)");
    }

    @Test
    void an_engineer_is_not_told_the_nationality_that_an_answer_turns_on() {
        String employee = "prs-whatif" + test;
        services.person(person(employee, 1, PersonState.Status.ACTIVE, "CN"));
        String question = """
                {"activity": "DEEMED_EXPORT", "itemId": "%s", "personId": "%s"}""".formatted(tech, employee);
        until(() -> !post(PATH, Gate.user("officer"), question)
                .jsonPath()
                .getString("outcome")
                .equals("REVIEW"));

        Response engineer = post(PATH, Gate.user("engineer"), question);

        assertThat(engineer.jsonPath().getString("outcome")).isEqualTo("LICENSE_REQUIRED");
        assertThat(engineer.asString()).doesNotContain("\"CN\"", "(CN)", "deemedExportCountry");
        assertThat(post(PATH, Gate.user("officer"), question).jsonPath().getString("destination"))
                .isEqualTo("CN");
    }

    @Test
    void what_cannot_be_a_transaction_is_refused_by_field_and_nobody_asks_without_a_role() {
        Response wrong =
                post(PATH, Gate.user("officer"), question(gpu, german, "DE", ", \"route\": {\"by\": \"sea\"}"));
        Response percent = post(PATH, Gate.user("officer"), question(gpu, german, "DE", """
                , "origin": {"made": "ABROAD", "controlledContentPercent": 101}"""));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.contentType()).contains("problem+json");
        assertThat(percent.statusCode()).as(percent.asString()).isEqualTo(400);
        assertThat(percent.asString()).contains("controlledContentPercent");
        assertThat(post(PATH, Gate.user("classifier"), question(gpu, german, "DE", ""))
                        .statusCode())
                .isEqualTo(403);
    }

    private static String question(String item, String party, String country, String more) {
        return """
                {"activity": "EXPORT", "itemId": "%s", "destination": "%s", "endUses": ["CIVIL"],
                 "parties": [{"partyId": "%s", "role": "ULTIMATE_CONSIGNEE"}]%s}""".formatted(item, country, party, more);
    }
}
