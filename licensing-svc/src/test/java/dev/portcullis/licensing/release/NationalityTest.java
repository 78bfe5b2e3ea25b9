package dev.portcullis.licensing.release;

import static dev.portcullis.licensing.Gate.deemedExport;
import static dev.portcullis.licensing.Gate.export;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nationality is for those whose duty turns on it. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class NationalityTest extends AtTheGate {
    @Test
    void a_gateway_cannot_tell_nationalities_apart_by_answers_that_come_out_alike() {
        String fromChina = employee("cn", "CN");
        String fromIndia = employee("in", "IN");

        Response chinese = ask(fromChina);
        Response indian = ask(fromIndia);

        assertThat(chinese.jsonPath().getString("release.decision")).isEqualTo("DENIED");
        assertThat(chinese.jsonPath().getList("release.reasons", String.class))
                .containsExactly(
                        "A license is needed to release this item to this person. (15 CFR 734.13(a)(2), 734.14(a)(2))",
                        "No license that is recorded covers it.");
        assertThat(anonymous(chinese)).isEqualTo(anonymous(indian));
        assertThat(chinese.asString()).doesNotContain("\"CN\"", "sha256", "destination", "reviewPolicy");
        assertThat(chinese.jsonPath().getString("withheld")).isNotBlank();
    }

    @Test
    void a_gateway_cannot_tell_a_us_person_from_a_foreign_one_who_needs_no_license() {
        Response american = ask(employee("us", null));
        Response briton = ask(employee("gb", "GB"));

        assertThat(american.jsonPath().getString("release.decision")).isEqualTo("PERMITTED");
        assertThat(anonymous(american)).isEqualTo(anonymous(briton));
        assertThat(american.asString()).doesNotContain("authority\":", "NOT_A_DEEMED_EXPORT");
    }

    @Test
    void a_gateway_is_not_told_which_license_covers_a_person_and_may_read_none() {
        String person = employee("lic", "CN");
        String licenseId = record(deemedExportLicense(person));

        Response gate = ask(person);
        JsonPath whole = read(gate, "license-manager");

        assertThat(gate.jsonPath().getString("release.decision")).isEqualTo("PERMITTED");
        assertThat(gate.asString()).doesNotContain(licenseId, "P" + test, "\"CN\"");
        assertThat(whole.getString("release.license.drawn.licenseId")).isEqualTo(licenseId);
        assertThat(whole.getString("release.authority")).isEqualTo("P" + test);
        assertThat(get("/v1/licenses/" + licenseId, Gate.gateway()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void those_who_need_to_know_see_every_step_of_the_same_decision() {
        Response gate = ask(employee("all", "CN"));

        for (String user : new String[] {"officer", "license-manager", "auditor"}) {
            JsonPath whole = read(gate, user);
            assertThat(whole.getString("release.determination.destination"))
                    .as(user)
                    .isEqualTo("CN");
            assertThat(whole.getList("release.determination.steps")).as(user).hasSizeGreaterThan(3);
            assertThat(whole.getString("release.determination.steps.values")).contains("deemedExportCountry:CN");
            assertThat(whole.getString("sha256")).as(user).hasSize(64);
            assertThat(whole.getString("withheld")).as(user).isNull();
        }
        assertThat(read(gate, "gateway").getString("release.determination.destination"))
                .isNull();
    }

    @Test
    void an_engineer_who_asks_about_a_person_gets_the_answer_and_an_auditor_its_steps() {
        String person = employee("eng", "CN");
        String question = """
                {"activity": "DEEMED_EXPORT", "itemId": "%s", "personId": "%s"}""".formatted(tech, person);

        Response made = post("/v1/determinations", Gate.user("engineer"), question);
        String path = "/v1/determinations/" + made.jsonPath().getString("determination.id");

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.jsonPath().getString("determination.outcome")).isEqualTo("LICENSE_REQUIRED");
        assertThat(made.asString()).doesNotContain("\"CN\"", "(CN)", "sha256");
        assertThat(get(path, Gate.user("engineer")).asString()).isEqualTo(made.asString());
        assertThat(get(path, Gate.gateway()).asString()).isEqualTo(made.asString());
        assertThat(get(path, Gate.user("auditor")).jsonPath().getString("determination.destination"))
                .isEqualTo("CN");
    }

    @Test
    void a_decision_that_is_about_no_person_is_shown_alike_to_all_who_may_read_it() {
        Response gate = post("/v1/releases", Gate.gateway(), export(gpu, chinese, "CN"));
        String path = "/v1/releases/" + gate.jsonPath().getString("release.id");

        assertThat(gate.jsonPath().getString("release.determination.destination"))
                .isEqualTo("CN");
        assertThat(gate.jsonPath().getString("withheld")).isNull();
        assertThat(get(path, Gate.user("officer")).asString()).isEqualTo(gate.asString());
    }

    private String employee(String name, @Nullable String country) {
        String id = "prs-" + name + test;
        services.person(person(id, 1, PersonState.Status.ACTIVE, country));
        until(() -> !decision(deemedExport(tech, id)).equals("REVIEW"));
        return id;
    }

    private Response ask(String person) {
        Response answer = post("/v1/releases", Gate.gateway(), deemedExport(tech, person));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static JsonPath read(Response release, String who) {
        String token = who.equals("gateway") ? Gate.gateway() : Gate.user(who);
        return get("/v1/releases/" + release.jsonPath().getString("release.id"), token)
                .jsonPath();
    }

    /** Without what differs between any two decisions: ids, moments, ages and places in the ledger. */
    private static String anonymous(Response answer) {
        return answer.asString()
                .replaceAll("\"(rel|det|prs)-[0-9a-z]+\"", "\"$1\"")
                .replaceAll("\"prs-[^\"]*\"", "\"prs\"")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "moment")
                .replaceAll("\"feedAgeMillis\":-?\\d+", "age")
                .replaceAll("\"ledgerEntryIds\":\\{\"release\":\\d+,\"determination\":\\d+}", "entries");
    }

    private String deemedExportLicense(String person) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return """
                {"number": "P%s", "kind": "DEEMED_EXPORT", "validFrom": "%s", "validUntil": "%s", "personIds": ["%s"],
                 "countries": ["CN"], "lines": [{"line": 1, "eccn": "3E001", "quantity": 5}]}""".formatted(test, today.minusDays(1), today.plusYears(1), person);
    }
}
