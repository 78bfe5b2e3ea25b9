package dev.portcullis.personnel.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.person.RefusedMessages.Channel;
import dev.portcullis.personnel.person.RefusedMessages.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusedMessagesTest {
    @Inject
    RefusedMessages refused;

    @Inject
    Persons persons;

    @Inject
    Pool pool;

    @Test
    void a_refused_message_closes_the_gate_until_a_whole_record_of_the_same_source_is_applied() {
        String id = person();
        keep(id, "workday", "NO_TARGET", Doubt.HR_MESSAGE_REFUSED);
        assertThat(told(id)).contains("UNDETERMINED").contains("\"status\":\"ACTIVE\"");
        await(() -> persons.change(id, before -> before.attributes().deepCopy().put("title", "Dr.")));
        assertThat(told(id)).as("a part of the record settles nothing").contains("UNDETERMINED");
        await(() -> persons.replace(id, "okta", before -> before.attributes()));
        assertThat(told(id)).as("nor does another source").contains("UNDETERMINED");
        await(() -> persons.replace(id, "workday", before -> before.attributes()));
        assertThat(told(id)).contains("US_PERSON");
    }

    @Test
    void a_message_that_may_have_ended_employment_closes_it_altogether() {
        String id = person();
        keep(id, "workday", "UNREADABLE", Doubt.EMPLOYMENT_UNCLEAR);
        keep(id, "workday", "NO_TARGET", Doubt.HR_MESSAGE_REFUSED);
        assertThat(told(id)).contains("INACTIVE");
        String first = rows("select id from refused_message where person_id = $1 and reason = 'UNREADABLE'", id)
                .get(0)
                .getString(0);
        assertThat(await(() -> refused.settle(first, "officer-1", "STILL_EMPLOYED")))
                .isTrue();
        assertThat(await(() -> refused.settle(first, "officer-1", "STILL_EMPLOYED")))
                .as("twice")
                .isFalse();
        assertThat(told(id)).contains("\"status\":\"ACTIVE\"").contains("UNDETERMINED");
        assertThat(await(() -> refused.settle("rfm-none", "officer-1", "STILL_EMPLOYED")))
                .isFalse();
    }

    @Test
    void an_officer_settles_what_the_source_will_not_send_again() {
        String id = person();
        keep(id, "workday", "NO_TARGET", Doubt.HR_MESSAGE_REFUSED);
        String message = rows("select id from refused_message where person_id = $1", id)
                .get(0)
                .getString(0);
        String path = "/v1/refused-messages/" + message + "/settlements";
        for (String wrong : List.of("{}", "{\"settlement\":\"BECAUSE\"}")) {
            settle(path, wrong).statusCode(400);
        }
        settle(path, "{\"settlement\":\"RECORD_HOLDS\"}").statusCode(200);
        assertThat(told(id)).contains("US_PERSON");
        settle(path, "{\"settlement\":\"RECORD_HOLDS\"}").statusCode(404);
        dev.portcullis.personnel.scim.Hr.user("auditor")
                .contentType("application/json")
                .queryParam("open", false)
                .queryParam("limit", 200)
                .get("/v1/refused-messages")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.id == '" + message + "' }.settlement",
                        org.hamcrest.Matchers.equalTo("RECORD_HOLDS"));
    }

    private static io.restassured.response.ValidatableResponse settle(String path, String body) {
        return dev.portcullis.personnel.scim.Hr.user("officer")
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }

    @Test
    void what_a_source_repeats_is_counted_and_told_once() {
        String id = person();
        for (int i = 0; i < 5; i++) {
            keep(id, "workday", "NO_TARGET", Doubt.HR_MESSAGE_REFUSED);
        }
        List<Row> kept = rows("select times from refused_message where person_id = $1", id);
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).getLong(0)).isEqualTo(5);
        assertThat(rows("select version from person where id = $1", id).get(0).getLong(0))
                .isEqualTo(2);
    }

    @Test
    void a_message_about_nobody_is_kept_and_alarms() {
        String source = "feed-" + UUID.randomUUID();
        keep(null, source, "UNREADABLE", Doubt.EMPLOYMENT_UNCLEAR);
        keep("per-nobody", source, "UNREADABLE", Doubt.EMPLOYMENT_UNCLEAR);
        List<Row> kept = rows("select times, person_id from refused_message where source = $1", source);
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).getLong(0)).isEqualTo(2);
        assertThat(kept.get(0).getString(1)).isNull();
    }

    private String person() {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("userName", UUID.randomUUID() + "@example.com");
        user.put("active", true);
        user.putObject(ExportControlFacts.SCHEMA).put("usPersonBasis", "CITIZEN");
        return await(() -> persons.create(user)).id();
    }

    private void keep(@Nullable String id, String source, String reason, Doubt doubt) {
        await(() -> refused.keep(new Refusal(id, source, Channel.FILE, reason, doubt)));
    }

    /** What other services are told last: the newest event, or nothing but what the relay has sent already. */
    private String told(String id) {
        Person person = await(() -> persons.findAny(id));
        return PersonView.of(person, java.time.LocalDate.now(java.time.ZoneOffset.UTC))
                        .standing() + " \"status\":\""
                + PersonView.of(person, java.time.LocalDate.now(java.time.ZoneOffset.UTC))
                        .status()
                + "\"";
    }

    private List<Row> rows(String query, String parameter) {
        List<Row> rows = new ArrayList<>();
        pool.preparedQuery(query)
                .execute(Tuple.of(parameter))
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(rows::add);
        return rows;
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
