package dev.portcullis.screening.rest;

import static io.restassured.RestAssured.given;

import dev.portcullis.local.testing.Tokens;
import dev.portcullis.screening.Lists;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;

/** How tests speak to the service. */
public final class Apis {
    public static final String AUDIENCE = "screening-svc";

    private Apis() {}

    public static RequestSpecification as(String user) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .auth()
                .oauth2(Tokens.of(user, AUDIENCE))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Takes an edition of the consolidated list in; one that is current already stays. */
    public static void loadList(String csv) {
        as("officer")
                .queryParam("acceptShrink", true)
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/lists/consolidated/imports")
                .then()
                .statusCode(Matchers.anyOf(Matchers.is(200), Matchers.is(201)));
        Awaitility.await()
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    public static void loadExcerpt() {
        loadList(Lists.excerptText());
    }

    /** A row of the consolidated list, as trade.gov lays it out. */
    public static String row(String id, String list, String type, String name, Map<Integer, String> others) {
        String[] cells = new String[29];
        Arrays.fill(cells, "");
        cells[0] = id;
        cells[1] = list;
        cells[3] = type;
        cells[5] = name;
        others.forEach((column, value) -> cells[column] = value);
        return Arrays.stream(cells)
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    /** Columns of {@link #row}. */
    public static final int ADDRESSES = 7;

    public static final int NOTICE = 8;
    public static final int ALIASES = 22;
    public static final int BIRTHS = 24;
    public static final int NATIONALITIES = 25;
    public static final int IDENTIFIERS = 28;

    public static final String SDN = "Specially Designated Nationals (SDN) - Treasury Department";
    public static final String EL = "Entity List (EL) - Bureau of Industry and Security";

    public static ValidatableResponse json(String user, String path, String body) {
        return as(user).contentType("application/json").body(body).post(path).then();
    }
}
