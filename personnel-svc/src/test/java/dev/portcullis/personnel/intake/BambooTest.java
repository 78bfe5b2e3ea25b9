package dev.portcullis.personnel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.personnel.intake.BambooMessage.Action;
import dev.portcullis.personnel.intake.BambooMessage.Employee;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BambooTest {
    private static final byte[] BODY = bytes("{\"employees\":[{\"id\":1}]}");
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    /** Computed with OpenSSL: {@code printf '{"employees":[{"id":1}]}1700000000' | openssl dgst -sha256 -hmac bamboo-webhook-secret}. */
    private static final String SIGNATURE = "dca83ef67e23d13a033ef92857fc9c0a2ef02ebfac23367e36aa5e9d40e64f5f";

    @Test
    void a_delivery_holds_only_by_key_body_time_and_signature_together() {
        assertThat(holds("bamboo-webhook-secret", SIGNATURE, "1700000000", BODY, NOW))
                .isTrue();
        assertThat(holds("bamboo-webhook-secret", SIGNATURE.toUpperCase(Locale.ROOT), "1700000000", BODY, NOW))
                .isTrue();
        assertThat(holds("another", SIGNATURE, "1700000000", BODY, NOW)).isFalse();
        assertThat(holds("bamboo-webhook-secret", SIGNATURE, "1700000001", BODY, NOW))
                .isFalse();
        assertThat(holds("bamboo-webhook-secret", SIGNATURE, "1700000000", bytes("{}"), NOW))
                .isFalse();
        assertThat(holds("bamboo-webhook-secret", "zz", "1700000000", BODY, NOW))
                .isFalse();
        assertThat(holds("", SIGNATURE, "1700000000", BODY, NOW)).isFalse();
        assertThat(BambooSignature.holds("bamboo-webhook-secret", null, "1700000000", BODY, NOW))
                .isFalse();
        assertThat(BambooSignature.holds("bamboo-webhook-secret", SIGNATURE, null, BODY, NOW))
                .isFalse();
    }

    @Test
    void a_delivery_is_stale_after_five_minutes_and_not_before() {
        assertThat(holds("bamboo-webhook-secret", SIGNATURE, "1700000000", BODY, NOW.plusSeconds(300)))
                .isTrue();
        assertThat(holds("bamboo-webhook-secret", SIGNATURE, "1700000000", BODY, NOW.plusSeconds(301)))
                .isFalse();
        assertThat(holds("bamboo-webhook-secret", SIGNATURE, "1700000000", BODY, NOW.minusSeconds(301)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1700000000", "2023-11-14T22:13:20Z", "2023-11-14T22:13:20+0000", "2023-11-15T00:13:20+02:00"})
    void times_come_in_several_forms(String time) {
        assertThat(BambooSignature.time(time)).contains(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "99999999999999999999", "2023-11-14", "-5"})
    void what_is_no_time_is_none(String time) {
        assertThat(BambooSignature.time(time)).isEmpty();
    }

    @Test
    void the_form_with_fields_is_read() {
        Employee employee = BambooMessage.read(
                        bytes(
                                "{\"employees\":[{\"id\":\"7\",\"action\":\"Updated\",\"changedFields\":[\"Status\"],"
                                        + "\"fields\":{\"Status\":{\"value\":\"Inactive\"},\"First Name\":\"A\",\"Visa\":{\"value\":null}}}]}"))
                .orElseThrow()
                .employees()
                .get(0);
        assertThat(employee.action()).isEqualTo(Action.UPDATED);
        assertThat(employee.id()).isEqualTo("7");
        assertThat(employee.fields()).containsEntry("Status", "Inactive").containsEntry("First Name", "A");
        assertThat(employee.fields()).containsEntry("Visa", null);
        assertThat(employee.readable()).isTrue();
        assertThat(employee.toString()).doesNotContain("Inactive");
    }

    @Test
    void the_form_with_events_has_no_values() {
        Employee employee = BambooMessage.read(
                        bytes(
                                "{\"type\":\"employee.updated\",\"timestamp\":\"2026-01-31T18:42:00+0000\","
                                        + "\"data\":{\"companyId\":\"12345\",\"employeeId\":\"67890\",\"changedFields\":[\"firstName\"]}}"))
                .orElseThrow()
                .employees()
                .get(0);
        assertThat(employee.id()).isEqualTo("67890");
        assertThat(employee.fields()).isNull();
        assertThat(employee.changed()).containsExactly("firstName");
    }

    @Test
    void what_has_another_form_is_not_readable() {
        for (String body : new String[] {
            "",
            "[]",
            "{}",
            "{\"employees\":{}}",
            "{\"employees\":[]}x",
            "{\"type\":\"x\",\"data\":{}}",
            "{\"employees\":[],\"employees\":[]}"
        }) {
            assertThat(BambooMessage.read(bytes(body))).as(body).isEmpty();
        }
        for (String employee : new String[] {
            "{\"id\":\"7\",\"fields\":[]}",
            "{\"id\":\"7\",\"fields\":{\"Status\":[1]}}",
            "{\"id\":\"7\",\"fields\":{\"Status\":{}}}"
        }) {
            assertThat(BambooMessage.read(bytes("{\"employees\":[" + employee + "]}"))
                            .orElseThrow()
                            .employees()
                            .get(0)
                            .readable())
                    .as(employee)
                    .isFalse();
        }
        assertThat(BambooMessage.read(bytes("{\"employees\":[{\"id\":{},\"action\":\"Hired\"}]}"))
                        .orElseThrow()
                        .employees())
                .containsExactly(new Employee("", null, java.util.Map.of(), java.util.List.of(), true));
    }

    private static boolean holds(String key, String signature, String timestamp, byte[] body, Instant now) {
        return BambooSignature.holds(key, signature, timestamp, body, now);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
