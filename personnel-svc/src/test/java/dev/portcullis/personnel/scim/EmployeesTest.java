package dev.portcullis.personnel.scim;

import static dev.portcullis.personnel.scim.Hr.EXPORT;
import static dev.portcullis.personnel.scim.Hr.USERS;
import static dev.portcullis.personnel.scim.Hr.create;
import static dev.portcullis.personnel.scim.Hr.hr;
import static dev.portcullis.personnel.scim.Hr.id;
import static dev.portcullis.personnel.scim.Hr.patch;
import static dev.portcullis.personnel.scim.Hr.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.platform.feed.Fact;
import dev.portcullis.platform.feed.FactFeed;
import dev.portcullis.platform.feed.FactFeeds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The six employees of the main job, from HR's message to what the other services hear. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class EmployeesTest {
    @Inject
    FactFeeds feeds;

    @Test
    void a_us_citizen_is_a_us_person_whose_nationality_nobody_hears() throws Exception {
        String id = id("{'usPersonBasis':'CITIZEN'}");
        PersonState state = heard(id, 1);
        assertThat(state.standing()).isEqualTo(PersonState.Standing.US_PERSON);
        assertThat(state.deemedExportCountry()).isNull();
        assertThat(state.nationalities()).isEmpty();
        assertThat(state.status()).isEqualTo(PersonState.Status.ACTIVE);
    }

    @Test
    void a_lawful_permanent_resident_is_a_us_person_whatever_the_citizenship() throws Exception {
        String id =
                id("{'usPersonBasis':'PERMANENT_RESIDENT','citizenships':[{'country':'CN','acquired':'1988-01-01'}],"
                        + "'permanentResidencies':[{'country':'US','from':'2021-05-01'}]}");
        PersonState state = heard(id, 1);
        assertThat(state.standing()).isEqualTo(PersonState.Standing.US_PERSON);
        assertThat(state.nationalities()).isEmpty();
    }

    @Test
    void a_visa_holder_from_india_is_a_foreign_person_as_long_as_the_visa_lasts() throws Exception {
        String id = id("{'usPersonBasis':'NONE','citizenships':[{'country':'IN','acquired':'1991-04-02'}],"
                + "'visa':{'class':'H-1B','validUntil':'2028-09-30'}}");
        PersonState state = heard(id, 1);
        assertThat(state.standing()).isEqualTo(PersonState.Standing.FOREIGN_PERSON);
        assertThat(state.deemedExportCountry()).isEqualTo(CountryCode.of("IN"));
        assertThat(state.authorizedUntil()).isEqualTo("2028-09-30");
    }

    @Test
    void a_visa_holder_from_china_is_a_foreign_person_of_china() throws Exception {
        String id = id("{'citizenships':[{'country':'CN'}],'visa':{'class':'H-1B','validUntil':'2027-03-31'}}");
        assertThat(heard(id, 1).deemedExportCountry()).isEqualTo(CountryCode.of("CN"));
    }

    @Test
    void a_dual_national_counts_by_the_most_recent_citizenship() throws Exception {
        String id = id("{'usPersonBasis':'NONE','citizenships':[{'country':'IR','acquired':'1985-02-03'},"
                + "{'country':'GB','acquired':'2019-06-07'}],'visa':{'class':'O-1A','validUntil':'2027-12-31'}}");
        PersonState state = heard(id, 1);
        assertThat(state.deemedExportCountry()).isEqualTo(CountryCode.of("GB"));
        assertThat(state.nationalities()).containsExactly(CountryCode.of("GB"), CountryCode.of("IR"));
        user("auditor")
                .get("/v1/persons/" + id)
                .then()
                .statusCode(200)
                .body("standing", equalTo("FOREIGN_PERSON"))
                .body("deemedExportCountry", equalTo("GB"))
                .body("reasons.citation", hasItem("15 CFR 734.13(b)"))
                .body("questions", empty())
                .body("userName", nullValue());
    }

    @Test
    void a_leaver_is_inactive_everywhere_at_once_and_never_back() throws Exception {
        String id = id("{'usPersonBasis':'CITIZEN'}");
        heard(id, 1);
        Response left = patch(id, "{'op':'replace','path':'active','value':false}");
        left.then().statusCode(200).body("active", equalTo(false));
        assertThat(heard(id, 2).status()).isEqualTo(PersonState.Status.INACTIVE);

        hr().delete(USERS + "/" + id).then().statusCode(204);
        assertThat(heard(id, 3).status()).isEqualTo(PersonState.Status.INACTIVE);
        hr().get(USERS + "/" + id).then().statusCode(404).body("status", equalTo("404"));
        hr().delete(USERS + "/" + id).then().statusCode(404);
        patch(id, "{'op':'replace','path':'active','value':true}").then().statusCode(404);
        user("officer").get("/v1/persons/" + id).then().statusCode(200).body("status", equalTo("INACTIVE"));
    }

    @Test
    void a_deletion_alone_is_heard_as_inactive() throws Exception {
        String id = id("{'usPersonBasis':'CITIZEN'}");
        hr().delete(USERS + "/" + id).then().statusCode(204);
        assertThat(heard(id, 2).status()).isEqualTo(PersonState.Status.INACTIVE);
    }

    @Test
    void what_hr_did_not_establish_is_undetermined_and_asked_about() {
        String id = id("{'citizenships':[{'country':'IN','acquired':'1991-04-02'}]}");
        user("officer")
                .get("/v1/persons/" + id)
                .then()
                .body("standing", equalTo("UNDETERMINED"))
                .body("questions", not(empty()));
        String none = hr().body(Hr.json(
                        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'" + Hr.name() + "'}"))
                .post(USERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        user("officer").get("/v1/persons/" + none).then().body("standing", equalTo("UNDETERMINED"));
    }

    @Test
    void a_new_citizenship_is_heard_with_the_next_version() throws Exception {
        String id = id("{'usPersonBasis':'NONE','citizenships':[{'country':'IN','acquired':'1991-04-02'}]}");
        patch(
                        id,
                        "{'op':'add','path':'" + EXPORT
                                + ":citizenships','value':[{'country':'RU','acquired':'2024-01-01'}]}")
                .then()
                .statusCode(200)
                .header("ETag", "W/\"2\"");
        assertThat(heard(id, 2).deemedExportCountry()).isEqualTo(CountryCode.of("RU"));
    }

    @Test
    void persons_are_listed_page_by_page_without_names() {
        for (int i = 0; i < 3; i++) {
            create("{'usPersonBasis':'CITIZEN'}").then().statusCode(201);
        }
        Response first = user("auditor").get("/v1/persons?limit=2");
        first.then().statusCode(200).body("items.size()", equalTo(2));
        assertThat(first.asString()).doesNotContain("Rao", "example.com");
        String next = first.path("next");
        List<String> more =
                user("auditor").get("/v1/persons?limit=2&cursor=" + next).path("items.id");
        assertThat(more).isNotEmpty().doesNotContainAnyElementsOf(first.<List<String>>path("items.id"));
    }

    private PersonState heard(String id, long version) throws Exception {
        try (FactFeed<PersonState> feed =
                feeds.start(Topics.PERSONS, PersonState.class, PersonState::version, (key, fact) -> {})) {
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                Fact<PersonState> fact = feed.get(id);
                return fact != null && fact.version() == version;
            });
            return feed.get(id).value();
        }
    }
}
