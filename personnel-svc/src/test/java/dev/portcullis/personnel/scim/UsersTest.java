package dev.portcullis.personnel.scim;

import static dev.portcullis.personnel.scim.Hr.EXPORT;
import static dev.portcullis.personnel.scim.Hr.USERS;
import static dev.portcullis.personnel.scim.Hr.body;
import static dev.portcullis.personnel.scim.Hr.hr;
import static dev.portcullis.personnel.scim.Hr.id;
import static dev.portcullis.personnel.scim.Hr.json;
import static dev.portcullis.personnel.scim.Hr.name;
import static dev.portcullis.personnel.scim.Hr.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SCIM over HTTP; each test names the section of RFC 7644 that it holds the service to. */
@QuarkusTest
class UsersTest {
    private static final String CITIZEN = "{'usPersonBasis':'CITIZEN'}";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /** Section 3.3. */
    @Test
    void a_created_user_comes_back_whole_with_location_and_version() {
        String name = name();
        Response created = hr().body(body(name, "{'usPersonBasis':'NONE','citizenships':[{'country':'in'}]}"))
                .post(USERS);
        created.then()
                .statusCode(201)
                .contentType(startsWith("application/scim+json"))
                .header("ETag", "W/\"1\"")
                .body("schemas", contains(CORE, EXPORT))
                .body("userName", equalTo(name))
                .body("meta.resourceType", equalTo("User"))
                .body("meta.version", equalTo("W/\"1\""))
                .body("'" + EXPORT + "'.citizenships[0].country", equalTo("in"));
        assertThat(created.header("Location"))
                .isEqualTo(created.path("meta.location"))
                .endsWith(USERS + "/" + created.path("id"));
        hr().get(created.header("Location")).then().statusCode(200).body("id", equalTo(created.path("id")));
    }

    /** Section 3.1: application/json is accepted too. */
    @Test
    void plain_json_is_accepted() {
        Response created = hr().contentType("application/json")
                .accept("application/json")
                .body(body(name(), CITIZEN))
                .post(USERS);
        created.then().statusCode(201).contentType(startsWith("application/json"));
    }

    /** Section 3.3: what is read-only is ignored; RFC 7643, section 2.1: case does not tell attributes apart. */
    @Test
    void read_only_attributes_are_ignored_and_names_are_read_whatever_their_case() {
        hr().body(json("{'Schemas':['" + CORE.toUpperCase(Locale.ROOT) + "'],'USERNAME':'" + name()
                        + "','id':'mine','meta':{'resourceType':'User'},'groups':[],'Active':true}"))
                .post(USERS)
                .then()
                .statusCode(201)
                .body("id", startsWith("per-"))
                .body("active", equalTo(true));
    }

    /** Sections 3.3 and 3.12. */
    @Test
    void a_user_name_is_unique_whatever_its_case_until_its_user_is_deleted() {
        String name = name();
        String id = hr().body(body(name, CITIZEN)).post(USERS).path("id");
        hr().body(body(name.toUpperCase(Locale.ROOT), CITIZEN))
                .post(USERS)
                .then()
                .statusCode(409)
                .contentType(startsWith("application/scim+json"))
                .body("scimType", equalTo("uniqueness"))
                .body("status", equalTo("409"))
                .body("detail", not(containsString(name)));
        String other = id(CITIZEN);
        patch(other, "{'op':'replace','path':'userName','value':'" + name + "'}")
                .then()
                .statusCode(409);
        hr().delete(USERS + "/" + id).then().statusCode(204);
        hr().body(body(name, CITIZEN)).post(USERS).then().statusCode(201);
    }

