package dev.portcullis.licensing.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.condition.Condition;
import dev.portcullis.licensing.license.License;
import dev.portcullis.licensing.license.LicenseKind;
import dev.portcullis.licensing.license.LicenseTerms;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is worth an alert, by the thresholds that ship: 180, 90, 30 and 7 days; 80, 90, 95 and 100 percent; conditions 30 and 7 days. */
class AlertRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final AlertRules RULES = shipped();

    @ParameterizedTest
    @CsvSource({"181,", "180, 180", "91, 180", "90, 90", "31, 90", "30, 30", "8, 30", "7, 7", "0, 7", "-1,"})
    void the_nearest_threshold_before_the_last_day_is_told(int days, @Nullable Integer threshold) {
        List<Alert.Due> due = RULES.of(license(LicenseState.Status.ACTIVE, days, 0, 0), TODAY);
        assertThat(due)
                .filteredOn(one -> one.kind() == Alert.Kind.EXPIRY)
                .extracting(Alert.Due::threshold)
                .isEqualTo(threshold == null ? List.of() : List.of(threshold));
    }

    @ParameterizedTest
    @CsvSource({
        "79, 0,",
        "80, 0, 80",
        "94, 0, 90",
        "95, 0, 95",
        "100, 0, 100",
        "10, 799,",
        "10, 800, 80",
        "10, 1100, 100"
    })
    void the_highest_share_of_quantity_or_value_that_is_drawn_is_told(
            int quantity, int value, @Nullable Integer threshold) {
        List<Alert.Due> due = RULES.of(license(LicenseState.Status.ACTIVE, 1000, quantity, value), TODAY);
        assertThat(due).extracting(Alert.Due::threshold).isEqualTo(threshold == null ? List.of() : List.of(threshold));
    }

    @Test
    void a_license_that_was_revoked_is_worth_no_word() {
        assertThat(RULES.of(license(LicenseState.Status.REVOKED, 5, 100, 0), TODAY))
                .isEmpty();
    }

    @Test
    void a_condition_is_told_before_it_is_due_and_after_and_not_when_it_is_met() {
        assertThat(RULES.of(condition(TODAY.plusDays(31), null), "D1", TODAY)).isEmpty();
        assertThat(RULES.of(condition(TODAY.plusDays(30), null), "D1", TODAY))
                .hasValueSatisfying(due -> assertThat(due.kind()).isEqualTo(Alert.Kind.CONDITION_DUE));
        assertThat(RULES.of(condition(TODAY, null), "D1", TODAY))
                .hasValueSatisfying(due -> assertThat(due.threshold()).isEqualTo(7));
        assertThat(RULES.of(condition(TODAY.minusDays(1), null), "D1", TODAY))
                .hasValueSatisfying(due -> assertThat(due.kind()).isEqualTo(Alert.Kind.CONDITION_OVERDUE));
        assertThat(RULES.of(condition(TODAY.minusDays(1), Instant.EPOCH), "D1", TODAY))
                .isEmpty();
        assertThat(RULES.of(condition(null, null), "D1", TODAY)).isEmpty();
    }

    @Test
    void rules_that_are_none_are_refused() {
        assertThatThrownBy(() -> AlertRules.read(
                        new ObjectMapper().readTree("{\"expiryDays\": [1], \"balancePercent\": [101]}")))
                .hasMessageContaining("balancePercent");
        assertThatThrownBy(() -> AlertRules.read(new ObjectMapper().readTree("{}")))
                .hasMessageContaining("expiryDays");
    }

    private static License license(LicenseState.Status status, int days, int quantity, int value) {
        return new License(
                "lic-1",
                1,
                "D1",
                LicenseKind.BIS_LICENSE,
                status,
                TODAY.minusDays(1000),
                TODAY.plusDays(days),
                new LicenseTerms(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), null),
                List.of(new Line(
                        1,
                        Eccn.of("3A090"),
                        null,
                        BigDecimal.valueOf(100),
                        BigDecimal.valueOf(quantity),
                        new Money(BigDecimal.valueOf(1000), "USD"),
                        new Money(BigDecimal.valueOf(value), "USD"))),
                Instant.EPOCH,
                1,
                0);
    }

    private static Condition condition(@Nullable LocalDate dueOn, @Nullable Instant metAt) {
        return new Condition(
                "lic-1",
                1,
                1,
                Condition.Kind.PROVISO,
                "words",
                "owner",
                dueOn,
                false,
                null,
                null,
                metAt == null ? null : "somebody",
                metAt,
                List.of());
    }

    private static AlertRules shipped() {
        try (InputStream file = AlertRules.class.getResourceAsStream("/licenses/alerts.json")) {
            return AlertRules.read(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
