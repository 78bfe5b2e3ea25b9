package dev.portcullis.classification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.local.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The service's calls as its users make them, and the datasheets of two circuits. */
public final class ClassificationApi {
    public static final String SERVICE = "classification-svc";
    public static final String CIRCUIT = """
            {"kind":"INTEGRATED_CIRCUIT","provenance":"DECLARED",
             "processingUnits":[{"rates":[{"tops":%s,"bitLength":%s}]}],
             "dies":[{"areaMm2":814,"nonPlanar":true}],"aggregateIoGBs":1028,"totalDramBandwidthGBs":3350,"dataCenter":true}""";
    public static final String H100 = CIRCUIT.formatted("1978.9", "8");
    public static final String H20 = CIRCUIT.formatted("296", "8");

    private ClassificationApi() {}

    /** Registers an item; its id. */
    public static String item(String form) {
        Response created = write("engineer")
                .body("{\"name\":\"part\",\"partNumber\":\"P-1\",\"form\":\"" + form + "\"}")
                .post("/v1/items");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(created.<String>path("id"));
        return created.path("id");
    }

    /** States a datasheet as the engineer. */
    public static Response datasheet(String id, String body) {
        return write("engineer").body(body).post("/v1/items/" + id + "/datasheets");
    }

    /** Proposes a classification as the classifier. */
    public static Response classify(String id) {
        return propose("classifier", id, "{\"note\":\"by the test\"}");
    }

    public static Response propose(String user, String id, String body) {
        return write(user).body(body).post("/v1/items/" + id + "/classifications");
    }

    public static Response review(String user, String id, int number, String body) {
        return write(user).body(body).post("/v1/items/" + id + "/classifications/" + number + "/reviews");
    }

    public static Response approve(String user, String id, int number, String body) {
        return write(user).body(body).post("/v1/items/" + id + "/classifications/" + number + "/approvals");
    }

    /** Approves a proposal as the approver. */
    public static Response approve(String id, int number) {
        return approve("approver", id, number, "{}");
    }

    public static Response classification(String id, int number) {
        return as("auditor").get("/v1/items/" + id + "/classifications/" + number);
    }

    /** A computer of so many of an item, with everything that the rules ask of one. */
    public static String components(String name, int count, String itemId) {
        return """
                {"kind":"COMPUTER","provenance":"DECLARED","components":[{"name":"%s","count":%d,"itemId":"%s"}],
                 "characteristics":{"adjustedPeakPerformance":482.4,"intrusionSoftwareEquipment":false,
                  "mobileInterception":"NONE","carrierClassIpNetwork":false,"informationSecurityFunction":"NONE",
                  "intendedUse":"GENERAL"}}""".formatted(name, count, itemId);
    }

    public static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user, SERVICE));
    }

    public static RequestSpecification write(String user) {
        return write(user, UUID.randomUUID().toString());
    }

    public static RequestSpecification write(String user, String key) {
        return as(user).contentType("application/json").header("Idempotency-Key", key);
    }
}
