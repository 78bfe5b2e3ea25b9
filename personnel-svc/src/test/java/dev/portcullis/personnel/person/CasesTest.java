package dev.portcullis.personnel.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CasesTest {
    @Inject
    Persons persons;

    @Test
    void sources_that_disagree_close_the_gate_and_open_a_case_until_an_officer_settles_it() throws Throwable {
        Person person = await(() -> persons.create(user("u" + UUID.randomUUID(), "CITIZEN"), "okta"));
        standing(person.id(), "US_PERSON");
        await(() -> persons.replace(person.id(), "workday", before -> basis(before.attributes(), "NONE")));
        standing(person.id(), "UNDETERMINED");
        List<String> open = cases(person.id(), true);
        assertThat(open).hasSize(1);
        String id = open.get(0);
        settle(id, "nobody").statusCode(422);
        settle(id, "okta").statusCode(200).body("settlement", equalTo("ONE_SOURCE_IS_RIGHT"));
        standing(person.id(), "US_PERSON");
        settle(id, "okta").statusCode(409);
        assertThat(cases(person.id(), true)).isEmpty();
    }

    @Test
    void sources_that_agree_again_close_the_case_by_themselves() throws Throwable {
        Person person = await(() -> persons.create(user("u" + UUID.randomUUID(), "CITIZEN"), "okta"));
        await(() -> persons.replace(person.id(), "workday", before -> basis(before.attributes(), "NATIONAL")));
        await(() -> persons.replace(person.id(), "okta", before -> basis(before.attributes(), "NATIONAL")));
        standing(person.id(), "US_PERSON");
        assertThat(cases(person.id(), true)).isEmpty();
        assertThat(cases(person.id(), false)).hasSize(1);
    }

    private static ObjectNode user(String name, String basis) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("userName", name + "@example.com").put("active", true);
        user.putObject(ExportControlFacts.SCHEMA).put("usPersonBasis", basis);
        return user;
    }

    private static ObjectNode basis(ObjectNode attributes, String basis) {
        ObjectNode after = attributes.deepCopy();
        after.withObjectProperty(ExportControlFacts.SCHEMA).put("usPersonBasis", basis);
        return after;
    }

    private static void standing(String id, String standing) {
        dev.portcullis.personnel.scim.Hr.user("officer")
                .get("/v1/persons/" + id)
                .then()
                .statusCode(200)
                .body("standing", equalTo(standing));
    }

    private static ValidatableResponse settle(String id, String right) {
        return dev.portcullis.personnel.scim.Hr.user("officer")
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "*")
                .body("{\"right\":\"" + right + "\"}")
                .post("/v1/personnel-cases/" + id + "/settlements")
                .then();
    }

    private static List<String> cases(String person, boolean open) {
        return dev.portcullis.personnel.scim.Hr.user("officer")
                .contentType("application/json")
                .queryParam("open", open)
                .queryParam("limit", 200)
                .get("/v1/personnel-cases")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.personId == '" + person + "' }.id");
    }

    private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }
}
