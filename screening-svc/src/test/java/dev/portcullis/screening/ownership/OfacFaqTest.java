package dev.portcullis.screening.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.ownership.OwnershipFinding.Degree;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The questions and examples of OFAC's guidance on entities owned by blocked persons, each by its number. */
class OfacFaqTest {
    @Test
    void faq_398_control_without_ownership_blocks_nothing_and_is_a_red_flag() {
        OwnershipFinding finding =
                Owned.given().listed("X", "SDN").controls("X", "A").ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.NONE);
        assertThat(finding.redFlags()).singleElement().satisfies(flag -> {
            assertThat(flag.code()).isEqualTo(RedFlag.Code.LISTED_CONTROL);
            assertThat(flag.citation()).isEqualTo("OFAC FAQ 398, 400");
        });
    }

    @Test
    void faq_398_a_significant_stake_below_fifty_blocks_nothing_and_asks_for_caution() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "49.999999999")
                .owns("Z", "A", "50.000000001")
                .ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.BELOW);
        assertThat(finding.redFlags()).extracting(RedFlag::code).containsExactly(RedFlag.Code.LISTED_MINORITY);
    }

    @Test
    void faq_398_a_minority_stake_with_control_blocks_nothing() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "25")
                .owns("Z", "A", "75")
                .controls("X", "A")
                .ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.BELOW);
        assertThat(finding.redFlags())
                .extracting(RedFlag::code)
                .containsExactly(RedFlag.Code.LISTED_MINORITY, RedFlag.Code.LISTED_CONTROL);
    }

    @Test
    void faq_399_the_stakes_of_all_blocked_persons_are_added_up() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN", "SDGT")
                .listed("Y", "SDN", "SDGT")
                .owns("X", "A", "25")
                .owns("Y", "A", "25")
                .ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
        assertThat(finding.low()).isEqualByComparingTo("50");
        assertThat(finding.listings()).extracting(Listing::entryId).containsExactly("X", "Y");
    }

    @Test
    void faq_399_they_are_added_up_across_programs() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN", "RUSSIA-EO14024")
                .listed("Y", "SDN", "CUBA")
                .owns("X", "A", "25")
                .owns("Y", "A", "25")
                .ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
    }

    @Test
    void faq_399_the_stake_of_somebody_who_is_not_blocked_is_not_added() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN")
                .listed("N", "EL")
                .owns("X", "A", "49")
                .owns("N", "A", "51")
                .ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.BELOW);
        assertThat(finding.high()).isEqualByComparingTo("49");
    }

    @Test
    void faq_400_a_blocked_person_at_the_head_of_a_company_is_a_red_flag() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN")
                .controls("X", "A")
                .owns("Z", "A", "100")
                .ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.NONE);
        assertThat(finding.redFlags()).extracting(RedFlag::code).containsExactly(RedFlag.Code.LISTED_CONTROL);
    }

    @Test
    void faq_401_example_1_half_of_a_half_is_blocked() {
        Owned given = Owned.given().listed("X", "SDN").owns("X", "A", "50").owns("A", "B", "50");
        assertThat(given.ofac("A").degree()).isEqualTo(Degree.CERTAIN);
        OwnershipFinding b = given.ofac("B");
        assertThat(b.degree()).isEqualTo(Degree.CERTAIN);
        assertThat(b.low()).isEqualByComparingTo("50");
        assertThat(b.chain())
                .extracting(link -> link.owner() + " " + link.share() + " " + link.owned() + " " + link.why())
                .containsExactly("other:X 50 other:A listed: SDN/X", "other:A 50 other:B itself owned so");
    }

    @Test
    void faq_401_example_2_two_quarters_through_two_halves_are_blocked() {
        OwnershipFinding c = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "50")
                .owns("X", "B", "50")
                .owns("A", "C", "25")
                .owns("B", "C", "25")
                .ofac("C");
        assertThat(c.degree()).isEqualTo(Degree.CERTAIN);
        assertThat(c.low()).isEqualByComparingTo("50");
    }

    @Test
    void faq_401_example_3_a_direct_tenth_and_forty_through_a_half_are_blocked() {
        OwnershipFinding b = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "50")
                .owns("X", "B", "10")
                .owns("A", "B", "40")
                .ofac("B");
        assertThat(b.degree()).isEqualTo(Degree.CERTAIN);
        assertThat(b.low()).isEqualByComparingTo("50");
    }

    @Test
    void faq_401_example_4_a_quarter_through_a_company_owned_by_a_quarter_does_not_count() {
        Owned given = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "50")
                .owns("X", "B", "25")
                .owns("A", "C", "25")
                .owns("B", "C", "25")
                .owns("Z", "C", "50");
        assertThat(given.ofac("A").degree()).isEqualTo(Degree.CERTAIN);
        assertThat(given.ofac("B").degree()).isEqualTo(Degree.BELOW);
        OwnershipFinding c = given.ofac("C");
        assertThat(c.degree()).isEqualTo(Degree.BELOW);
        assertThat(c.high()).isEqualByComparingTo("25");
    }

    @Test
    void faq_401_example_5_two_halves_of_companies_owned_by_a_quarter_do_not_count() {
        OwnershipFinding c = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "25")
                .owns("X", "B", "25")
                .owns("A", "C", "50")
                .owns("B", "C", "50")
                .ofac("C");
        assertThat(c.degree()).isEqualTo(Degree.NONE);
        assertThat(c.high()).isEqualByComparingTo("0");
    }

    @Test
    void faq_401_shares_are_never_multiplied_along_a_chain() {
        // 51 % of 51 % of 51 % is 13 %, and the whole chain is blocked nevertheless.
        OwnershipFinding c = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "51")
                .owns("A", "B", "51")
                .owns("B", "C", "51")
                .ofac("C");
        assertThat(c.degree()).isEqualTo(Degree.CERTAIN);
        // And 99 % of 49 % is more than that, and nothing is.
        OwnershipFinding d = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "49")
                .owns("A", "D", "99")
                .ofac("D");
        assertThat(d.degree()).isEqualTo(Degree.NONE);
    }

    @Test
    void faq_402_who_has_divested_counts_no_more_and_did_before() {
        Owned given = Owned.given()
                .listed("X", "SDN")
                .listed("Y", "SDN")
                .owns("Y", "A", "30")
                .stake(Stake.ownership(Owned.node("X"), Owned.node("A"), Share.parse("20"), "register")
                        .during(LocalDate.parse("2020-01-01"), LocalDate.parse("2026-06-30")));
        assertThat(given.on("2026-06-30").ofac("A").degree()).isEqualTo(Degree.CERTAIN);
        assertThat(given.on("2026-07-01").ofac("A").degree()).isEqualTo(Degree.BELOW);
    }
}
