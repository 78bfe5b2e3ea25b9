package dev.portcullis.classification.approval;

import static dev.portcullis.classification.ClassificationApi.H100;
import static dev.portcullis.classification.ClassificationApi.H20;
import static dev.portcullis.classification.ClassificationApi.approve;
import static dev.portcullis.classification.ClassificationApi.as;
import static dev.portcullis.classification.ClassificationApi.classification;
import static dev.portcullis.classification.ClassificationApi.classify;
import static dev.portcullis.classification.ClassificationApi.components;
import static dev.portcullis.classification.ClassificationApi.datasheet;
import static dev.portcullis.classification.ClassificationApi.item;
import static dev.portcullis.classification.ClassificationApi.propose;
import static dev.portcullis.classification.ClassificationApi.review;
import static dev.portcullis.classification.ClassificationApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.ecfr.EcfrXml;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The life of a classification, as those see it who propose, review, approve and audit it. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class LifeOfClassificationTest {
    private static final String H100_AGAIN = H100.replace("DECLARED", "MEASURED");

    @Inject
    Pool pool;

    @Test
    void nobody_approves_what_they_proposed() {
        String id = described(H100);
        propose("officer", id, "{}").then().statusCode(201).body("state", equalTo("PROPOSED"));
        approve("officer", id, 1, "{}").then().statusCode(403).body("detail", containsString("somebody else"));
        review("officer", id, 1, "{\"verdict\":\"CONFIRMED\"}").then().statusCode(403);
        approve("engineer", id, 1, "{}").then().statusCode(403);
        approve("classifier", id, 1, "{}").then().statusCode(403);
        stands(id).body("classification", nullValue()).body("proposal.state", equalTo("PROPOSED"));
        approve(id, 1).then().statusCode(201).body("state", equalTo("APPROVED"));
        stands(id).body("classification.eccn", equalTo("3A090")).body("proposal", nullValue());
    }

    @Test
    void who_reviewed_a_classification_does_not_approve_it() {
        String id = described(H100);
        classify(id);
        review("approver", id, 1, "{\"verdict\":\"CONFIRMED\",\"note\":\"read against the sheet\"}")
                .then()
                .statusCode(201)
                .body("state", equalTo("REVIEWED"));
        stands(id).body("proposal.state", equalTo("REVIEWED"));
        approve("approver", id, 1, "{}").then().statusCode(403);
        approve("officer", id, 1, "{}")
                .then()
                .statusCode(201)
                .body("steps.step.step", contains("PROPOSED", "REVIEWED", "APPROVED"))
                .body("steps.step.by.name", contains("classifier", "approver", "officer"));
    }

    @Test
    void who_stated_the_datasheet_neither_reviews_nor_approves() {
        String id = item("COMMODITY");
        write("officer")
                .body(H100)
                .post("/v1/items/" + id + "/datasheets")
                .then()
                .statusCode(201);
        classify(id);
        approve("officer", id, 1, "{}").then().statusCode(403).body("detail", containsString("datasheet"));
        approve(id, 1).then().statusCode(201);
    }

    @Test
    void what_is_sent_back_ends_and_says_why() {
        String id = described(H100);
        classify(id);
        review("officer", id, 1, "{\"verdict\":\"RETURNED\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/note"));
        review("officer", id, 1, "{\"verdict\":\"RETURNED\",\"note\":\"the base die is missing\"}")
                .then()
                .statusCode(201)
                .body("state", equalTo("RETURNED"));
        approve(id, 1).then().statusCode(409).body("detail", containsString("RETURNED"));
        stands(id).body("proposal", nullValue());
        classify(id).then().statusCode(201).body("number", equalTo(2));
        classification(id, 1).then().body("steps[1].step.note", equalTo("the base die is missing"));
    }

    @Test
    void a_later_proposal_ends_the_one_before_it() {
        String id = described(H100);
        classify(id);
        classify(id).then().body("number", equalTo(2));
        classification(id, 1)
                .then()
                .body("state", equalTo("SUPERSEDED"))
                .body("steps[1].step.reasons[0].text", containsString("Classification 2"));
        approve(id, 1).then().statusCode(409);
    }

    @Test
    void a_datasheet_that_changes_the_answer_reopens_the_classification_and_proposes_the_new_one() {
        String id = approved(H100);
        datasheet(id, H20).then().statusCode(201).body("number", equalTo(2));
        stands(id)
                .body("classification.status", equalTo("REVIEW"))
                .body("classification.eccn", nullValue())
                .body("classification.missing[0]", containsString("3A090.a.1"))
                .body("proposal.number", equalTo(2));
        classification(id, 1)
                .then()
                .body("state", equalTo("REOPENED"))
                .body("steps[-1].step.reasons[0].cause", equalTo("DATASHEET"))
                .body("steps[-1].step.reasons[0].before", equalTo("3A090.a.1"))
                .body("steps[-1].step.reasons[0].after", equalTo("3A991.p"));
        approve(id, 2).then().statusCode(201);
        classification(id, 1).then().body("state", equalTo("SUPERSEDED"));
        stands(id).body("classification.eccn", equalTo("3A991")).body("classification.datasheetVersion", equalTo(2));
        as("auditor").get("/v1/items/" + id + "/classifications").then().body("items.number", contains(1, 2));
    }

    @Test
    void a_datasheet_that_changes_nothing_leaves_the_classification_in_effect() {
        String id = approved(H100);
        datasheet(id, H100_AGAIN).then().statusCode(201);
        stands(id).body("classification.status", equalTo("CLASSIFIED")).body("proposal", nullValue());
        classification(id, 1)
                .then()
                .body("state", equalTo("APPROVED"))
                .body("steps.step.step", contains("PROPOSED", "APPROVED", "CONFIRMED"));
    }

    @Test
    void technology_follows_the_classification_in_effect_of_the_item_that_it_is_for() {
        String chip = described(H100);
        String recipe = item("TECHNOLOGY");
        datasheet(recipe, """
                        {"kind":"TECHNOLOGY","provenance":"DECLARED","published":false,
                         "requiredFor":[{"itemId":"%s","purposes":["PRODUCTION"]}]}""".formatted(chip)).then().statusCode(201);
        classify(recipe).then().statusCode(201).body("result.status", equalTo("INSUFFICIENT_DATA"));
        approve(recipe, 1).then().statusCode(409).body("detail", containsString("facts"));
        classify(chip);
        approve(chip, 1).then().statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> stands(recipe).body("proposal.number", equalTo(2)));
        classification(recipe, 2)
                .then()
                .body("result.eccn", equalTo("3E001"))
                .body("result.relatedTo", contains("3A090.a"))
                .body("steps[0].step.by.name", equalTo("classification-svc"))
                .body("steps[0].step.reasons[0].text", containsString(chip));
        approve(recipe, 2).then().statusCode(201);
        // Nothing is known of the chip while it is open, so nothing is known of what is for it.
        datasheet(chip, H20).then().statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> classification(recipe, 2)
                        .then()
                        .body("state", equalTo("REOPENED"))
                        .body("steps[-1].step.reasons[0].cause", equalTo("INPUT")));
        stands(recipe).body("classification.status", equalTo("REVIEW"));
    }

    @Test
    void a_computer_follows_the_datasheets_of_its_circuits_and_others_are_left_alone() {
        String chip = described(H100);
        String server = item("COMMODITY");
        datasheet(server, components("GPU", 8, chip));
        classify(server).then().body("result.paragraph", equalTo("z.1.a"));
        approve(server, 1).then().statusCode(201);
        String bystander = approved(H100);
        datasheet(chip, H20).then().statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> classification(server, 1).then().body("state", equalTo("REOPENED")));
        classification(bystander, 1).then().body("state", equalTo("APPROVED")).body("steps.size()", equalTo(2));
    }

    @Test
    void a_person_determines_only_where_the_rules_do_not_or_the_agency_has_ruled() {
        String id = described(H100);
        String determined = "\"determined\":{\"paragraph\":\"%s\",\"explanation\":\"the agency says so\"}";
        propose("classifier", id, "{" + determined.formatted("3A991.p") + "}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/determined"));
        propose("classifier", id, "{\"ccats\":\"G123456\"," + determined.formatted("4E777.a") + "}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/determined/paragraph"));
        propose("classifier", id, "{\"ccats\":\"no\"}").then().statusCode(400);
        as("auditor").get("/v1/items/" + id).then().body("classifications", equalTo(0));
        propose("classifier", id, "{\"ccats\":\"G123456\"," + determined.formatted("3A991.p") + "}")
                .then()
                .statusCode(201)
                .body("ccats", equalTo("G123456"))
                .body("determined.paragraph", equalTo("3A991.p"))
                .body("result.eccn", equalTo("3A090"));
        approve(id, 1).then().statusCode(201);
        stands(id)
                .body("classification.eccn", equalTo("3A991"))
                .body("classification.paragraph", equalTo("p"))
                .body("classification.status", equalTo("CLASSIFIED"));
        // The agency ruled on the facts as they were.
        datasheet(id, H100_AGAIN).then().statusCode(201);
        stands(id).body("classification.status", equalTo("REVIEW"));
    }

    @Test
    void documents_are_kept_by_digest_and_reviews_fall_due() {
        String id = described(H100);
        String digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        propose("classifier", id, "{\"attachments\":[{\"name\":\"sheet.pdf\",\"sha256\":\"nothing\"}]}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/attachments/0/sha256"));
        propose("classifier", id, "{\"attachments\":[{\"name\":\"sheet.pdf\",\"sha256\":\"" + digest + "\"}]}")
                .then()
                .statusCode(201)
                .body("steps[0].step.attachments[0].sha256", equalTo(digest));
        LocalDate soon = LocalDate.now().plusDays(3);
        approve("approver", id, 1, "{\"nextReview\":\"2020-01-01\"}").then().statusCode(422);
        approve("approver", id, 1, "{\"nextReview\":\"" + LocalDate.now().plusYears(11) + "\"}")
                .then()
                .statusCode(422);
        approve("approver", id, 1, "{\"nextReview\":\"" + soon + "\"}")
                .then()
                .statusCode(201)
                .body("nextReview", equalTo(soon.toString()));
        assertThat(tasks("reviewDueBy=" + soon)).contains(id);
        assertThat(tasks("reviewDueBy=" + soon.minusDays(1))).doesNotContain(id);
        as("classifier").get("/v1/classifications?reviewDueBy=soon").then().statusCode(400);
        as("classifier")
                .get("/v1/classifications?state=PROPOSED&reviewDueBy=" + soon)
                .then()
                .statusCode(400);
        as("engineer").get("/v1/classifications").then().statusCode(403);
    }

    @Test
    void what_awaits_somebody_is_listed() {
        String proposed = described(H100);
        classify(proposed);
        String inEffect = approved(H100);
        String reopened = approved(H100);
        datasheet(reopened, H20);
        assertThat(tasks("limit=200")).contains(proposed, reopened).doesNotContain(inEffect);
        assertThat(tasks("state=REOPENED")).contains(reopened).doesNotContain(proposed, inEffect);
        as("approver")
                .get("/v1/classifications?state=APPROVED&limit=200")
                .then()
                .body("items.itemId", hasItem(inEffect))
                .body("items.itemId", not(hasItem(proposed)))
                .body("items[0].item", notNullValue());
    }

    @Test
    void the_policy_of_the_company_demands_a_review_before_the_approval() {
        String id = item("MODEL_WEIGHTS");
        datasheet(id, """
                        {"kind":"MODEL","provenance":"DECLARED","parameterCount":4e12,"trainingTokens":1e14,
                         "published":false,"derivative":{"fromPublished":false},
                         "syntheticData":{"share":0},"belowBestPublished":false,"otherEntriesExcluded":true}""").then().statusCode(201);
        classify(id).then().body("result.company[0].callsForReview", equalTo(true));
        approve(id, 1).then().statusCode(409).body("detail", containsString("company's policy"));
        review("officer", id, 1, "{\"verdict\":\"CONFIRMED\"}").then().statusCode(201);
        approve(id, 1).then().statusCode(201);
        stands(id).body("classification.status", equalTo("CLASSIFIED"));
    }

    @Test
    void an_edition_reopens_what_its_changes_can_affect_and_nothing_else() {
        String circuit = approved(H100);
        String other = approved(H20);
        String edition = EcfrXml.of(ControlListFile.shipped().entries())
                .replace("<B>3A090 ", "<B>3A090 As another edition calls them: ");
        as("classifier")
                .contentType("application/xml; charset=UTF-8")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(edition.getBytes(StandardCharsets.UTF_8))
                .post("/v1/control-list/imports?issueDate=2026-10-02")
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> classification(circuit, 1).then().body("state", equalTo("REOPENED")));
        classification(circuit, 1)
                .then()
                .body("steps[-1].step.by.name", equalTo("classification-svc"))
                .body("steps[-1].step.reasons[0].cause", equalTo("LAW"))
                .body("steps[-1].step.reasons[0].text", containsString("Entry 3A090: its heading"))
                .body("steps[-1].step.reasons[0].text", containsString("2026-10-02"));
        stands(circuit).body("classification.status", equalTo("REVIEW")).body("proposal.number", equalTo(2));
        approve(circuit, 2).then().statusCode(201);
        stands(circuit)
                .body("classification.eccn", equalTo("3A090"))
                .body("classification.edition", equalTo("2026-10-02"));
        classification(other, 1).then().body("state", equalTo("APPROVED")).body("steps.size()", equalTo(2));
    }

    @Test
    void of_many_approvals_at_once_one_takes_effect() throws Exception {
        String id = described(H100);
        classify(id);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> approval = () -> approve(id, 1).statusCode();
            List<Integer> answers = new java.util.ArrayList<>();
            for (Future<Integer> answer : pool.invokeAll(java.util.Collections.nCopies(8, approval))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        } finally {
            pool.shutdownNow();
        }
        classification(id, 1).then().body("steps.size()", equalTo(2));
    }

    @Test
    void an_approval_sent_again_acts_once() {
        String id = described(H100);
        classify(id);
        String key = UUID.randomUUID().toString();
        String place = "/v1/items/" + id + "/classifications/1/approvals";
        Response first = write("approver", key).body("{}").post(place);
        assertThat(write("approver", key).body("{}").post(place).asString()).isEqualTo(first.asString());
        first.then().statusCode(201);
    }

    @Test
    void what_was_done_is_never_changed() {
        approved(H100);
        for (String change :
                List.of("update classification_step set body = '{}'", "update classification set note = 'another'")) {
            assertThatThrownBy(() -> pool.query(change).execute().await().indefinitely())
                    .hasMessageContaining("never changed");
        }
    }

    private static String described(String datasheet) {
        String id = item("COMMODITY");
        datasheet(id, datasheet).then().statusCode(201);
        return id;
    }

    private static String approved(String datasheet) {
        String id = described(datasheet);
        classify(id).then().statusCode(201);
        approve(id, 1).then().statusCode(201);
        return id;
    }

    private static ValidatableResponse stands(String id) {
        return as("auditor").get("/v1/items/" + id).then().statusCode(200);
    }

    /** The items of all tasks that fit. */
    private static List<String> tasks(String query) {
        List<String> seen = new java.util.ArrayList<>();
        String next = "";
        do {
            Response page = as("auditor").get("/v1/classifications?" + query + next);
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("items.itemId"));
            next = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!next.isEmpty());
        return seen;
    }
}