    /** Sections 3.14 and 3.5.1. */
    @Test
    void a_stale_version_changes_nothing() {
        String id = id(CITIZEN);
        patch(id, "{'op':'replace','path':'title','value':'Engineer'}").then().statusCode(200);
        hr().header("If-Match", "W/\"1\"")
                .body(Hr.patchBody("{'op':'replace','path':'title','value':'Director'}"))
                .patch(USERS + "/" + id)
                .then()
                .statusCode(412)
                .body("status", equalTo("412"));
        hr().header("If-Match", "W/\"1\"").delete(USERS + "/" + id).then().statusCode(412);
        hr().header("If-Match", "\"2\"")
                .body(body(name(), CITIZEN))
                .put(USERS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"3\"");
        hr().header("If-None-Match", "W/\"3\"").get(USERS + "/" + id).then().statusCode(304);
    }

    /** Section 3.5.1. */
    @Test
    void put_replaces_and_never_revives_by_leaving_out() {
        String id = id(CITIZEN);
        patch(id, "{'op':'replace','value':{'active':false,'title':'Engineer'}}")
                .then()
                .statusCode(200);
        hr().body(json("{'schemas':['" + CORE + "'],'userName':'" + name() + "'}"))
                .put(USERS + "/" + id)
                .then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("title", nullValue())
                .body("'" + EXPORT + "'", nullValue());
        hr().body(body(name(), CITIZEN)).put(USERS + "/per-none").then().statusCode(404);
    }

    @Test
    void the_same_put_again_makes_no_new_version() {
        String name = name();
        String id = hr().body(body(name, CITIZEN)).post(USERS).path("id");
        hr().body(body(name, CITIZEN))
                .put(USERS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"1\"");
    }

    /** Section 3.4.2. */
    @Test
    void users_are_found_by_what_has_a_keyed_hash() {
        String name = name();
        String externalId = "E-" + name;
        String id = hr().body(json("{'schemas':['" + CORE + "'],'userName':'" + name + "','externalId':'" + externalId
                        + "','active':false}"))
                .post(USERS)
                .path("id");
        finds("userName eq \"" + name.toUpperCase(Locale.ROOT) + "\"", 1);
        finds(CORE + ":userName Eq \"" + name + "\"", 1);
        finds("externalId eq \"" + externalId + "\"", 1);
        finds("externalId eq \"" + externalId.toUpperCase(Locale.ROOT) + "\"", 0);
        finds("id eq \"" + id + "\" and active eq false", 1);
        finds("id eq \"" + id + "\" and not (active eq false)", 0);
        finds("id eq \"" + id + "\" and (active eq true or userName eq \"" + name + "\")", 1);
        finds("userName eq \"nobody\"", 0);
        hr().queryParam("filter", "id eq \"" + id + "\"")
                .get(USERS)
                .then()
                .body("Resources[0].userName", equalTo(name))
                .body("schemas", contains("urn:ietf:params:scim:api:messages:2.0:ListResponse"));
    }

    /** Sections 3.4.2.2 and 3.12. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName",
                "userName eq",
                "userName eq x",
                "userName eq \"x",
                "(userName eq \"x\"",
                "userName eq \"x\" or",
                "nope eq \"x\"",
                "name eq \"x\"",
                EXPORT + ":citizenships.country eq \"IR\"",
                EXPORT + ":citizenships[country eq \"IR\"]",
                "active gt true",
                "active eq \"true\"",
                "userName co null",
                "userName[type eq \"x\"]",
                "emails[type[value eq \"x\"]]",
                "meta.created gt \"yesterday\""
            })
    void a_filter_that_cannot_be_asked_is_refused_without_repeating_it(String filter) {
        hr().queryParam("filter", filter)
                .get(USERS)
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidFilter"))
                .body("detail", not(containsString("IR")));
    }

    /** Section 3.4.2.4. */
    @Test
    void pages_start_at_one_and_tell_the_total() {
        for (int i = 0; i < 3; i++) {
            id(CITIZEN);
        }
        hr().get(USERS + "?startIndex=2&count=1")
                .then()
                .statusCode(200)
                .body("startIndex", equalTo(2))
                .body("itemsPerPage", equalTo(1))
                .body("Resources.size()", equalTo(1));
        hr().get(USERS + "?count=0").then().body("Resources.size()", equalTo(0)).body("itemsPerPage", equalTo(0));
        hr().get(USERS + "?startIndex=-5&count=-1").then().statusCode(200).body("startIndex", equalTo(1));
        hr().get(USERS + "?count=many").then().statusCode(400);
    }

