package dev.portcullis.screening.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.SignalState.Direction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTableTest {
    private static final RiskTable TABLE = new RiskTable();

    private static CountryRisk law(String country, String day) {
        return TABLE.law(CountryCode.of(country), LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource({
        // 15 CFR 746.2, 746.4, 746.7
        "CU, 2026-11-28, EMBARGOED",
        "IR, 2026-11-28, EMBARGOED",
        "KP, 2026-11-28, EMBARGOED",
        // E.O. 14312 ended the program; 15 CFR 746.9 and E:1 stay
        "SY, 2025-06-30, EMBARGOED",
        "SY, 2025-07-01, RESTRICTED",
        // 87 FR 12226 and 87 FR 13048
        "RU, 2022-02-24, RESTRICTED",
        "BY, 2022-03-02, RESTRICTED",
        "CN, 2026-11-28, RESTRICTED",
        "HK, 2026-11-28, RESTRICTED",
        // Macau is not in D:5, but the rules on advanced chips name it
        "MO, 2026-11-28, RESTRICTED",
        // 86 FR 70015 put Cambodia into D:5, the rule of 3 February 2026 took it out
        "KH, 2021-12-08, ELEVATED",
        "KH, 2021-12-09, RESTRICTED",
        "KH, 2026-02-02, RESTRICTED",
        "KH, 2026-02-03, ELEVATED",
        // 91 FR 43038
        "AE, 2026-07-09, ELEVATED",
        "AE, 2026-07-10, FAVORED",
        "NI, 2024-03-14, STANDARD",
        "NI, 2024-03-15, RESTRICTED",
        "UA, 2026-11-28, ELEVATED",
        "DE, 2026-11-28, FAVORED",
        "BR, 2026-11-28, STANDARD"
    })
    void a_countrys_level_follows_the_law_of_the_day(String country, String day, Level level) {
        assertThat(law(country, day).level()).isEqualTo(level);
    }

    @Test
    void each_level_but_the_usual_one_has_its_reason_and_where_it_is_written() {
        for (String code : Locale.getISOCountries()) {
            CountryRisk risk = law(code, "2026-11-28");
            if (risk.level() != Level.STANDARD) {
                assertThat(risk.reasons())
                        .first()
                        .satisfies(reason -> assertThat(reason.level()).isEqualTo(risk.level()));
            }
            assertThat(risk.reasons())
                    .allSatisfy(reason -> assertThat(reason.citation()).contains("CFR"));
        }
    }

    @Test
    void a_past_day_says_that_it_was_reached_by_undoing_changes() {
        assertThat(law("KH", "2025-12-01").basis()).isEqualTo(CountryRisk.Basis.ROLLED_BACK);
        assertThat(law("KH", "2026-07-23").basis()).isEqualTo(CountryRisk.Basis.EDITION);
    }

    @Test
    void the_company_makes_a_level_stricter_and_never_milder() {
        assertThat(law("DE", "2026-11-28").with(view("DE", Level.RESTRICTED)).level())
                .isEqualTo(Level.RESTRICTED);
        assertThat(law("IR", "2026-11-28").with(view("IR", Level.FAVORED)).level())
                .isEqualTo(Level.EMBARGOED);
    }

    private static CompanyView view(String country, Level level) {
        return new CompanyView(
                "cvw-1", CountryCode.of(country), level, LocalDate.EPOCH, null, "so", Instant.EPOCH, "officer");
    }

    @Test
    void leaving_a_group_of_concern_eases_and_joining_one_tightens() {
        assertThat(
                        CountryGroups.shipped()
                                .changes(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"))
                                .stream()
                                .map(change -> change.country() + " " + change.group() + " "
                                        + RiskNews.of(change).direction()))
                .containsExactlyInAnyOrder(
                        "KH D:5 " + Direction.EASES,
                        "AE A:5 " + Direction.EASES,
                        "AE D:3 " + Direction.EASES,
                        "AE D:4 " + Direction.EASES);
    }
}
