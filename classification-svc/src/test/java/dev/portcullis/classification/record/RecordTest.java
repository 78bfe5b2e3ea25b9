package dev.portcullis.classification.record;

import static dev.portcullis.classification.ClassificationApi.H100;
import static dev.portcullis.classification.ClassificationApi.H20;
import static dev.portcullis.classification.ClassificationApi.approve;
import static dev.portcullis.classification.ClassificationApi.as;
import static dev.portcullis.classification.ClassificationApi.classify;
import static dev.portcullis.classification.ClassificationApi.datasheet;
import static dev.portcullis.classification.ClassificationApi.item;
import static dev.portcullis.classification.ClassificationApi.propose;
import static dev.portcullis.classification.ClassificationApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.local.audit.Checkpoint;
import dev.portcullis.local.audit.InclusionProof;
import dev.portcullis.local.audit.RefusedException;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.ledger.Ledger;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The record of a classification as an auditor reads it. */
@QuarkusTest
class RecordTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Ledger ledger;

    @Test
    void every_digest_of_a_record_is_proved_by_the_ledger_and_belongs_to_what_is_shown() throws Exception {
        String id = described(H100);
        classify(id).then().statusCode(201);
        approve(id, 1).then().statusCode(201);
        String text = record(id, 1).asString();
        JsonNode record = JSON.readTree(text);

        List<String> proved = verified(record);
        assertThat(proved).containsExactly("datasheet", "answer", "PROPOSED", "APPROVED");
        assertThat(Sha256.of(raw(text, "/classification/result")))
                .isEqualTo(record.at("/classification/sha256").asText());
        assertThat(Sha256.of(raw(text, "/datasheet/datasheet")))
                .isEqualTo(record.at("/datasheet/sha256").asText());
        for (int i = 0; i < 2; i++) {
            assertThat(Sha256.of(raw(text, "/classification/steps/" + i + "/step")))
                    .isEqualTo(
                            record.at("/classification/steps/" + i + "/sha256").asText());
        }
        assertThat(record.at("/ledger/verifierKey").asText())
                .isEqualTo(as("auditor").get("/v1/ledger/key").asString());
        assertThat(record.at("/entry/reasonsForControl").toString()).isEqualTo("[\"RS\",\"AT\"]");
        assertThat(record.at("/entry/controls/0/prose").asText()).contains("742.6(a)(6)(iii)");
    }

    @Test
    void a_record_that_was_changed_is_found_out() throws Exception {
        String id = described(H100);
        classify(id);
        JsonNode record = JSON.readTree(record(id, 1).asString().replace("3A090", "3A991"));
        assertThat(Sha256.of(raw(record.toString(), "/classification/result")))
                .isNotEqualTo(record.at("/classification/sha256").asText());
        String payload = record.at("/ledger/proofs/0/entry/payload").asText();
        String forged = Base64.getEncoder()
                .encodeToString(new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8)
                        .replaceFirst("\"version\":\\d+", "\"version\":99")
                        .getBytes(StandardCharsets.UTF_8));
        JsonNode changed = JSON.readTree(record.toString().replace(payload, forged));
        assertThatThrownBy(() -> verified(changed)).isInstanceOf(RefusedException.class);
    }

    @Test
    void the_same_datasheet_stated_again_does_not_move_the_proof() throws Exception {
        String id = described(H100);
        classify(id);
        approve(id, 1);
        long before =
                JSON.readTree(record(id, 1).asString()).at("/proved/0/entry").asLong();
        datasheet(id, H100).then().statusCode(201);
        JsonNode record = JSON.readTree(record(id, 1).asString());
        assertThat(record.at("/proved/0/entry").asLong()).isEqualTo(before);
        assertThat(verified(record)).contains("CONFIRMED");
    }

    @Test
    void the_document_says_what_the_record_says_and_carries_it() throws Exception {
        String id = named("Beschleuniger <&> \u4E2D \u202E", H100);
        classify(id);
        approve("approver", id, 1, "{\"note\":\"read against the sheet\",\"nextReview\":\"2027-07-23\"}");
        try (PDDocument document = document(id, 1)) {
            String text = new PDFTextStripper().getText(document);
            JsonNode inside = JSON.readTree(new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames()
                    .get("record.json")
                    .getEmbeddedFile()
                    .toByteArray());
            assertThat(verified(inside)).hasSize(4);
            assertThat(text)
                    .contains("ECCN 3A090.a.1", "IN EFFECT", "Beschleuniger <&> [U+4E2D] [U+202E]")
                    .contains("Margins to thresholds", "15831.2 ≥ 4800 TPP", "3.298×, met")
                    .contains("read against the sheet", "To be looked at again by 2027-07-23")
                    .contains("742.6(a)(6)(iii)(A)")
                    .contains(
                            inside.at("/classification/sha256").asText(),
                            inside.at("/datasheet/sha256").asText())
                    .contains(inside.at("/ledger/checkpoint")
                            .asText()
                            .lines()
                            .skip(2)
                            .findFirst()
                            .orElseThrow());
            // What settles a paragraph is shown for each that was considered.
            inside.at("/classification/result/walk")
                    .forEach(candidate -> assertThat(text.replaceAll("\\s+", ""))
                            .contains(candidate.path("citation").asText().replaceAll("\\s+", "")));
        }
    }

    @Test
    void a_document_of_an_open_answer_asks_its_questions() throws Exception {
        String id = described("{\"kind\":\"INTEGRATED_CIRCUIT\",\"provenance\":\"DECLARED\"}");
        classify(id);
        try (PDDocument document = document(id, 1)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("No answer yet: insufficient data", "PROPOSED", "Questions that would change the answer")
                    .contains("/processingUnits")
                    .doesNotContain("IN EFFECT");
        }
    }

    @Test
    void a_document_shows_what_a_person_determined_before_what_the_rules_said() throws Exception {
        String id = described(H20);
        propose(
                        "classifier",
                        id,
                        "{\"ccats\":\"G123456\",\"determined\":{\"paragraph\":\"3A090.b\",\"explanation\":\"the agency ruled so\"}}")
                .then()
                .statusCode(201);
        JsonNode record = JSON.readTree(record(id, 1).asString());
        assertThat(record.at("/entry/eccn").asText()).isEqualTo("3A090");
        try (PDDocument document = document(id, 1)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("ECCN 3A090.b, determined by a person", "the agency ruled so", "G123456", "3A991.p");
        }
    }

    @Test
    void who_names_no_type_gets_json_and_a_refusal_is_a_problem_for_either() {
        String id = described(H100);
        record(id, 1).then().statusCode(404).contentType(startsWith("application/problem+json"));
        as("auditor")
                .accept("application/pdf")
                .get("/v1/items/" + id + "/classifications/1/record")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
        classify(id);
        record(id, 1).then().statusCode(200).contentType(startsWith("application/json"));
        as("auditor")
                .accept("text/html")
                .get("/v1/items/" + id + "/classifications/1/record")
                .then()
                .statusCode(406);
        io.restassured.RestAssured.get("/v1/items/" + id + "/classifications/1/record")
                .then()
                .statusCode(401);
        as("screener")
                .get("/v1/items/" + id + "/classifications/1/record")
                .then()
                .statusCode(403);
    }

    @Test
    void an_entry_without_a_place_in_the_tree_is_waited_for_and_then_said_to_be_late() {
        assertThatThrownBy(
                        () -> ledger.evidence(List.of(Long.MAX_VALUE)).await().atMost(Duration.ofSeconds(20)))
                .hasMessageContaining("ledger");
    }

    /** Checks all proofs of a record as somebody would who has nothing but the record; what they prove. */
    private static List<String> verified(JsonNode record) throws RefusedException, IOException {
        String[] key = record.at("/ledger/verifierKey").asText().split("\\+", 3);
        Checkpoint checkpoint =
                Checkpoint.verified(record.at("/ledger/checkpoint").asText(), "classification-svc", publicKey(key[2]));
        List<String> what = new ArrayList<>();
        for (JsonNode proved : record.path("proved")) {
            for (JsonNode proof : record.at("/ledger/proofs")) {
                if (proof.at("/entry/id").asLong() == proved.path("entry").asLong()) {
                    byte[] payload = Base64.getDecoder()
                            .decode(proof.at("/entry/payload").asText());
                    List<byte[]> path = new ArrayList<>();
                    proof.path("path")
                            .forEach(hash -> path.add(Base64.getDecoder().decode(hash.asText())));
                    assertThat(proof.path("size").asLong()).isEqualTo(checkpoint.size());
                    new InclusionProof(proof.at("/entry/index").asLong(), checkpoint.size(), path)
                            .verify(InclusionProof.leafHash(payload), checkpoint.root());
                    JsonNode entry = JSON.readTree(payload);
                    assertThat(entry.path("subject").asText())
                            .isEqualTo(record.at("/item/id").asText());
                    assertThat(entry.path("fact").toString())
                            .contains(proved.path("sha256").asText());
                    what.add(proved.path("what").asText());
                }
            }
        }
        return what;
    }

    private static PublicKey publicKey(String marked) {
        try {
            byte[] point = java.util.Arrays.copyOfRange(Base64.getDecoder().decode(marked), 1, 33);
            byte[] encoded = HexFormat.of()
                    .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(point));
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The characters of a value as they stand in a text. */
    private static String raw(String text, String pointer) throws IOException {
        JsonPointer place = JsonPointer.compile(pointer);
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT
                        && parser.getParsingContext().pathAsPointer().equals(place)) {
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    return text.substring(start, (int) parser.currentLocation().getCharOffset());
                }
            }
        }
        throw new AssertionError("nothing at " + pointer);
    }

    private static String described(String sheet) {
        return named("part", sheet);
    }

    private static String named(String name, String sheet) {
        String id = item("COMMODITY");
        if (!name.equals("part")) {
            write("engineer")
                    .header("If-Match", "\"1\"")
                    .body("{\"name\":\"" + name + "\"}")
                    .put("/v1/items/" + id)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo(name));
        }
        datasheet(id, sheet).then().statusCode(201);
        return id;
    }

    private static Response record(String id, int number) {
        return as("auditor").get("/v1/items/" + id + "/classifications/" + number + "/record");
    }

    private static PDDocument document(String id, int number) throws IOException {
        Response answer = as("auditor")
                .accept("application/pdf")
                .get("/v1/items/" + id + "/classifications/" + number + "/record");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition")).contains(id);
        return Loader.loadPDF(answer.asByteArray());
    }
}