    /** Section 3.9. */
    @Test
    void an_answer_carries_the_attributes_that_were_asked_for() {
        String id = id(CITIZEN);
        hr().get(USERS + "/" + id + "?attributes=userName,name.familyName")
                .then()
                .body("name.familyName", equalTo("Rao"))
                .body("name.givenName", nullValue())
                .body("active", nullValue())
                .body("id", equalTo(id));
        hr().get(USERS + "/" + id + "?excludedAttributes=name," + EXPORT)
                .then()
                .body("name", nullValue())
                .body("'" + EXPORT + "'", nullValue())
                .body("active", equalTo(true));
    }

    /** What Entra ID sends (section 3.5.2), where the tenant's dialect says so. */
    @Test
    void the_messages_of_entra_are_understood_from_a_tenant_that_is_entra() {
        String id = id(CITIZEN);
        patchAs(
                        "ENTRA",
                        id,
                        "{'op':'Add','path':'emails','value':[{'type':'work','value':'a@example.com','primary':'True'}]},"
                                + "{'op':'Replace','path':'emails[type eq \\'work\\'].value','value':'b@example.com'},"
                                + "{'op':'Add','value':{'name.givenName':'Anna','" + ENTERPRISE
                                + ":department':'R&D','title':'Engineer'}},"
                                + "{'op':'Replace','path':'" + ENTERPRISE + ":employeeNumber','value':'17'}")
                .then()
                .statusCode(200)
                .body("emails[0].value", equalTo("b@example.com"))
                .body("emails[0].primary", equalTo(true))
                .body("name.givenName", equalTo("Anna"))
                .body("name.familyName", equalTo("Rao"))
                .body("'" + ENTERPRISE + "'.department", equalTo("R&D"))
                .body("'" + ENTERPRISE + "'.employeeNumber", equalTo("17"))
                .body("schemas", hasItem(ENTERPRISE));
        patch(id, "{'op':'replace','value':{'active':false}}")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        patch(id, "{'op':'Replace','path':'title','value':'x'}").then().statusCode(400);
        patchAs("OKTA", id, "{'op':'Replace','path':'title','value':'x'}")
                .then()
                .statusCode(400);
    }

    private static Response patchAs(String dialect, String id, String operations) {
        return hr().header("X-Test-Dialect", dialect)
                .body(Hr.patchBody(operations))
                .patch(USERS + "/" + id);
    }

