package dev.portcullis.licensing.explain;

import static dev.portcullis.licensing.Gate.deemedExport;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.person;
import static dev.portcullis.licensing.Gate.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.platform.document.HtmlPaper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A determination as people read it. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class ExplanationTest extends AtTheGate {
    private static final String HOSTILE = "<script>alert('x')</script>\u202E";

    @Test
    void one_address_answers_programs_and_people_alike() throws IOException {
        String path = determine(gpu, chinese, "CN");
        String json = as("auditor", null, path).asString();

        assertThat(as("auditor", "*/*", path).asString()).isEqualTo(json);
        assertThat(as("auditor", "application/json", path).asString()).isEqualTo(json);
        Response page = as("auditor", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", path);
        Response document = as("auditor", "application/pdf", path);

        assertThat(page.contentType()).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).isEqualTo(HtmlPaper.POLICY);
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        String text = text(document.asByteArray()).replaceAll("\\s+", "");
        JsonNode steps = tree(json).path("determination").path("steps");
        assertThat(steps.size()).isGreaterThan(3);
        for (JsonNode step : steps) {
            assertThat(page.asString()).contains(step.path("question").asText().replace("'", "&#39;"));
            assertThat(text).contains(step.path("question").asText().replaceAll("\\s+", ""));
            for (JsonNode citation : step.path("citations")) {
                assertThat(page.asString()).contains(citation.asText());
            }
        }
        assertThat(page.asString()).contains("A license is required", "part " + gpu, "party " + chinese);
    }

    @Test
    void a_document_has_the_ledgers_proof_of_the_very_digest_that_it_shows() throws IOException {
        String path = determine(gpu, chinese, "CN");
        JsonNode json = tree(as("auditor", null, path).asString());

        JsonNode inside = attachment(as("auditor", "application/pdf", path).asByteArray());

        assertThat(inside.path("sha256").asText()).isEqualTo(json.path("sha256").asText());
        assertThat(inside.path("determination")).isEqualTo(json.path("determination"));
        JsonNode entry = inside.path("ledger").path("proofs").path(0).path("entry");
        assertThat(entry.path("id").asLong())
                .isEqualTo(json.path("ledgerEntryId").asLong());
        assertThat(new String(Base64.getDecoder().decode(entry.path("payload").asText())))
                .contains(json.path("sha256").asText());
        assertThat(inside.path("ledger").path("checkpoint").asText()).startsWith("licensing-svc\n");
    }

    @Test
    void no_form_tells_the_nationality_of_a_person_to_those_who_need_not_know() throws IOException {
        String person = "prs-ex-" + test;
        services.person(person(person, 1, PersonState.Status.ACTIVE, "CN"));
        until(() -> !decision(deemedExport(tech, person)).equals("REVIEW"));
        String path = path(post("/v1/determinations", Gate.user("engineer"), """
                {"activity": "DEEMED_EXPORT", "itemId": "%s", "personId": "%s"}""".formatted(tech, person)));

        String page = as("engineer", "text/html", path).asString();
        byte[] document = as("engineer", "application/pdf", path).asByteArray();
        String whole = as("officer", "text/html", path).asString();

        assertThat(whole).contains("CN", "deemedExportCountry");
        assertThat(page)
                .doesNotContain("CN", "deemedExportCountry", "sha256\"", "Signed checkpoint")
                .contains("Not shown to you");
        assertThat(text(document)).doesNotContain("CN", "deemedExportCountry", "Signed checkpoint");
        assertThat(attachment(document).toString()).doesNotContain("CN", "deemedExportCountry", "sha256", "\"ledger\"");
    }

    @Test
    void hostile_names_and_statements_are_shown_and_do_nothing() throws IOException {
        String item = "itm-evil-" + test;
        ItemState plain = Gate.accessible(item, 1);
        services.item(
                new ItemState(item, 1, HOSTILE, null, plain.form(), plain.classification(), null, plain.changedAt()));
        until(() -> decision(Gate.export(item, german, "DE")).equals("PERMITTED"));
        String path = path(post("/v1/determinations", Gate.user("officer"), """
                {"activity": "EXPORT", "itemId": "%s", "destination": "DE", "region": "<b>here</b>",
                 "exceptionFacts": {"<i>": "\\u0000'\\"><script>"},
                 "parties": [{"partyId": "%s", "role": "ULTIMATE_CONSIGNEE"}]}""".formatted(item, german)));

        String page = as("officer", "text/html", path).asString();

        assertThat(page)
                .doesNotContain("<script", "<b>", "<i>", "\u202E")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;[U+202E]", "&lt;b&gt;here&lt;/b&gt;");
        assertThat(text(as("officer", "application/pdf", path).asByteArray())).contains("<script>alert('x')</script>");
    }

    @Test
    void a_form_needs_a_role_and_a_determination_as_the_json_does() {
        String path = determine(h20, german, "DE");

        assertThat(as("classifier", "text/html", path).statusCode()).isEqualTo(403);
        assertThat(as("classifier", "application/pdf", path).statusCode()).isEqualTo(403);
        assertThat(given().accept("text/html").get(path).statusCode()).isEqualTo(401);
        Response missing = as("auditor", "text/html", "/v1/determinations/det-none");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.contentType()).startsWith("application/problem+json");
    }

    private String determine(String item, String party, String country) {
        assertThat(CountryCode.of(country)).isNotNull();
        return path(post("/v1/determinations", Gate.user("officer"), """
                {"activity": "EXPORT", "itemId": "%s", "destination": "%s", "endUses": ["CIVIL"],
                 "parties": [{"partyId": "%s", "role": "ULTIMATE_CONSIGNEE"}]}""".formatted(item, country, party)));
    }

    private static String path(Response made) {
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return "/v1/determinations/" + made.jsonPath().getString("determination.id");
    }

    private static Response as(String user, String accept, String path) {
        return accept == null
                ? get(path, Gate.user(user))
                : given().auth().oauth2(Gate.user(user)).accept(accept).get(path);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    private static JsonNode attachment(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            var files = new PDDocumentNameDictionary(read.getDocumentCatalog()).getEmbeddedFiles();
            return new ObjectMapper()
                    .readTree(files.getNames()
                            .get("determination.json")
                            .getEmbeddedFile()
                            .toByteArray());
        }
    }

    private static JsonNode tree(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
