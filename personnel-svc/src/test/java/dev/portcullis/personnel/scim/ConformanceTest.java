package dev.portcullis.personnel.scim;

import static dev.portcullis.personnel.scim.Hr.USERS;
import static dev.portcullis.personnel.scim.Hr.hr;
import static dev.portcullis.personnel.scim.Hr.json;
import static dev.portcullis.personnel.scim.Hr.name;
import static dev.portcullis.personnel.scim.Hr.patch;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * A case for what the RFCs demand of a service provider, each under its section. What is demanded of clients, of TLS and of transports is
 * not here; what the RFCs leave to the service is in the other tests.
 */
@QuarkusTest
class ConformanceTest {
    private static final String CORE = Schemas.USER;
    private static final String GROUPS = "/scim/v2/Groups";
    private static final String BULK = "/scim/v2/Bulk";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private final List<DynamicTest> musts = new ArrayList<>();

    private void must(String section, String sentence, Executable test) {
        musts.add(DynamicTest.dynamicTest(section + ": " + sentence, test));
    }

    @TestFactory
    Stream<DynamicTest> the_service_does_what_the_rfcs_demand() {
        schema();
        protocol();
        searching();
        changing();
        groups();
        bulk();
        discovery();
        cursors();
        return musts.stream();
    }

    private void schema() {
        must("7643 2.1", "attribute names are case insensitive", () -> {
            String id = created("'USERNAME':'" + name() + "','TITLE':'x'");
            hr().get(USERS + "/" + id).then().body("title", equalTo("x"));
        });
        must("7643 2.4", "only one value of a list is primary", () -> {
            String id = created("'userName':'" + name() + "','emails':[{'value':'a@x','primary':true}]");
            patch(id, "{'op':'add','path':'emails','value':[{'value':'b@x','primary':true}]}")
                    .then()
                    .statusCode(200)
                    .body("emails.findAll { it.primary }.value", equalTo(List.of("b@x")));
            hr().body(user("'userName':'" + name()
                            + "','emails':[{'value':'a@x','primary':true},{'value':'b@x','primary':true}]"))
                    .post(USERS)
                    .then()
                    .statusCode(400);
        });
        must("7643 2.5", "null and an empty list are the same as unassigned", () -> {
            String id = created("'userName':'" + name() + "','title':null,'emails':[]");
            hr().get(USERS + "/" + id).then().body("title", nullValue()).body("emails", nullValue());
        });
        must("7643 3.1", "id is issued by the service, unique and unchangeable", () -> {
            String id = created("'userName':'" + name() + "','id':'mine'");
            assertThat(id).isNotEqualTo("mine");
            patch(id, "{'op':'replace','path':'id','value':'mine'}")
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("mutability"));
        });
        must("7643 3.1", "meta has resourceType, created, lastModified, location and version", () -> {
            String id = created("'userName':'" + name() + "'");
            Response shown = hr().get(USERS + "/" + id);
            shown.then()
                    .body("meta.resourceType", equalTo("User"))
                    .body("meta.created", notNullValue())
                    .body("meta.lastModified", notNullValue());
            assertThat(shown.<String>path("meta.location")).endsWith(USERS + "/" + id);
            assertThat(shown.<String>path("meta.version")).isEqualTo(shown.header("ETag"));
        });
        must("7643 3.1", "schemas is not empty and names the schemas in use", () -> {
            String id = created("'userName':'" + name() + "','" + Schemas.ENTERPRISE + "':{'department':'d'}");
            hr().get(USERS + "/" + id).then().body("schemas", hasItems(CORE, Schemas.ENTERPRISE));
        });
        must("7643 4.1.1", "userName is required, not empty and unique", () -> {
            hr().body(user("'title':'x'")).post(USERS).then().statusCode(400);
            String name = name();
            created("'userName':'" + name + "'");
            hr().body(user("'userName':'" + name + "'"))
                    .post(USERS)
                    .then()
                    .statusCode(409)
                    .body("scimType", equalTo("uniqueness"));
        });
        must("7643 4.3", "the enterprise extension is carried, manager and all", () -> {
            String boss = created("'userName':'" + name() + "'");
            String id = created("'userName':'" + name() + "','" + Schemas.ENTERPRISE
                    + "':{'employeeNumber':'1','costCenter':'c','organization':'o','division':'v','department':'d',"
                    + "'manager':{'value':'" + boss + "','$ref':'../Users/" + boss + "'}}");
            hr().get(USERS + "/" + id)
                    .then()
                    .body("'" + Schemas.ENTERPRISE + "'.manager.value", equalTo(boss))
                    .body("'" + Schemas.ENTERPRISE + "'.division", equalTo("v"));
        });
    }

    private void protocol() {
        must(
                "7644 2",
                "who is not authenticated gets 401",
                () -> given().get(USERS).then().statusCode(401));
        must(
                "7644 3.1",
                "application/scim+json is accepted and answered",
                () -> hr().accept("application/scim+json")
                        .get(USERS + "?count=1")
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("application/scim+json")));
        must("7644 3.3", "a created resource comes with 201, Location, ETag and its whole representation", () -> {
            Response made = hr().body(user("'userName':'" + name() + "'")).post(USERS);
            made.then().statusCode(201).header("ETag", notNullValue()).body("id", notNullValue());
            assertThat(made.header("Location")).isEqualTo(made.path("meta.location"));
        });
        must("7644 3.3", "read-only attributes in a request are ignored", () -> {
            String id =
                    created("'userName':'" + name() + "','groups':[{'value':'x'}],'meta':{'version':'W/\\\"9\\\"'}");
            hr().get(USERS + "/" + id).then().body("groups", nullValue()).header("ETag", equalTo("W/\"1\""));
        });
        must(
                "7644 3.4.1",
                "a resource that is not there is 404 with an error of SCIM",
                () -> hr().get(USERS + "/per-none")
                        .then()
                        .statusCode(404)
                        .body("schemas", hasItem(ERROR))
                        .body("status", equalTo("404")));
        must(
                "7644 3.5.1",
                "PUT replaces and does not create",
                () -> hr().body(user("'userName':'" + name() + "'"))
                        .put(USERS + "/per-none")
                        .then()
                        .statusCode(404));
        must("7644 3.6", "after DELETE with 204 every operation on the resource is 404, and no search finds it", () -> {
            String name = name();
            String id = created("'userName':'" + name + "'");
            hr().delete(USERS + "/" + id).then().statusCode(204);
            hr().get(USERS + "/" + id).then().statusCode(404);
            hr().delete(USERS + "/" + id).then().statusCode(404);
            patch(id, "{'op':'replace','path':'title','value':'x'}").then().statusCode(404);
            found("userName eq \"" + name + "\"", 0);
        });
        must("7644 3.9", "attributes and excludedAttributes exclude each other; id always comes", () -> {
            String id = created("'userName':'" + name() + "','title':'x'");
            hr().get(USERS + "/" + id + "?attributes=title")
                    .then()
                    .body("title", equalTo("x"))
                    .body("userName", nullValue())
                    .body("id", equalTo(id));
            hr().get(USERS + "/" + id + "?excludedAttributes=title,id")
                    .then()
                    .body("title", nullValue())
                    .body("id", equalTo(id));
            hr().get(USERS + "/" + id + "?attributes=title&excludedAttributes=id")
                    .then()
                    .statusCode(400);
        });
        must("7644 3.10", "an attribute may be named with its schema", () -> {
            String name = name();
            created("'userName':'" + name + "'");
            found(CORE + ":userName eq \"" + name + "\"", 1);
        });
        must("7644 3.11", "Me is the caller's own resource, or 404; or 501 where it is not served", () -> {
            hr().get("/scim/v2/Me").then().statusCode(404);
            hr().body("{}").post("/scim/v2/Me").then().statusCode(501).body("status", equalTo("501"));
        });
        must(
                "7644 3.12",
                "an error has schemas, status as a string and scimType",
                () -> hr().body("{")
                        .post(USERS)
                        .then()
                        .statusCode(400)
                        .contentType(startsWith("application/scim+json"))
                        .body("schemas", equalTo(List.of(ERROR)))
                        .body("status", equalTo("400"))
                        .body("scimType", equalTo("invalidSyntax")));
        must("7644 3.14", "a version that is stale is 412, and 304 where it is current", () -> {
            String id = created("'userName':'" + name() + "'");
            hr().header("If-Match", "W/\"7\"")
                    .body(Hr.patchBody("{'op':'add','path':'title','value':'x'}"))
                    .patch(USERS + "/" + id)
                    .then()
                    .statusCode(412);
            hr().header("If-None-Match", "W/\"1\"").get(USERS + "/" + id).then().statusCode(304);
        });
    }

    private void searching() {
        must(
                "7644 3.4.2",
                "a search answers with ListResponse, totalResults and Resources",
                () -> hr().get(USERS + "?count=1")
                        .then()
                        .body("schemas", equalTo(List.of(LIST)))
                        .body("totalResults", notNullValue())
                        .body("itemsPerPage", equalTo(1)));
        must(
                "7644 3.4.2",
                "a search that finds nothing is 200 with totalResults 0",
                () -> found("userName eq \"nobody\"", 0));
        must("7644 3.4.2.2", "operators are case insensitive and bind: not, and, or", () -> {
            String a = name();
            String b = name();
            created("'userName':'" + a + "'");
            created("'userName':'" + b + "'");
            found("userName EQ \"" + a + "\" OR userName eq \"" + b + "\" AND userName eq \"x\"", 1);
            found("(userName eq \"" + a + "\" or userName eq \"" + b + "\") and not (userName eq \"" + b + "\")", 1);
        });
        must("7644 3.4.2.2", "co, sw, ew, pr, ne and the orders work on what is sealed", () -> {
            String mark = name().substring(0, 12);
            created("'userName':'" + mark + "1','title':'alpha','name':{'familyName':'Zeta'}");
            created("'userName':'" + mark + "2','title':'Beta'");
            String mine = "userName sw \"" + mark + "\" and ";
            found(mine + "title co \"lph\"", 1);
            found(mine + "title ew \"TA\"", 1);
            found(mine + "title gt \"alpha\"", 1);
            found(mine + "title ge \"alpha\"", 2);
            found(mine + "title lt \"b\"", 1);
            found(mine + "title le \"beta\"", 2);
            found(mine + "name.familyName pr", 1);
            found(mine + "name.familyName ne \"Zeta\"", 1);
            found(mine + "name.familyName eq null", 1);
        });
        must("7644 3.4.2.2", "of several values one is enough, and a value path is about one and the same", () -> {
            String mark = name();
            created("'userName':'" + mark + "','emails':[{'value':'" + mark
                    + "w','type':'work'},{'value':'h@x','type':'home'}]");
            found("emails eq \"" + mark + "w\"", 1);
            found("emails[type eq \"work\" and value eq \"" + mark + "w\"]", 1);
            found("emails[type eq \"home\" and value eq \"" + mark + "w\"]", 0);
            found("userName eq \"" + mark + "\" and emails.type eq \"home\" and emails.value co \"w\"", 1);
        });
        must("7644 3.4.2.2", "case counts where the schema says caseExact", () -> {
            String mark = name();
            created("'userName':'" + mark + "','externalId':'E-" + mark + "'");
            found("externalId eq \"e-" + mark + "\"", 0);
            found("userName eq \"" + mark.toUpperCase(java.util.Locale.ROOT) + "\"", 1);
        });
        must("7644 3.4.2.2", "a truth value has no order", () -> refused("active gt true", "invalidFilter"));
        must("7644 3.4.2.2", "a filter that cannot be read is invalidFilter", () -> {
            refused("userName eq", "invalidFilter");
            refused("userName xx \"a\"", "invalidFilter");
            refused("nothing eq \"a\"", "invalidFilter");
        });
        must("7644 3.4.2.3", "sortBy orders, descending turns it round, what has no value comes last", () -> {
            String mark = name().substring(0, 12);
            created("'userName':'" + mark + "1','title':'b'");
            created("'userName':'" + mark + "2'");
            created("'userName':'" + mark + "3','title':'A'");
            sorted(mark, "ascending", List.of(mark + "3", mark + "1", mark + "2"));
            sorted(mark, "descending", List.of(mark + "2", mark + "1", mark + "3"));
        });
        must("7644 3.4.2.4", "startIndex counts from 1, and count bounds what comes", () -> {
            String mark = name().substring(0, 12);
            for (int i = 0; i < 3; i++) {
                created("'userName':'" + mark + i + "'");
            }
            search("userName sw \"" + mark + "\"", "startIndex", "2", "count", "1")
                    .then()
                    .body("totalResults", equalTo(3))
                    .body("startIndex", equalTo(2))
                    .body("Resources.userName", equalTo(List.of(mark + "1")));
            search("userName sw \"" + mark + "\"", "startIndex", "0", "count", "0")
                    .then()
                    .body("totalResults", equalTo(3))
                    .body("startIndex", equalTo(1))
                    .body("Resources", hasSize(0));
        });
        must("7644 3.4.3", "POST to .search answers as GET does, at a type and at the root", () -> {
            String name = name();
            created("'userName':'" + name + "','title':'x'");
            String body = json("{'schemas':['" + Search.SCHEMA + "'],'filter':'userName eq \\'" + name
                    + "\\'','attributes':['title']}");
            for (String at : List.of(USERS + "/.search", "/scim/v2/.search")) {
                hr().body(body)
                        .post(at)
                        .then()
                        .statusCode(200)
                        .body("totalResults", equalTo(1))
                        .body("Resources[0].title", equalTo("x"))
                        .body("Resources[0].userName", nullValue());
            }
        });
        must("7644 7.5.2", "what is sensitive stands in no address", () -> {
            refused(Schemas.EXPORT_CONTROL + ":citizenships.country eq \"IR\"", "invalidFilter");
            hr().body("{\"schemas\":[\"" + Search.SCHEMA + "\"],\"filter\":\"" + Schemas.EXPORT_CONTROL
                            + ":citizenships.country eq \\\"AQ\\\"\"}")
                    .post(USERS + "/.search")
                    .then()
                    .statusCode(200)
                    .body("totalResults", equalTo(0));
        });
    }

    private void changing() {
        must("7644 3.5.2", "a PATCH is done whole or not at all", () -> {
            String id = created("'userName':'" + name() + "'");
            patch(id, "{'op':'add','path':'title','value':'x'},{'op':'add','path':'nothing','value':'x'}")
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("invalidPath"));
            hr().get(USERS + "/" + id).then().body("title", nullValue());
        });
        must("7644 3.5.2.1", "add to a list appends, and what is there already changes nothing", () -> {
            String id = created("'userName':'" + name() + "','emails':[{'value':'a@x'}]");
            patch(id, "{'op':'add','path':'emails','value':[{'value':'b@x'}]}")
                    .then()
                    .body("emails.value", equalTo(List.of("a@x", "b@x")))
                    .header("ETag", "W/\"2\"");
            patch(id, "{'op':'add','path':'emails','value':[{'value':'b@x'}]}")
                    .then()
                    .statusCode(200)
                    .header("ETag", "W/\"2\"");
        });
        must("7644 3.5.2.1", "add without a path adds what the value names", () -> {
            String id = created("'userName':'" + name() + "'");
            patch(id, "{'op':'add','value':{'title':'x','name':{'givenName':'g'}}}")
                    .then()
                    .body("title", equalTo("x"))
                    .body("name.givenName", equalTo("g"));
        });
        must("7644 3.5.2.2", "remove without a path is noTarget", () -> {
            String id = created("'userName':'" + name() + "'");
            patch(id, "{'op':'remove'}").then().statusCode(400).body("scimType", equalTo("noTarget"));
        });
        must("7644 3.5.2.2", "remove takes the selected values, and the attribute with the last", () -> {
            String id = created("'userName':'" + name() + "','emails':[{'value':'a@x'},{'value':'b@x'}]");
            patch(id, "{'op':'remove','path':'emails[value eq \\'a@x\\']'}")
                    .then()
                    .body("emails.value", equalTo(List.of("b@x")));
            patch(id, "{'op':'remove','path':'emails[value eq \\'b@x\\']'}")
                    .then()
                    .body("emails", nullValue());
        });
        must("7644 3.5.2.2", "what is required or read-only is not removed", () -> {
            String id = created("'userName':'" + name() + "'");
            patch(id, "{'op':'remove','path':'userName'}")
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("mutability"));
            patch(id, "{'op':'remove','path':'meta'}").then().statusCode(400).body("scimType", equalTo("mutability"));
        });
        must(
                "7644 3.5.2.3",
                "replace sets, also the sub-attribute of selected values; nothing selected is noTarget",
                () -> {
                    String id = created("'userName':'" + name() + "','emails':[{'value':'a@x','type':'work'}]");
                    patch(id, "{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'c@x'}")
                            .then()
                            .body("emails.value", equalTo(List.of("c@x")));
                    patch(id, "{'op':'replace','path':'emails[type eq \\'home\\'].value','value':'c@x'}")
                            .then()
                            .statusCode(400)
                            .body("scimType", equalTo("noTarget"));
                });
        must("7644 3.5.2.3", "replace of a complex attribute leaves the sub-attributes that it does not name", () -> {
            String id = created("'userName':'" + name() + "','name':{'givenName':'g','familyName':'f'}");
            patch(id, "{'op':'replace','path':'name','value':{'givenName':'h'}}")
                    .then()
                    .body("name.givenName", equalTo("h"))
                    .body("name.familyName", equalTo("f"));
        });
    }

    private void groups() {
        must("7643 4.2", "a group has a name and members; a user's groups follow and cannot be written", () -> {
            String user = created("'userName':'" + name() + "'");
            String group = group("Lab", user);
            hr().get(GROUPS + "/" + group)
                    .then()
                    .body("members[0].value", equalTo(user))
                    .body("members[0].type", equalTo("User"))
                    .body("members[0].'$ref'", containsString("/Users/" + user));
            hr().get(USERS + "/" + user)
                    .then()
                    .body("groups[0].value", equalTo(group))
                    .body("groups[0].display", equalTo("Lab"));
            patch(user, "{'op':'add','path':'groups','value':[{'value':'" + group + "'}]}")
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("mutability"));
            hr().body(json("{'schemas':['" + Schemas.GROUP + "']}"))
                    .post(GROUPS)
                    .then()
                    .statusCode(400);
        });
        must("7644 3.5.2", "members are added, removed by a value path and replaced", () -> {
            String a = created("'userName':'" + name() + "'");
            String b = created("'userName':'" + name() + "'");
            String group = group("Lab", a);
            patchGroup(group, "{'op':'add','path':'members','value':[{'value':'" + b + "'}]}")
                    .then()
                    .statusCode(200)
                    .body("members.value", hasItems(a, b))
                    .header("ETag", "W/\"2\"");
            patchGroup(group, "{'op':'remove','path':'members[value eq \\'" + a + "\\']'}")
                    .then()
                    .body("members.value", equalTo(List.of(b)));
            patchGroup(group, "{'op':'remove','path':'members','value':[{'value':'" + b + "'}]}")
                    .then()
                    .statusCode(400);
            hr().get(GROUPS + "/" + group).then().body("members.value", equalTo(List.of(b)));
            hr().header("X-Test-Dialect", "ENTRA")
                    .body(Hr.patchBody("{'op':'Remove','path':'members','value':[{'value':'" + b + "'}]}"))
                    .patch(GROUPS + "/" + group)
                    .then()
                    .statusCode(200)
                    .body("members", nullValue());
            patchGroup(group, "{'op':'add','path':'members','value':[{'value':'per-none'}]}")
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("invalidValue"));
            patchGroup(group, "{'op':'add','path':'members','value':[{'value':'" + group + "','type':'Group'}]}")
                    .then()
                    .statusCode(400);
        });
        must("7644 3.6", "who is deleted is a member no more", () -> {
            String a = created("'userName':'" + name() + "'");
            String group = group("Lab", a);
            hr().delete(USERS + "/" + a).then().statusCode(204);
            hr().get(GROUPS + "/" + group).then().body("members", nullValue()).header("ETag", "W/\"2\"");
        });
        must("7644 3.4.2", "groups are searched by name and by member", () -> {
            String a = created("'userName':'" + name() + "'");
            String name = name();
            String group = group(name, a);
            hr().queryParam("filter", "displayName eq \"" + name + "\"")
                    .get(GROUPS)
                    .then()
                    .body("Resources.id", equalTo(List.of(group)));
            hr().queryParam("filter", "members eq \"" + a + "\"")
                    .queryParam("excludedAttributes", "members")
                    .get(GROUPS)
                    .then()
                    .body("Resources.id", equalTo(List.of(group)))
                    .body("Resources[0].members", nullValue());
            hr().delete(GROUPS + "/" + group).then().statusCode(204);
            hr().get(GROUPS + "/" + group).then().statusCode(404);
            hr().get(USERS + "/" + a).then().statusCode(200).body("groups", nullValue());
        });
    }

    private void bulk() {
        must(
                "7644 3.7",
                "each operation has its own outcome, with location, version and the error where it failed",
                () -> {
                    String id = created("'userName':'" + name() + "'");
                    bulk(
                                    "",
                                    post("a", "'userName':'" + name() + "'")
                                            + ",{'method':'PATCH','path':'/Users/" + id + "','data':"
                                            + Hr.patchBody("{'op':'add','path':'title','value':'x'}")
                                                    .replace('"', '\'')
                                            + "},{'method':'DELETE','path':'/Users/per-none'}")
                            .then()
                            .statusCode(200)
                            .body("schemas", equalTo(List.of("urn:ietf:params:scim:api:messages:2.0:BulkResponse")))
                            .body("Operations.status", equalTo(List.of("201", "200", "404")))
                            .body("Operations[0].bulkId", equalTo("a"))
                            .body("Operations[0].location", containsString("/Users/per-"))
                            .body("Operations[0].version", equalTo("W/\"1\""))
                            .body("Operations[1].version", equalTo("W/\"2\""))
                            .body("Operations[2].response.status", equalTo("404"));
                });
        must("7644 3.7.1", "bulkId is resolved, forward and in a circle", () -> {
            String boss = name();
            String staff = name();
            bulk(
                            "",
                            post("s", "'userName':'" + staff + "'," + manager("b")) + ","
                                    + post("b", "'userName':'" + boss + "'," + manager("s")))
                    .then()
                    .statusCode(200)
                    .body("Operations.status", everyItem(equalTo("201")));
            String bossId = search("userName eq \"" + boss + "\"").path("Resources[0].id");
            String staffId = search("userName eq \"" + staff + "\"").path("Resources[0].id");
            hr().get(USERS + "/" + staffId).then().body("'" + Schemas.ENTERPRISE + "'.manager.value", equalTo(bossId));
            hr().get(USERS + "/" + bossId).then().body("'" + Schemas.ENTERPRISE + "'.manager.value", equalTo(staffId));
        });
        must("7644 3.7.1", "a group is made with the users of the same message", () -> {
            String name = name();
            bulk(
                            "",
                            "{'method':'POST','path':'/Groups','bulkId':'g','data':{'schemas':['" + Schemas.GROUP
                                    + "'],'displayName':'" + name + "','members':[{'value':'bulkId:u'}]}},"
                                    + post("u", "'userName':'" + name + "'"))
                    .then()
                    .body("Operations.status", everyItem(equalTo("201")));
            hr().queryParam("filter", "displayName eq \"" + name + "\"")
                    .get(GROUPS)
                    .then()
                    .body("Resources[0].members", hasSize(1));
        });
        must("7644 3.7.3", "failOnErrors ends the message at that many errors", () -> {
            String after = name();
            bulk(
                            "'failOnErrors':1,",
                            "{'method':'DELETE','path':'/Users/per-none'}," + post("a", "'userName':'" + after + "'"))
                    .then()
                    .statusCode(200)
                    .body("Operations", hasSize(1));
            found("userName eq \"" + after + "\"", 0);
        });
        must("7644 3.7.4", "more operations than are allowed is 413", () -> {
            String one = "{'method':'DELETE','path':'/Users/per-none'}";
            bulk("", String.join(",", java.util.Collections.nCopies(1001, one)))
                    .then()
                    .statusCode(413);
        });
    }

    private void discovery() {
        must("7644 4", "ServiceProviderConfig, ResourceTypes and Schemas tell what is served; a filter is 403", () -> {
            hr().get("/scim/v2/ServiceProviderConfig")
                    .then()
                    .body("bulk.supported", equalTo(true))
                    .body("bulk.maxOperations", equalTo(1000))
                    .body("filter.supported", equalTo(true))
                    .body("sort.supported", equalTo(true))
                    .body("changePassword.supported", equalTo(false));
            hr().get("/scim/v2/ResourceTypes").then().body("Resources.id", equalTo(List.of("User", "Group")));
            hr().get("/scim/v2/Schemas").then().body("Resources.id", hasItems(CORE, Schemas.GROUP, Schemas.ENTERPRISE));
            for (String at : List.of("ServiceProviderConfig", "ResourceTypes", "Schemas")) {
                hr().queryParam("filter", "id pr").get("/scim/v2/" + at).then().statusCode(403);
            }
        });
        must(
                "7643 7",
                "each attribute of a schema has its characteristics",
                () -> hr().get("/scim/v2/Schemas/" + CORE)
                        .then()
                        .body("attributes.find { it.name == 'userName' }.uniqueness", equalTo("server"))
                        .body("attributes.find { it.name == 'userName' }.required", equalTo(true))
                        .body("attributes.find { it.name == 'groups' }.mutability", equalTo("readOnly")));
    }

    private void cursors() {
        must("9865 2", "an empty cursor begins, nextCursor goes on, the last page has none", () -> {
            String mark = name().substring(0, 12);
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                created("'userName':'" + mark + i + "'");
                made.add(mark + i);
            }
            List<String> seen = new ArrayList<>();
            String cursor = "";
            for (int page = 0; cursor != null && page < 9; page++) {
                Response shown = search("userName sw \"" + mark + "\"", "cursor", cursor, "count", "2");
                shown.then().statusCode(200).body("startIndex", nullValue());
                seen.addAll(shown.path("Resources.userName"));
                cursor = shown.path("nextCursor");
            }
            assertThat(cursor).isNull();
            assertThat(seen).isEqualTo(made);
        });
        must("9865 2.3", "results by cursor are sorted where sorting is served", () -> {
            String mark = name().substring(0, 12);
            for (String title : List.of("c", "a", "b")) {
                created("'userName':'" + mark + title + "','title':'" + title + "'");
            }
            Response first = search("userName sw \"" + mark + "\"", "cursor", "", "count", "2", "sortBy", "title");
            first.then().body("Resources.title", equalTo(List.of("a", "b")));
            search("userName sw \"" + mark + "\"", "cursor", first.path("nextCursor"), "count", "2", "sortBy", "title")
                    .then()
                    .body("Resources.title", equalTo(List.of("c")))
                    .body("nextCursor", nullValue());
        });
        must(
                "9865 2.1",
                "a cursor that is none, or of another search, is invalidCursor; a count that is none, invalidCount",
                () -> {
                    created("'userName':'" + name() + "'");
                    created("'userName':'" + name() + "'");
                    hr().get(USERS + "?cursor=AAAA").then().statusCode(400).body("scimType", equalTo("invalidCursor"));
                    String cursor = hr().get(USERS + "?cursor=&count=1").path("nextCursor");
                    hr().queryParam("cursor", cursor)
                            .queryParam("filter", "title pr")
                            .get(USERS)
                            .then()
                            .statusCode(400)
                            .body("scimType", equalTo("invalidCursor"));
                    hr().get(USERS + "?cursor=&count=0")
                            .then()
                            .statusCode(400)
                            .body("scimType", equalTo("invalidCount"));
                    hr().get(USERS + "?cursor=&count=many")
                            .then()
                            .statusCode(400)
                            .body("scimType", equalTo("invalidCount"));
                });
        must(
                "9865 4",
                "ServiceProviderConfig tells which paging is served",
                () -> hr().get("/scim/v2/ServiceProviderConfig")
                        .then()
                        .body("pagination.cursor", equalTo(true))
                        .body("pagination.index", equalTo(true)));
    }

    private static String user(String attributes) {
        return json("{'schemas':['" + CORE + "','" + Schemas.ENTERPRISE + "']," + attributes + "}");
    }

    private static String created(String attributes) {
        return hr().body(user(attributes))
                .post(USERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String group(String name, String member) {
        return hr().body(json("{'schemas':['" + Schemas.GROUP + "'],'displayName':'" + name + "','members':[{'value':'"
                        + member + "'}]}"))
                .post(GROUPS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response patchGroup(String id, String operations) {
        return hr().body(Hr.patchBody(operations)).patch(GROUPS + "/" + id);
    }

    private static Response search(String filter, String... parameters) {
        var request = hr().queryParam("filter", filter);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(USERS);
    }

    private static void found(String filter, int total) {
        search(filter).then().statusCode(200).body("totalResults", equalTo(total));
    }

    private static void refused(String filter, String scimType) {
        search(filter).then().statusCode(400).body("scimType", equalTo(scimType));
    }

    private static void sorted(String mark, String order, List<String> names) {
        search("userName sw \"" + mark + "\"", "sortBy", "title", "sortOrder", order)
                .then()
                .statusCode(200)
                .body("Resources.userName", equalTo(names));
    }

    private static String post(String bulkId, String attributes) {
        return "{'method':'POST','path':'/Users','bulkId':'" + bulkId + "','data':{'schemas':['" + CORE + "','"
                + Schemas.ENTERPRISE + "']," + attributes + "}}";
    }

    private static String manager(String bulkId) {
        return "'" + Schemas.ENTERPRISE + "':{'manager':{'value':'bulkId:" + bulkId + "'}}";
    }

    private static Response bulk(String head, String operations) {
        return hr().body(json(
                        "{'schemas':['" + BulkRequest.SCHEMA + "']," + head + "'Operations':[" + operations + "]}"))
                .post(BULK);
    }
}