    /** Sections 3.5.2 and 3.12: an operation that fails takes the others with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'replace','path':'nope','value':'x'} | invalidPath",
                "{'op':'replace','path':'emails[','value':'x'} | invalidPath",
                "{'op':'replace','path':'emails[type xx \\'y\\'].value','value':'x'} | invalidFilter",
                "{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'x'} | noTarget",
                "{'op':'remove','path':'emails[type eq \\'work\\']'} | noTarget",
                "{'op':'remove'} | noTarget",
                "{'op':'remove','path':'emails','value':[{'value':'x'}]} | invalidSyntax",
                "{'op':'replace','path':'id','value':'x'} | mutability",
                "{'op':'add','path':'groups','value':[{'value':'x'}]} | mutability",
                "{'op':'remove','path':'userName'} | mutability",
                "{'op':'replace','path':'userName','value':''} | mutability",
                "{'op':'replace','path':'active','value':'maybe'} | invalidValue",
                "{'op':'replace','path':'active','value':1} | invalidValue",
                "{'op':'replace','path':'emails','value':{'value':'x'}} | invalidValue",
                "{'op':'move','path':'title','value':'x'} | invalidSyntax",
                "{'op':'Replace','path':'title','value':'x'} | invalidSyntax",
                "{'op':'replace','path':'active','value':'False'} | invalidValue",
                "{'op':'replace','value':{'name.givenName':'x'}} | invalidPath",
                "{'op':'add','path':'title'} | invalidSyntax",
                "{'op':'add','value':'x'} | invalidValue",
                "{'op':'add','path':'" + EXPORT + ":citizenships','value':[{'country':'ZZ'}]} | invalidValue",
                "{'op':'add','path':'" + EXPORT + ":usPersonBasis','value':'MAYBE'} | invalidValue",
                "{'op':'add','path':'" + EXPORT + ":citizenships','value':[{'country':'IN','acquired':'2999-01-01'}]}"
                        + " | invalidValue",
            })
    void a_patch_that_cannot_be_applied_exactly_is_refused_whole(String operation, String scimType) {
        String id = id(CITIZEN);
        patch(id, "{'op':'replace','path':'title','value':'Engineer'}," + operation)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/scim+json"))
                .body("schemas", contains("urn:ietf:params:scim:api:messages:2.0:Error"))
                .body("scimType", equalTo(scimType));
        // The record stays as it is; what is told of the person is not, until a whole record comes.
        hr().get(USERS + "/" + id).then().body("title", nullValue());
        Hr.user("officer").get("/v1/persons/" + id).then().body("standing", equalTo("UNDETERMINED"));
    }

    /** An unassigned "active" is not active. */
    @Test
    void taking_active_away_deactivates() {
        String id = id(CITIZEN);
        patch(id, "{'op':'remove','path':'active'}").then().statusCode(200).body("active", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'citizenships':[{'country':'XX'}]} | invalidValue",
                "{'citizenships':[{'country':'Germany'}]} | invalidValue",
                "{'citizenships':[{'acquired':'2000-01-01'}]} | invalidValue",
                "{'citizenships':[{'country':'DE','acquired':'yesterday'}]} | invalidValue",
                "{'citizenships':[{'country':'DE','acquired':'2010-01-01','lost':'2000-01-01'}]} | invalidValue",
                "{'citizenships':{'country':'DE'}} | invalidValue",
                "{'citizenships':[{'country':'DE','passport':'C01X00T47'}]} | invalidSyntax",
                "{'permanentResidencies':[{'country':'DE','from':'2999-01-01'}]} | invalidValue",
                "{'visa':{'class':'H-1B'}} | invalidValue",
                "{'usPersonBasis':'citizen'} | invalidValue",
                "{'race':'x'} | invalidSyntax",
            })
    void a_fact_that_cannot_be_is_refused_unrepeated_and_nothing_is_stored(String extension, String scimType) {
        String name = name();
        Response refused = hr().body(body(name, extension)).post(USERS);
        refused.then().statusCode(400).body("scimType", equalTo(scimType));
        assertThat(refused.asString())
                .doesNotContain("XX", "Germany", "yesterday", "C01X00T47", "passport", name, "race");
        finds("userName eq \"" + name + "\"", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{} {}",
                "{'schemas':[],'userName':'x'}",
                "{'schemas':['urn:nope'],'userName':'x'}",
                "{'schemas':['" + CORE + "'],'userName':'x','userName':'y'}",
                "{'schemas':['" + CORE + "'],'userName':'x','USERNAME':'y'}",
                "{'schemas':['" + CORE + "'],'userName':'x','password':'y'}"
            })
    void what_is_no_user_is_refused(String sent) {
        hr().body(json(sent)).post(USERS).then().statusCode(400).body("scimType", equalTo("invalidSyntax"));
    }

    @Test
    void a_user_needs_a_name() {
        hr().body(json("{'schemas':['" + CORE + "'],'userName':' '}"))
                .post(USERS)
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
    }

    private static void finds(String filter, int total) {
        hr().queryParam("filter", filter).get(USERS).then().statusCode(200).body("totalResults", equalTo(total));
    }
}
