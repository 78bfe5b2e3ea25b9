package dev.portcullis.licensing.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.Gate;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import dev.portcullis.licensing.determination.Transaction.Role;
import dev.portcullis.licensing.license.Instruction;
import dev.portcullis.licensing.license.Instruction.Use;
import dev.portcullis.licensing.license.Outcome;
import dev.portcullis.licensing.license.Outcome.Moved;
import dev.portcullis.licensing.license.Outcome.Refused;
import dev.portcullis.licensing.license.Wanted;
import dev.portcullis.licensing.license.Wanted.Exporter;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Tens of thousands of draws at the same time, some of them sent twice, over several licenses limited in quantity and in value with a
 * tolerance, end where a sequential model ends. {@code ./bench draws --truth} does a million of them while processes are killed.
 */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class LicenseDrawsTest {
    private static final int DRAWS = 30_000;
    private static final int LICENSES = 12;
    private static final int UNITS = 4_000;
    private static final int VALUE = 100_000;
    private static final long SEED = 20261129;

    @Inject
    DrawGroups groups;

    private record Asked(int first, int second, int quantity, int value) {}

    @Test
    void concurrent_draws_end_exactly_where_a_sequential_model_ends() throws Exception {
        String prefix = "T" + UUID.randomUUID().toString().substring(0, 8) + "-";
        for (int i = 0; i < LICENSES; i++) {
            record(prefix + i);
        }
        Random random = new Random(SEED);
        Map<String, Asked> asked = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            String reference = prefix + "r" + i;
            int first = random.nextInt(4) == 0 ? 0 : random.nextInt(LICENSES);
            int second = random.nextInt(10) == 0 ? random.nextInt(LICENSES) : -1;
            asked.put(
                    reference,
                    new Asked(first, second == first ? -1 : second, 1 + random.nextInt(4), 1 + random.nextInt(90)));
            order.add(reference);
            if (random.nextInt(10) == 0) {
                order.add(reference);
            }
        }

        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        Set<String> doubled = ConcurrentHashMap.newKeySet();
        Semaphore atOnce = new Semaphore(2_000);
        List<CompletableFuture<?>> running = new ArrayList<>();
        for (String reference : order) {
            assertThat(atOnce.tryAcquire(2, TimeUnit.MINUTES)).isTrue();
            running.add(groups.post(instruction(prefix, reference, asked.get(reference)))
                    // On a busy machine a lock is waited for too long now and then; a client sends the same draw again.
                    .onFailure(Problems::mayPass)
                    .retry()
                    .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                    .atMost(200)
                    .subscribeAsCompletionStage()
                    .whenComplete((outcome, failure) -> atOnce.release())
                    .thenAccept(outcome -> {
                        Outcome before = outcomes.put(reference, outcome);
                        if (before instanceof Moved first
                                && outcome instanceof Moved second
                                && !first.again()
                                && !second.again()) {
                            doubled.add(reference);
                        }
                    }));
        }
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get(5, TimeUnit.MINUTES);

        assertThat(doubled).as("drawn twice").isEmpty();
        verify(prefix, asked, outcomes);
    }

    /** Replays the history in a model of sums, and holds the answers and the end against it. */
    private static void verify(String prefix, Map<String, Asked> asked, Map<String, Outcome> outcomes)
            throws Exception {
        Map<Integer, int[]> model = new HashMap<>();
        Map<String, Set<Integer>> drawn = new HashMap<>();
        try (Connection database = connection();
                Statement statement = database.createStatement()) {
            for (int i = 0; i < LICENSES; i++) {
                int[] sums = new int[2];
                model.put(i, sums);
                int number = 0;
                try (ResultSet rows = statement.executeQuery("select m.number, m.reference, m.quantity, m.value,"
                        + " m.quantity_drawn_after, m.value_drawn_after, m.version from license_movement m"
                        + " join license l on l.id = m.license_id where l.number = '" + prefix + i
                        + "' order by m.number")) {
                    while (rows.next()) {
                        Asked one = asked.get(rows.getString(2));
                        assertThat(rows.getInt(1)).isEqualTo(++number);
                        assertThat(rows.getLong(7)).isEqualTo(number + 1);
                        assertThat(rows.getInt(3)).isEqualTo(one.quantity());
                        assertThat(fits(sums, one))
                                .as("movement %d of license %d", number, i)
                                .isTrue();
                        sums[0] += one.quantity();
                        sums[1] += one.value();
                        assertThat(rows.getInt(5)).isEqualTo(sums[0]);
                        assertThat(rows.getInt(6)).isEqualTo(sums[1]);
                        assertThat(drawn.computeIfAbsent(rows.getString(2), key -> new HashSet<>())
                                        .add(i))
                                .as("drawn twice: %s", rows.getString(2))
                                .isTrue();
                    }
                }
                try (ResultSet line =
                        statement.executeQuery("select n.quantity_drawn, n.value_drawn, l.version, l.movements"
                                + " from license_line n join license l on l.id = n.license_id where l.number = '"
                                + prefix + i + "'")) {
                    assertThat(line.next()).isTrue();
                    assertThat(line.getInt(1)).isEqualTo(sums[0]);
                    assertThat(line.getInt(2)).isEqualTo(sums[1]);
                    assertThat(line.getInt(3)).isEqualTo(number + 1);
                    assertThat(line.getInt(4)).isEqualTo(number);
                }
                try (ResultSet entries =
                        statement.executeQuery("select count(distinct m.ledger_entry_id), count(distinct e.id)"
                                + " from license_movement m join license l on l.id = m.license_id"
                                + " join ledger_entry e on e.id = m.ledger_entry_id where l.number = '" + prefix + i
                                + "'")) {
                    assertThat(entries.next()).isTrue();
                    assertThat(entries.getInt(1)).isEqualTo(number);
                    assertThat(entries.getInt(2)).isEqualTo(number);
                }
            }
        }
        int refused = 0;
        for (Map.Entry<String, Asked> one : asked.entrySet()) {
            Asked want = one.getValue();
            Set<Integer> licenses = want.second() < 0 ? Set.of(want.first()) : Set.of(want.first(), want.second());
            if (outcomes.get(one.getKey()) instanceof Refused) {
                refused++;
                assertThat(drawn).as("refused and yet drawn").doesNotContainKey(one.getKey());
                // Balances only fall here: what fits at the end had fitted when it was refused.
                assertThat(licenses.stream().allMatch(license -> fits(model.get(license), want)))
                        .as("refused without need: %s", one)
                        .isFalse();
            } else {
                assertThat(drawn.get(one.getKey())).as("lost: %s", one).isEqualTo(licenses);
            }
        }
        assertThat(refused)
                .as("the licenses were too small for all, and large enough for many")
                .isBetween(1_000, DRAWS - 5_000);
    }

    private static boolean fits(int[] sums, Asked one) {
        int most = sums[0] < UNITS ? VALUE + VALUE / 10 : VALUE;
        return sums[0] + one.quantity() <= UNITS && sums[1] + one.value() <= most;
    }

    private static Instruction instruction(String prefix, String reference, Asked asked) {
        List<Instruction.Part> parts = new ArrayList<>();
        parts.add(new Use(prefix + asked.first(), null, wanted(asked)));
        if (asked.second() >= 0) {
            parts.add(new Use(prefix + asked.second(), 1, wanted(asked)));
        }
        return new Instruction(Movement.DRAW, reference, reference, parts, null, null, "test", Instant.now());
    }

    private static Wanted wanted(Asked asked) {
        return new Wanted(
                Activity.EXPORT,
                "itm-1",
                Eccn.of("3A090"),
                List.of(new PartyRole("pty-1", Role.ULTIMATE_CONSIGNEE)),
                null,
                CountryCode.of("CN"),
                Exporter.UNKNOWN,
                List.of(),
                BigDecimal.valueOf(asked.quantity()),
                "C62",
                new Money(BigDecimal.valueOf(asked.value()), "USD"),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static void record(String number) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Response recorded = Gate.post("/v1/licenses", Gate.user("license-manager"), """
                {"number": "%s", "kind": "BIS_LICENSE", "validFrom": "%s", "validUntil": "%s", "consignees": ["pty-1"],
                 "countries": ["CN"],
                 "lines": [{"line": 1, "eccn": "3A090", "quantity": %d, "value": {"amount": "%d", "currency": "USD"},
                            "tolerance": {"valueExcess": 10}}]}""".formatted(
                        number, today.minusDays(1), today.plusYears(1), UNITS, VALUE));
        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    }

    private static Connection connection() throws Exception {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
