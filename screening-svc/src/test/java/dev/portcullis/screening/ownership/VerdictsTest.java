package dev.portcullis.screening.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.ownership.OwnershipFinding.Degree;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    @Test
    void an_unknown_share_of_a_listed_owner_is_a_range_and_a_red_flag_and_never_a_pass() {
        OwnershipFinding finding =
                Owned.given().listed("X", "EL").owns("X", "A", "unknown").bis("A");
        assertThat(finding.degree()).isEqualTo(Degree.POSSIBLE);
        assertThat(finding.low()).isEqualByComparingTo("0");
        assertThat(finding.high()).isEqualByComparingTo("100");
        assertThat(finding.redFlags()).singleElement().satisfies(flag -> {
            assertThat(flag.code()).isEqualTo(RedFlag.Code.UNKNOWN_SHARE);
            assertThat(flag.citation()).contains("Red Flag 29");
            assertThat(flag.detail()).isEqualTo("other:X owns 0-100 % of other:A");
        });
    }

    @Test
    void an_unknown_share_far_up_the_chain_makes_all_below_it_possible() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "25-75")
                .owns("A", "B", "90")
                .owns("B", "C", "50")
                .ofac("C");
        assertThat(finding.degree()).isEqualTo(Degree.POSSIBLE);
        assertThat(finding.redFlags()).extracting(RedFlag::detail).containsExactly("other:X owns 25-75 % of other:A");
        assertThat(finding.chain()).extracting(ChainLink::owner).map(Owner::key).containsExactly("X", "A", "B");
    }

    @Test
    void known_shares_reach_the_threshold_whatever_else_is_unknown() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN")
                .listed("Y", "SDN")
                .owns("X", "A", "50")
                .owns("Y", "A", "unknown")
                .ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
        assertThat(finding.chain()).extracting(ChainLink::owner).map(Owner::key).containsExactly("X");
    }

    @Test
    void an_owner_whose_name_is_like_a_listed_one_makes_it_possible() {
        OwnershipFinding finding =
                Owned.given().maybeListed("X", "SDN").owns("X", "A", "100").ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.POSSIBLE);
        assertThat(finding.redFlags()).extracting(RedFlag::code).containsExactly(RedFlag.Code.UNDECIDED_OWNER);
        assertThat(finding.chain()).extracting(ChainLink::why).containsExactly("possibly listed: SDN/X");
    }

    @Test
    void owners_of_whom_nobody_tells_could_reach_the_threshold_with_a_listed_one() {
        Owned given = Owned.given().listed("X", "SDN").owns("X", "A", "30").owns("Z", "A", "40");
        assertThat(given.ofac("A").redFlags())
                .extracting(RedFlag::code)
                .containsExactly(RedFlag.Code.LISTED_MINORITY, RedFlag.Code.REST_UNKNOWN);
        given.owns("W", "A", "20");
        assertThat(given.ofac("A").redFlags()).extracting(RedFlag::code).containsExactly(RedFlag.Code.LISTED_MINORITY);
    }

    @Test
    void two_companies_that_own_nothing_but_each_other_are_not_owned_by_listed_ones() {
        Owned given = Owned.given().listed("X", "SDN").owns("A", "B", "100").owns("B", "A", "100");
        assertThat(given.ofac("A").degree()).isEqualTo(Degree.NONE);
        given.owns("X", "A", "50");
        assertThat(given.ofac("A").degree()).isEqualTo(Degree.CERTAIN);
        assertThat(given.ofac("B").degree()).isEqualTo(Degree.CERTAIN);
    }

    @Test
    void a_cross_holding_does_not_lift_a_minority_over_the_threshold() {
        // The published puzzle: 45 % by a blocked person, 48 % by a company that the company itself owns in whole.
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "45")
                .owns("Y", "A", "48")
                .owns("A", "Y", "100")
                .ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.BELOW);
        assertThat(finding.high()).isEqualByComparingTo("45");
    }

    @Test
    void a_share_through_a_cycle_is_told_once_the_company_is_owned_so() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "50")
                .owns("A", "B", "100")
                .owns("B", "A", "30")
                .ofac("A");
        assertThat(finding.low()).isEqualByComparingTo("80");
    }

    @Test
    void more_than_all_of_a_company_is_a_fault_that_is_told() {
        OwnershipFinding finding =
                Owned.given().owns("Y", "A", "60").owns("Z", "A", "60").ofac("A");
        assertThat(finding.redFlags()).singleElement().satisfies(flag -> {
            assertThat(flag.code()).isEqualTo(RedFlag.Code.OVER_100);
            assertThat(flag.detail()).isEqualTo("the owners of other:A hold 120 %");
        });
    }

    @Test
    void two_classes_of_shares_of_one_source_are_added_up() {
        assertThat(Owned.given()
                        .listed("X", "SDN")
                        .owns("X", "A", "25")
                        .owns("X", "A", "25.0")
                        .ofac("A")
                        .degree())
                .isEqualTo(Degree.CERTAIN);
    }

    @Test
    void what_two_sources_tell_of_the_same_share_is_not_added_up() {
        Owned given = Owned.given()
                .listed("X", "SDN")
                .owns("X", "A", "30")
                .stake(Stake.ownership(Owned.node("X"), Owned.node("A"), Share.parse("30"), "another register"))
                .owns("Z", "A", "70");
        assertThat(given.ofac("A").degree()).isEqualTo(Degree.BELOW);
        assertThat(given.ofac("A").high()).isEqualByComparingTo("30");
        given.stake(Stake.ownership(Owned.node("X"), Owned.node("A"), Share.parse("50"), "a third"));
        OwnershipFinding disagreed = given.ofac("A");
        assertThat(disagreed.degree()).isEqualTo(Degree.POSSIBLE);
        assertThat(disagreed.redFlags())
                .extracting(RedFlag::code)
                .contains(RedFlag.Code.UNKNOWN_SHARE, RedFlag.Code.SOURCES_DISAGREE);
    }

    @Test
    void shares_that_are_held_under_two_ids_of_one_company_are_added_up() {
        Owned given = Owned.given()
                .listed("X", "SDN")
                .listed("Y", "SDN")
                .owns("X", "A", "25")
                .owns("Y", "A2", "25")
                .same("A2", "A3")
                .same("A", "A3");
        for (String id : List.of("A", "A2", "A3")) {
            assertThat(given.ofac(id).degree()).as(id).isEqualTo(Degree.CERTAIN);
        }
    }

    @Test
    void who_is_the_same_as_an_entry_is_owned_in_whole() {
        Owner party = Owner.party("pty-1");
        OwnershipFinding finding = Verdicts.of(
                        OwnershipGraph.of(List.of(Stake.same(party, Owner.entry("SDN", "7"), "person")), Owned.DAY),
                        OwnershipRules.shipped().rule("OFAC-50"),
                        owner -> owner.kind() == Owner.Kind.ENTRY
                                ? List.of(new Listing("SDN", "7", "Seven", List.of(), true))
                                : List.of())
                .of(party);
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
        assertThat(finding.listings()).extracting(Listing::entryId).containsExactly("7");
    }

    @Test
    void a_stake_counts_from_its_first_day_to_its_last() {
        Owned given = Owned.given()
                .listed("X", "SDN")
                .stake(Stake.ownership(Owned.node("X"), Owned.node("A"), Share.parse("100"), "register")
                        .during(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-31")));
        assertThat(given.on("2025-12-31").ofac("A").degree()).isEqualTo(Degree.NONE);
        assertThat(given.on("2026-01-01").ofac("A").degree()).isEqualTo(Degree.CERTAIN);
        assertThat(given.on("2026-03-31").ofac("A").degree()).isEqualTo(Degree.CERTAIN);
        assertThat(given.on("2026-04-01").ofac("A").degree()).isEqualTo(Degree.NONE);
    }

    @Test
    void of_whom_no_stake_speaks_nothing_is_found() {
        OwnershipFinding finding = Owned.given().ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.NONE);
        assertThat(finding.redFlags()).isEmpty();
    }

    @Test
    void a_party_that_is_possibly_listed_itself_is_still_told_to_be_owned_by_listed_ones() {
        OwnershipFinding finding = Owned.given()
                .listed("X", "SDN")
                .maybeListed("A", "SDN")
                .owns("X", "A", "50")
                .ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
    }

    @Test
    void a_chain_of_ten_thousand_links_is_followed_and_shown_cut() {
        Owned given = Owned.given().listed("0", "SDN");
        for (int i = 0; i < 10_000; i++) {
            given.owns(String.valueOf(i), String.valueOf(i + 1), "50");
        }
        OwnershipFinding finding = given.ofac("10000");
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
        assertThat(finding.links()).isEqualTo(Verdicts.MOST_LINKS);
        assertThat(finding.chain()).hasSize(Verdicts.SHOWN_LINKS);
        // The chain is cut before it comes to the listed one; its list is told all the same.
        assertThat(finding.lists()).containsExactly("SDN");
    }

    @Test
    void in_a_wide_web_the_chain_that_is_cut_still_begins_with_a_listed_one() {
        Owned given = Owned.given().listed("X", "SDN", "SDGT").listed("E", "EL");
        for (int i = 0; i < 3_000; i++) {
            given.owns("X", "H" + i, "50").owns("E", "H" + i, "50").owns("H" + i, "A", "0.03");
        }
        OwnershipFinding finding = given.ofac("A");
        assertThat(finding.degree()).isEqualTo(Degree.CERTAIN);
        assertThat(finding.links()).isEqualTo(2 * Verdicts.MOST_OWNERS);
        assertThat(finding.listings()).isNotEmpty();
        assertThat(given.bis("A").lists()).containsExactly("EL", "SDN");
    }

    @Test
    void the_lists_of_all_above_are_told_whether_or_not_they_were_needed_to_reach_the_threshold() {
        OwnershipFinding finding = Owned.given()
                .listed("E", "EL")
                .listed("M", "MEU")
                .owns("E", "H", "100")
                .owns("M", "G", "100")
                .owns("G", "A", "10")
                .owns("H", "A", "60")
                .bis("A");
        assertThat(finding.lists()).containsExactly("EL", "MEU");
    }
}
