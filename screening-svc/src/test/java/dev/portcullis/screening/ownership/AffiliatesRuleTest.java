package dev.portcullis.screening.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.ownership.OwnershipFinding.Degree;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Affiliates rule of BIS (90 FR 47201): its days, whom it counts, and that it leads to the most restrictive owner. */
class AffiliatesRuleTest {
    @ParameterizedTest
    @CsvSource({
        "2025-09-28, NOT_MADE,        90 FR 47201",
        "2025-09-29, IN_FORCE,        90 FR 47201",
        "2025-11-09, IN_FORCE,        90 FR 47201",
        "2025-11-10, SUSPENDED,       90 FR 50857",
        "2026-11-09, SUSPENDED,       90 FR 50857",
        "2026-11-10, IN_FORCE_VERIFY, 90 FR 47201",
        "2030-01-01, IN_FORCE_VERIFY, 90 FR 47201"
    })
    void it_stands_by_date(LocalDate day, Posture.Standing standing, String citation) {
        OwnershipFinding finding = Owned.given()
                .listed("X", "EL")
                .owns("X", "A", "50")
                .on(day.toString())
                .bis("A");
        assertThat(finding.standing()).isEqualTo(standing);
        assertThat(finding.citation()).startsWith(citation);
        // Whether listed parties own half is told on each day: what follows from it is for the gate.
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
    }

    @Test
    void the_rule_of_ofac_stands_all_the_time() {
        for (String day : new String[] {"2014-08-13", "2025-12-01", "2026-11-28"}) {
            assertThat(OwnershipRules.shipped()
                            .rule("OFAC-50")
                            .on(LocalDate.parse(day))
                            .standing())
                    .isEqualTo(Posture.Standing.IN_FORCE);
        }
    }

    @Test
    void owners_of_several_lists_are_added_up_and_all_of_them_are_told() {
        OwnershipFinding finding = Owned.given()
                .listed("E", "EL")
                .listed("M", "MEU")
                .listed("S", "SDN", "[RUSSIA-EO14024]")
                .owns("E", "A", "20")
                .owns("M", "A", "20")
                .owns("S", "A", "10")
                .bis("A");
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
        assertThat(finding.listings()).extracting(Listing::list).containsExactly("EL", "MEU", "SDN");
    }

    @Test
    void an_sdn_of_another_program_is_not_counted() {
        Owned given = Owned.given().listed("S", "SDN", "CUBA").owns("S", "A", "100");
        assertThat(given.bis("A").degree()).isEqualTo(Degree.NONE);
        assertThat(given.ofac("A").degree()).isEqualTo(Degree.CERTAIN);
    }

    @Test
    void an_sdn_of_whom_the_list_tells_no_program_may_be_meant() {
        OwnershipFinding finding =
                Owned.given().listed("S", "SDN").owns("S", "A", "100").bis("A");
        assertThat(finding.degree()).isEqualTo(Degree.POSSIBLE);
        assertThat(finding.redFlags()).extracting(RedFlag::code).containsExactly(RedFlag.Code.UNDECIDED_OWNER);
    }

    @Test
    void the_unverified_list_and_denied_persons_are_not_counted() {
        Owned given = Owned.given()
                .listed("U", "UVL")
                .listed("D", "DPL")
                .owns("U", "A", "50")
                .owns("D", "A", "50");
        assertThat(given.bis("A").degree()).isEqualTo(Degree.NONE);
    }

    @Test
    void an_unlisted_parent_that_is_itself_restricted_passes_it_on() {
        OwnershipFinding finding = Owned.given()
                .listed("E", "EL")
                .owns("E", "H", "60")
                .owns("H", "A", "50")
                .bis("A");
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
    }
}
