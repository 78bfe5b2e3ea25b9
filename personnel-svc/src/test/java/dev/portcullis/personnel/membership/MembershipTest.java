package dev.portcullis.personnel.membership;

import static dev.portcullis.personnel.plan.Licensing.foreign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import dev.portcullis.personnel.plan.Licensing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Admission as membership in a real realm. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class MembershipTest {
    private static final String PLANS = "/v1/technology-control-plans";
    private static final String EXPORT = "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User";
    private static Licensing licensing;

    @Inject
    Keycloak keycloak;

    @Inject
    Realm realm;

    @BeforeAll
    static void connect() {
        licensing = new Licensing(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    @AfterAll
    static void disconnect() {
        licensing.close();
    }

    @Test
    void whoever_is_admitted_is_in_the_groups_and_whoever_is_suspended_leaves_them_and_is_signed_out()
            throws Exception {
        String item = "itm-" + UUID.randomUUID();
        licensing.answer(item, foreign("GB"), 1, Outcome.NO_LICENSE_REQUIRED);
        String person = person();
        String account = account(person);
        String plan = post(
                        PLANS,
                        "{\"kind\":\"REPOSITORY\",\"title\":\"RTL\",\"country\":\"US\",\"itemIds\":[\"" + item + "\"]}")
                .jsonPath()
                .getString("id");
        String[] admission = new String[1];
        until(() -> {
            Response asked = post(PLANS + "/" + plan + "/admissions", "{\"personId\":\"" + person + "\"}");
            admission[0] = asked.jsonPath().getString("id");
            return "ADMITTED".equals(asked.jsonPath().getString("state"));
        });
        until(() -> realm.groupsOf(account).keySet().containsAll(List.of(plan, item)));

        String refresh = signIn(account);
        licensing.answer(item, foreign("GB"), 2, Outcome.LICENSE_REQUIRED);
        until(() -> realm.groupsOf(account).isEmpty());
        until(() -> keycloak.realm("portcullis")
                .users()
                .get(account)
                .getUserSessions()
                .isEmpty());
        assertThat(refreshed(refresh))
                .as("a token from before gives no new one")
                .isEqualTo(400);
        assertThat(admission[0]).isNotNull();
    }

    @Test
    void the_account_of_nobody_in_particular_is_in_no_group() {
        assertThat(realm.accounts("per-" + "0".repeat(26))).isEmpty();
    }

    @Test
    void what_is_and_what_should_be_are_compared_both_ways() {
        Comparison comparison = Comparison.of(java.util.Set.of("a", "b"), java.util.Set.of("b", "c"));
        assertThat(comparison.leave()).containsExactly("a");
        assertThat(comparison.join()).containsExactly("c");
    }

    private String account(String person) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername("a" + UUID.randomUUID());
        user.setEmail(user.getUsername() + "@example.com");
        user.setFirstName("A");
        user.setLastName("B");
        user.setEnabled(true);
        user.setEmailVerified(true);
        user.setAttributes(Map.of("portcullis_person", List.of(person)));
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue("only-for-this-test");
        password.setTemporary(false);
        user.setCredentials(List.of(password));
        try (jakarta.ws.rs.core.Response made =
                keycloak.realm("portcullis").users().create(user)) {
            assertThat(made.getStatus()).isEqualTo(201);
            String location = made.getHeaderString("Location");
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    private String signIn(String account) {
        String name = keycloak.realm("portcullis")
                .users()
                .get(account)
                .toRepresentation()
                .getUsername();
        return token(Map.of(
                        "grant_type",
                        "password",
                        "username",
                        name,
                        "password",
                        "only-for-this-test",
                        "scope",
                        "openid"))
                .jsonPath()
                .getString("refresh_token");
    }

    private static int refreshed(String refresh) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                .statusCode();
    }

    private static Response token(Map<String, String> form) {
        return given().baseUri(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class))
                .formParam("client_id", "portcullis-cli")
                .formParams(form)
                .post("/protocol/openid-connect/token");
    }

    private static String person() {
        Response created = given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/scim+json", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(Tokens.ofClient("hr-sync", "personnel-svc"))
                .contentType("application/scim+json")
                .body(("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','" + EXPORT + "'],'userName':'u"
                                + UUID.randomUUID() + "@example.com','active':true,'" + EXPORT
                                + "':{'usPersonBasis':'NONE','citizenships':[{'country':'GB','acquired':'1990-01-01'}],"
                                + "'visa':{'class':'H-1B','validUntil':'2099-12-31'}}}")
                        .replace('\'', '"'))
                .post("/scim/v2/Users");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.jsonPath().getString("id");
    }

    private static Response post(String path, String body) {
        return given().auth()
                .oauth2(Tokens.of("officer", "personnel-svc"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
