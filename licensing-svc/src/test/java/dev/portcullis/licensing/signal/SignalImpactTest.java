package dev.portcullis.licensing.signal;

import static dev.portcullis.licensing.Gate.export;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.license;
import static dev.portcullis.licensing.Gate.party;
import static dev.portcullis.licensing.Gate.person;
import static dev.portcullis.licensing.Gate.post;
import static dev.portcullis.licensing.Gate.put;
import static dev.portcullis.licensing.Gate.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.SignalState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.transaction.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class SignalImpactTest extends AtTheGate {
    @Inject
    Transactions transactions;

    @Inject
    Signals signals;

    @Test
    void a_rule_on_an_entry_touches_its_items_licenses_releases_and_determinations_and_tells_what_changes() {
        String license = record(license("S" + test, chinese, "CN", "3A090", 10));
        String open = release(export(gpu, chinese, "CN")).getString("release.id");
        String other = release(export(h20, chinese, "CN")).getString("release.id");
        String determined = determine(gpu, "2025-01-10");

        JsonPath found = told(signal("3A090", null, LocalDate.of(2025, 1, 13), null, 1));

        assertThat(found.getBoolean("impact.complete")).isTrue();
        assertThat(ids(found, "item")).contains(gpu).doesNotContain(h20);
        assertThat(ids(found, "license")).contains(license + " 1");
        assertThat(ids(found, "release")).contains(open).doesNotContain(other);
        assertThat(ids(found, "determination")).contains(determined);
        String of = "items.find { it.id == '" + determined + "' }.change.";
        JsonPath changes = impact(found, "determination", Gate.user("officer"));
        assertThat(changes.getString(of + "held")).isEqualTo("OTHER_STEPS");
        assertThat(changes.getString(of + "before")).isEqualTo("LICENSE_REQUIRED");
        assertThat(changes.getString(of + "after")).isEqualTo("LICENSE_REQUIRED");
        assertThat(changes.getString(of + "gone")).contains("88 FR 73458");
        assertThat(changes.getString(of + "come")).contains("15 CFR 742.6(a)(6)(iii)(A)");
        assertThat(found.getInt("impact.counts.release")).isPositive();
    }

    @Test
    void the_suspension_of_the_affiliates_rule_answers_otherwise_for_who_is_owned_by_a_listed_party() {
        String owned = "pty-owned-" + test;
        services.party(owned(party(owned, 1, "DE", PartyState.Status.CLEAR)));
        until(() -> !determinedOutcome(h20, owned, "DE", "2025-11-09").equals("REVIEW"));
        JsonPath determined = determine(h20, owned, "DE", "2025-11-09");
        String id = determined.getString("determination.id");

        JsonPath found = told(signal(null, null, LocalDate.of(2025, 11, 10), null, 1, Ids.next("sig"), "90 FR 50857"));

        JsonPath changes = impact(found, "determination", Gate.user("officer"));
        String of = "items.find { it.id == '" + id + "' }.";
        assertThat(determined.getString("determination.outcome")).isEqualTo("LICENSE_REQUIRED");
        assertThat(changes.getString(of + "tie")).isEqualTo("CITATION");
        assertThat(changes.getString(of + "change.held")).isEqualTo("ANOTHER_ANSWER");
        assertThat(changes.getString(of + "change.decided")).isEqualTo("LICENSE_REQUIRED");
        assertThat(changes.getString(of + "change.before")).isEqualTo("LICENSE_REQUIRED");
        assertThat(changes.getString(of + "change.after")).isEqualTo("NO_LICENSE_REQUIRED");
        assertThat(found.getInt("impact.differing")).isPositive();
        assertThat(found.getString("impact.why")).contains("Only what rests on 90 FR 50857");
        assertThat(ids(found, "item")).isEmpty();
    }

    @Test
    void law_that_is_not_held_for_the_day_is_said_to_be_a_reason_to_look() {
        String determined = determine(gpu, "2023-11-17");

        JsonPath early = told(signal("3A090", null, LocalDate.of(2023, 11, 17), null, 1));
        JsonPath late = told(signal("3A090", null, LocalDate.now(ZoneOffset.UTC).plusDays(40), null, 1));

        String held = "items.find { it.id == '" + determined + "' }.change.held";
        assertThat(impact(early, "determination", Gate.user("officer")).getString(held))
                .isEqualTo("NO_MORE");
        assertThat(impact(late, "determination", Gate.user("officer")).getString(held))
                .isEqualTo("NOT_YET");
        assertThat(late.getString("impact.againOn")).isEqualTo(late.getString("day"));
    }

    @Test
    void persons_of_a_country_are_told_to_those_whose_duty_turns_on_it() {
        String chinesePerson = "prs-cn-" + test;
        String germanPerson = "prs-de-" + test;
        String american = "prs-us-" + test;
        services.person(person(chinesePerson, 1, PersonState.Status.ACTIVE, "CN"));
        services.person(person(germanPerson, 1, PersonState.Status.ACTIVE, "DE"));
        services.person(person(american, 1, PersonState.Status.ACTIVE, null));
        until(() -> stored(chinesePerson) && stored(germanPerson) && stored(american));

        JsonPath found = told(signal(null, "CN", LocalDate.of(2025, 1, 13), null, 1));

        assertThat(ids(found, "person")).contains(chinesePerson).doesNotContain(germanPerson, american);
        String path = "/v1/signals/" + found.getString("signal.id") + "/impact";
        assertThat(get(path + "?kind=person", Gate.user("classifier")).statusCode())
                .isEqualTo(403);
        assertThat(get(path + "?kind=person", Gate.user("engineer")).statusCode())
                .isEqualTo(403);
        assertThat(get(path, Gate.user("classifier")).jsonPath().getMap("impact.counts"))
                .containsOnlyKeys("item");
        assertThat(get(path + "?kind=nobody", Gate.user("officer")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void repeated_reordered_and_hostile_records_change_nothing() {
        SignalState first = signal("3A090", null, LocalDate.of(2025, 1, 13), null, 1);
        SignalState second = signal("3A090", null, LocalDate.of(2025, 1, 13), Instant.now(), 2, first.id());
        services.send(Topics.SIGNALS, "sig-bad", 1, "{\"id\": \"sig-bad\"".getBytes(StandardCharsets.UTF_8));
        services.send(Topics.SIGNALS, "sig-none", 1, null);
        services.signal(second);
        services.signal(first);
        services.signal(second);

        JsonPath found = told(signal("4A090", null, LocalDate.of(2025, 1, 13), null, 1));
        JsonPath kept = complete(first.id());

        assertThat(found.getBoolean("impact.complete")).isTrue();
        assertThat(kept.getInt("signal.version")).isEqualTo(2);
        assertThat(kept.getString("signal.acknowledgedAt")).isNotNull();
        assertThat(get("/v1/signals/sig-bad", Gate.user("officer")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void looking_goes_on_where_it_was_stopped() {
        JsonPath whole = told(signal("3A090", null, LocalDate.of(2025, 1, 13), null, 1));
        String id = whole.getString("signal.id");
        List<String> items = ids(whole, "item");
        // As a process leaves it that is killed between two pages: items are looked at, and nothing after them.
        transactions.run(() -> signals.findById(id).invoke(row -> {
            row.stage = SignalRow.Stage.LICENSE;
            row.after = null;
            row.licenses = 0;
            row.doneAt = null;
        }));

        JsonPath resumed = complete(id);

        assertThat(resumed.getString("impact.at")).isNotEqualTo(whole.getString("impact.at"));
        assertThat(ids(resumed, "item")).isEqualTo(items);
        assertThat(resumed.getInt("impact.counts.item")).isEqualTo(whole.getInt("impact.counts.item"));
    }

    @Test
    void a_signal_that_is_kept_too_long_is_removed_unless_it_is_held() {
        JsonPath held = told(signal("3A090", null, LocalDate.of(2025, 1, 13), null, 1));
        JsonPath loose = told(signal("3A090", null, LocalDate.of(2025, 1, 13), null, 1));
        String path = "/v1/signals/" + held.getString("signal.id");
        String body = "{\"held\": true, \"reason\": \"counsel\"}";
        assertThat(put(path + "/hold", Gate.user("officer"), null, body).statusCode())
                .isEqualTo(428);
        assertThat(put(path + "/hold", Gate.user("officer"), "\"1\"", body).statusCode())
                .isEqualTo(200);

        transactions.run(() -> signals.forget(Instant.now().plusSeconds(60), 1000));

        assertThat(get(path, Gate.user("officer")).statusCode()).isEqualTo(200);
        assertThat(get("/v1/signals/" + loose.getString("signal.id"), Gate.user("officer"))
                        .statusCode())
                .isEqualTo(404);
    }

    private boolean stored(String person) {
        String question = """
                {"activity": "DEEMED_EXPORT", "itemId": "%s", "personId": "%s"}""".formatted(gpu, person);
        return post("/v1/determinations", Gate.user("officer"), question)
                .jsonPath()
                .getBoolean("determination.facts.find { it.kind == 'PERSON' }.known");
    }

    private String determine(String item, String asOf) {
        return determine(item, chinese, "CN", asOf).getString("determination.id");
    }

    private static String determinedOutcome(String item, String party, String country, String asOf) {
        return determine(item, party, country, asOf).getString("determination.outcome");
    }

    private static JsonPath determine(String item, String party, String country, String asOf) {
        String question = """
                {"activity": "EXPORT", "itemId": "%s", "destination": "%s", "endUses": ["CIVIL"], "asOf": "%s",
                 "parties": [{"partyId": "%s", "role": "END_USER"}]}""".formatted(item, country, asOf, party);
        var made = post("/v1/determinations", Gate.user("officer"), question);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.jsonPath();
    }

    /** Owned in whole by a party of the Entity List. */
    private static PartyState owned(PartyState party) {
        return new PartyState(
                party.id(),
                party.version(),
                party.name(),
                party.country(),
                party.headquarters(),
                party.ultimateParentHeadquarters(),
                true,
                party.screening(),
                new PartyState.Ownership(
                        List.of(new PartyState.OwnershipFinding(
                                "BIS-AFFILIATES",
                                PartyState.OwnershipDegree.CERTAIN,
                                new BigDecimal("100"),
                                new BigDecimal("100"),
                                List.of("EL"),
                                List.of(),
                                List.of())),
                        LocalDate.of(2025, 9, 1),
                        Instant.now()),
                party.changedAt());
    }

    private JsonPath told(SignalState signal) {
        services.signal(signal);
        return complete(signal.id());
    }

    private static JsonPath complete(String id) {
        until(() -> {
            var found = get("/v1/signals/" + id, Gate.user("officer"));
            return found.statusCode() == 200 && found.jsonPath().getBoolean("impact.complete");
        });
        return get("/v1/signals/" + id, Gate.user("officer")).jsonPath();
    }

    private static JsonPath impact(JsonPath signal, String kind, String token) {
        return get("/v1/signals/" + signal.getString("signal.id") + "/impact?limit=200&kind=" + kind, token)
                .jsonPath();
    }

    private static List<String> ids(JsonPath signal, String kind) {
        return impact(signal, kind, Gate.user("officer")).getList("items.id", String.class);
    }

    private static SignalState signal(
            @Nullable String eccn,
            @Nullable String country,
            LocalDate day,
            @Nullable Instant acknowledged,
            long version) {
        return signal(eccn, country, day, acknowledged, version, Ids.next("sig"));
    }

    private static SignalState signal(
            @Nullable String eccn,
            @Nullable String country,
            LocalDate day,
            @Nullable Instant acknowledged,
            long version,
            String id) {
        return signal(eccn, country, day, acknowledged, version, id, null);
    }

    private static SignalState signal(
            @Nullable String eccn,
            @Nullable String country,
            LocalDate day,
            @Nullable Instant acknowledged,
            long version,
            String id,
            @Nullable String citation) {
        return new SignalState(
                id,
                version,
                SignalState.Kind.CONTROL_RULE,
                SignalState.Source.COMPANY,
                SignalState.Stage.FINAL,
                SignalState.Direction.TIGHTENS,
                "a rule",
                "",
                LocalDate.of(2025, 1, 15),
                new SignalState.Effective(day, null, null, SignalState.Basis.STATED),
                eccn == null ? List.of() : List.of(Eccn.of(eccn)),
                country == null ? List.of() : List.of(CountryCode.of(country)),
                List.of(),
                citation,
                null,
                Instant.now(),
                acknowledged);
    }
}
