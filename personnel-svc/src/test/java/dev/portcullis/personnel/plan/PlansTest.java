package dev.portcullis.personnel.plan;

import static dev.portcullis.personnel.plan.Licensing.foreign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans, from HR's message and licensing-svc's answer to who is admitted. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class PlansTest {
    private static final String PLANS = "/v1/technology-control-plans";
    private static final String EXPORT = "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User";
    private static final String BRIEFING = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static Licensing licensing;

    private String item = "";

    @BeforeAll
    static void connect() {
        licensing = new Licensing(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    @AfterAll
    static void disconnect() {
        licensing.close();
    }

    @BeforeEach
    void determine() throws Exception {
        item = "itm-" + UUID.randomUUID();
        licensing.answer(item, foreign("CN"), 1, Outcome.LICENSE_REQUIRED);
        licensing.answer(item, foreign("GB"), 1, Outcome.NO_LICENSE_REQUIRED);
        licensing.answer(item, foreign("IN"), 1, Outcome.NO_LICENSE_REQUIRED);
        String briton = person("GB");
        until(() -> accessOf(briton).equals("MAY_RECEIVE"));
    }

    @Test
    void who_needs_a_license_is_refused_in_words_that_tell_no_nationality() {
        String plan = plan("");
        Response refused = admit(plan, person("CN"));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(201);
        assertThat(refused.jsonPath().getString("state")).isEqualTo("REFUSED");
        assertThat(refused.jsonPath().getList("reasons", String.class))
                .containsExactly(item + ": A license is needed for this technology.");
        assertThat(refused.asString()).doesNotContain("\"CN\"", "China");
    }

    @Test
    void a_new_citizenship_suspends_and_only_a_person_admits_again() {
        String plan = plan("");
        String person = person("GB");
        Response admitted = admit(plan, person);
        assertThat(admitted.jsonPath().getString("state")).isEqualTo("ADMITTED");
        String at = PLANS + "/" + plan + "/admissions/" + admitted.jsonPath().getString("id");

        facts(
                person,
                "{'usPersonBasis':'NONE','citizenships':[{'country':'GB','acquired':'1990-01-01'},"
                        + "{'country':'CN','acquired':'2026-11-01'}],'visa':{'class':'H-1B','validUntil':'2099-12-31'}}");
        until(() -> state(at).equals("SUSPENDED"));

        facts(person, extension("GB", "2099-12-31"));
        until(() -> accessOf(person).equals("MAY_RECEIVE"));
        assertThat(state(at)).as("nobody is admitted again by itself").isEqualTo("SUSPENDED");
        Response readmitted = put(at + "/readmission", "*", "{\"note\":\"HR corrected the record\"}");
        assertThat(readmitted.jsonPath().getString("state")).isEqualTo("ADMITTED");
    }

    @Test
    void a_deactivation_and_an_expired_visa_suspend() {
        String plan = plan("");
        String leaver = person("GB");
        String expired = person("IN");
        String leavers = PLANS + "/" + plan + "/admissions/"
                + admit(plan, leaver).jsonPath().getString("id");
        String visas = PLANS + "/" + plan + "/admissions/"
                + admit(plan, expired).jsonPath().getString("id");
        assertThat(state(leavers)).isEqualTo("ADMITTED");
        assertThat(state(visas)).isEqualTo("ADMITTED");

        Instant told = Instant.now();
        patch(leaver, "{'op':'replace','path':'active','value':false}");
        until(() -> state(leavers).equals("SUSPENDED"));
        // Measured elsewhere; here it is only told, for who reads the log of a slow machine.
        System.getLogger("plans")
                .log(System.Logger.Level.INFO, "suspended after {0}", Duration.between(told, Instant.now()));

        facts(
                expired,
                extension("IN", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString()));
        until(() -> state(visas).equals("SUSPENDED"));
    }

    @Test
    void another_answer_of_the_law_and_an_item_that_nobody_determined_suspend() throws Exception {
        String plan = plan("");
        String at = PLANS + "/" + plan + "/admissions/"
                + admit(plan, person("GB")).jsonPath().getString("id");
        assertThat(state(at)).isEqualTo("ADMITTED");
        licensing.answer(item, foreign("GB"), 2, Outcome.REVIEW);
        until(() -> state(at).equals("SUSPENDED"));

        licensing.answer(item, foreign("GB"), 3, Outcome.NO_LICENSE_REQUIRED);
        String other = plan("");
        String stays = PLANS + "/" + other + "/admissions/";
        String briton = person("GB");
        until(() -> accessOf(briton).equals("MAY_RECEIVE"));
        String admission = stays + admit(other, briton).jsonPath().getString("id");
        assertThat(state(admission)).isEqualTo("ADMITTED");
        Response amended = put(PLANS + "/" + other, "\"1\"", terms("", "itm-unknown-" + item));
        assertThat(amended.statusCode()).as(amended.asString()).isEqualTo(200);
        until(() -> state(admission).equals("SUSPENDED"));
    }

    @Test
    void nobody_comes_in_without_the_present_edition_of_the_briefing() {
        String plan = plan(briefing(BRIEFING, 1));
        String person = person("GB");
        assertThat(admit(plan, person).jsonPath().getList("reasons", String.class))
                .containsExactly("The present edition of the briefing is not signed.");

        Response signed = post(PLANS + "/" + plan + "/briefings", "officer", """
                {"personId":"%s","signedAt":"%s","evidenceSha256":"%s"}""".formatted(
                        person, Instant.now().minusSeconds(60), BRIEFING));
        assertThat(signed.statusCode()).as(signed.asString()).isEqualTo(201);
        String at = PLANS + "/" + plan + "/admissions/"
                + admit(plan, person).jsonPath().getString("id");
        assertThat(state(at)).isEqualTo("ADMITTED");

        Response amended = put(PLANS + "/" + plan, "\"1\"", terms(briefing(BRIEFING.replace('9', 'a'), 2), item));
        assertThat(amended.statusCode()).as(amended.asString()).isEqualTo(200);
        until(() -> state(at).equals("SUSPENDED"));

        Response own = post(PLANS + "/" + plan + "/briefings/own", "engineer", "{\"sha256\":\"" + BRIEFING + "\"}");
        assertThat(own.statusCode())
                .as("an account of no known person signs nothing")
                .isEqualTo(403);
    }

    @Test
    void a_visitor_comes_in_screened_and_with_somebody_admitted() {
        String plan = plan("");
        String escort = person("GB");
        String unscreened = visit(plan, escort, "NOT_CLEAR");
        assertThat(put(unscreened + "/entry", "\"1\"", "").statusCode()).isEqualTo(409);
        String visit = visit(plan, escort, "CLEAR");
        assertThat(put(visit + "/entry", "\"1\"", "").statusCode())
                .as("the escort is not admitted")
                .isEqualTo(409);

        admit(plan, escort);
        Response entered = put(visit + "/entry", "\"1\"", "");
        assertThat(entered.statusCode()).as(entered.asString()).isEqualTo(200);
        assertThat(put(visit + "/entry", "\"2\"", "").statusCode()).isEqualTo(409);
        assertThat(put(visit + "/exit", "\"2\"", "").jsonPath().getString("leftAt"))
                .isNotBlank();
    }

    @Test
    void a_plan_is_a_document_that_says_which_measures_are_open() {
        String plan = plan("");
        Response marked =
                put(PLANS + "/" + plan + "/measures/MFA", "\"1\"", "{\"inPlace\":true,\"until\":\"2099-01-01\"}");
        assertThat(marked.statusCode()).as(marked.asString()).isEqualTo(200);
        assertThat(put(PLANS + "/" + plan + "/measures/LINE_OF_SIGHT", "\"2\"", "{\"inPlace\":true}")
                        .statusCode())
                .as("no measure of a repository")
                .isEqualTo(404);

        Response page =
                given().auth().oauth2(token("officer")).accept("text/html").get(PLANS + "/" + plan);
        assertThat(page.asString()).contains("until 2099-01-01", "measures are not in place", item);
        byte[] pdf = given().auth()
                .oauth2(token("officer"))
                .accept("application/pdf")
                .get(PLANS + "/" + plan)
                .asByteArray();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void an_engineer_sees_the_answer_and_an_officer_the_reasons() {
        String person = person("CN");
        until(() -> accessOf(person).equals("LICENSE_REQUIRED"));
        Response engineer = given().auth()
                .oauth2(token("engineer"))
                .queryParam("limit", 200)
                .get("/v1/persons/" + person + "/technology-access");
        assertThat(engineer.asString()).contains("A license is needed for this technology.", "withheld");
        assertThat(engineer.asString()).doesNotContain("742.4", "\"CN\"", "\"authority\"");
        Response people = given().auth()
                .oauth2(token("officer"))
                .queryParam("item", item)
                .queryParam("limit", 200)
                .get("/v1/technology-access");
        assertThat(people.statusCode()).as(people.asString()).isEqualTo(200);
        assertThat(people.asString()).contains("742.4", person);
    }

    private String visit(String plan, String escort, String result) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Response announced =
                post(PLANS + "/" + plan + "/visits", "engineer", """
                {"partyId":"pty-1","day":"%s","escortPersonId":"%s","screening":{"reference":"scr-1","result":"%s","screenedOn":"%s"}}""".formatted(today, escort, result, today));
        assertThat(announced.statusCode()).as(announced.asString()).isEqualTo(201);
        return announced.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private String plan(String briefing) {
        Response opened = post(PLANS, "officer", terms(briefing, item));
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        return opened.jsonPath().getString("id");
    }

    private static String briefing(String sha256, int edition) {
        return ",\"briefing\":{\"title\":\"Controlled technology\",\"sha256\":\"" + sha256 + "\",\"edition\":" + edition
                + ",\"renewAfterDays\":365}";
    }

    private static String terms(String briefing, String item) {
        return "{\"kind\":\"REPOSITORY\",\"title\":\"RTL\",\"country\":\"US\",\"itemIds\":[\"" + item + "\"]" + briefing
                + "}";
    }

    private static Response admit(String plan, String person) {
        return post(PLANS + "/" + plan + "/admissions", "officer", "{\"personId\":\"" + person + "\"}");
    }

    private static String state(String admission) {
        return given().auth().oauth2(token("officer")).get(admission).jsonPath().getString("state");
    }

    private String accessOf(String person) {
        String access = given().auth()
                .oauth2(token("officer"))
                .queryParam("limit", 200)
                .get("/v1/persons/" + person + "/technology-access")
                .jsonPath()
                .getString("items.find { it.itemId == '" + item + "' }.access");
        return access == null ? "" : access;
    }

    private static String person(String country) {
        Response created = hr().body(json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','" + EXPORT
                        + "'],'userName':'u" + UUID.randomUUID() + "@example.com','active':true,'" + EXPORT + "':"
                        + extension(country, "2099-12-31") + "}"))
                .post("/scim/v2/Users");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.jsonPath().getString("id");
    }

    private static String extension(String country, String visa) {
        return "{'usPersonBasis':'NONE','citizenships':[{'country':'" + country
                + "','acquired':'1990-01-01'}],'visa':{'class':'H-1B','validUntil':'" + visa + "'}}";
    }

    private static void facts(String person, String extension) {
        patch(person, "{'op':'replace','path':'" + EXPORT + "','value':" + extension + "}");
    }

    private static void patch(String person, String operation) {
        Response patched = hr().body(json("{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':["
                        + operation + "]}"))
                .patch("/scim/v2/Users/" + person);
        assertThat(patched.statusCode()).as(patched.asString()).isBetween(200, 204);
    }

    private static io.restassured.specification.RequestSpecification hr() {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/scim+json", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(Tokens.ofClient("hr-sync", "personnel-svc"))
                .contentType("application/scim+json");
    }

    private static Response post(String path, String user, String body) {
        return given().auth()
                .oauth2(token(user))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static Response put(String path, String ifMatch, String body) {
        var request = given().auth().oauth2(token("officer")).header("If-Match", ifMatch);
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(body))
                .put(path);
    }

    private static String token(String user) {
        return Tokens.of(user, "personnel-svc");
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
