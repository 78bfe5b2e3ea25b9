package dev.portcullis.licensing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.local.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the tests speak to the service, and the facts that they use. */
public final class Gate {
    private Gate() {}

    public static String gateway() {
        return Tokens.ofClient("gateway", "licensing-svc");
    }

    public static String user(String name) {
        return Tokens.of(name, "licensing-svc");
    }

    public static Response post(String path, String token, String body) {
        return post(path, token, UUID.randomUUID().toString(), body);
    }

    public static Response post(String path, String token, String key, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    public static Response put(String path, String token, @Nullable String ifMatch, String body) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path);
    }

    public static Response get(String path, String token) {
        return given().auth().oauth2(token).get(path);
    }

    public static JsonPath release(String body) {
        Response response = post("/v1/releases", gateway(), body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath();
    }

    public static String export(String itemId, String partyId, String country) {
        return export(itemId, partyId, country, 1);
    }

    public static String export(String itemId, String partyId, String country, int quantity) {
        return """
                {"activity": "EXPORT", "itemId": "%s", "destination": "%s", "quantity": %d, "endUses": ["CIVIL"],
                 "parties": [{"partyId": "%s", "role": "ULTIMATE_CONSIGNEE"}, {"partyId": "%s", "role": "END_USER"}]}""".formatted(itemId, country, quantity, partyId, partyId);
    }

    public static String deemedExport(String itemId, String personId) {
        return """
                {"activity": "DEEMED_EXPORT", "itemId": "%s", "personId": "%s", "quantity": 1}""".formatted(itemId, personId);
    }

    public static String license(String number, String partyId, String country, String eccn, int quantity) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return """
                {"number": "%s", "kind": "BIS_LICENSE", "validFrom": "%s", "validUntil": "%s", "consignees": ["%s"],
                 "countries": ["%s"], "conditions": "No retransfer.",
                 "lines": [{"line": 1, "eccn": "%s", "quantity": %d}]}""".formatted(number, today.minusDays(1), today.plusYears(1), partyId, country, eccn, quantity);
    }

    /** H100 SXM class: TPP 15,824 at FP8, five stacks of HBM. */
    public static ItemState accelerator(String id, long version) {
        return item(id, version, ItemState.Form.COMMODITY, "3A090", "a.1", 15824.0, 3350.0, true);
    }

    /** H20 class: meets no paragraph of 3A090. */
    public static ItemState accessible(String id, long version) {
        return item(id, version, ItemState.Form.COMMODITY, "3A991", "p", 2368.0, 4000.0, true);
    }

    public static ItemState technology(String id, long version) {
        return item(id, version, ItemState.Form.TECHNOLOGY, "3E001", null, null, null, null);
    }

    private static ItemState item(
            String id,
            long version,
            ItemState.Form form,
            String eccn,
            @Nullable String paragraph,
            @Nullable Double tpp,
            @Nullable Double bandwidth,
            @Nullable Boolean dataCenter) {
        return new ItemState(
                id,
                version,
                "part " + id,
                null,
                form,
                new ItemState.Classification(
                        ItemState.Status.CLASSIFIED,
                        Eccn.of(eccn),
                        paragraph,
                        form == ItemState.Form.TECHNOLOGY ? List.of("3A001.c") : List.of(),
                        "2026-07-23",
                        1,
                        ItemState.Publication.NOT_PUBLISHED,
                        tpp,
                        tpp == null ? null : 2.91,
                        bandwidth,
                        dataCenter,
                        List.of()),
                null,
                Instant.now());
    }

    public static PartyState party(String id, long version, String country, PartyState.Status status) {
        CountryCode home = CountryCode.of(country);
        return new PartyState(
                id,
                version,
                "party " + id,
                home,
                home,
                home,
                true,
                new PartyState.Screening(
                        status,
                        status == PartyState.Status.CLEAR
                                ? List.of()
                                : List.of(new PartyState.Hit("EL", "4711", "LISTED", "LISTED", 1.0, "85 FR 1")),
                        java.util.stream.Stream.of("DPL", "EL", "MEU", "SDN", "UVL")
                                .map(list -> new PartyState.ListEdition(list, "1", Instant.now()))
                                .toList(),
                        Instant.now()),
                null,
                Instant.now());
    }

    public static PersonState person(String id, long version, PersonState.Status status, @Nullable String country) {
        return new PersonState(
                id,
                version,
                status,
                country == null ? PersonState.Standing.US_PERSON : PersonState.Standing.FOREIGN_PERSON,
                country == null ? null : CountryCode.of(country),
                country == null ? List.of() : List.of(CountryCode.of(country)),
                null,
                Instant.now());
    }
}
