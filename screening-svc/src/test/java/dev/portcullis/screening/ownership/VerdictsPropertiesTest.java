package dev.portcullis.screening.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.ownership.OwnershipFinding.Degree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every web of owners, cycles, cross-holdings and impossible sums included. */
class VerdictsPropertiesTest {
    private static final int NODES = 8;
    private static final List<String> LISTS = List.of("SDN", "EL", "MEU");

    /** A web: stakes among eight, and who of them is listed, certainly or perhaps. */
    record Web(List<Stake> stakes, Map<Owner, List<Listing>> listings) {
        OwnershipFinding of(String rule, int node) {
            return Verdicts.of(
                            OwnershipGraph.of(stakes, Owned.DAY),
                            OwnershipRules.shipped().rule(rule),
                            listed())
                    .of(owner(node));
        }

        Function<Owner, List<Listing>> listed() {
            return owner -> listings.getOrDefault(owner, List.of());
        }

        Web with(Stake more) {
            List<Stake> all = new ArrayList<>(stakes);
            all.add(more);
            return new Web(all, listings);
        }
    }

    private static Owner owner(int node) {
        return Owner.other("n" + node);
    }

    @Provide
    Arbitrary<Web> webs() {
        Arbitrary<Map<Owner, List<Listing>>> listings = Arbitraries.maps(
                        Arbitraries.integers().between(0, NODES - 1).map(VerdictsPropertiesTest::owner),
                        Combinators.combine(Arbitraries.of(LISTS), Arbitraries.of(true, true, false))
                                .as((list, certain) -> List.of(new Listing(list, "e", "E", List.of("SDGT"), certain))))
                .ofMaxSize(3);
        return Combinators.combine(stakes().list().ofMaxSize(24), listings).as(Web::new);
    }

    @Provide
    Arbitrary<Stake> stakes() {
        Arbitrary<Integer> nodes = Arbitraries.integers().between(0, NODES - 1);
        Arbitrary<Share> shares = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        6,
                        Arbitraries.of(5, 10, 20, 25, 30, 49, 50, 51, 60, 100)
                                .map(percent -> Share.of(BigDecimal.valueOf(percent)))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Share.UNKNOWN)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of("25-50", "50-75", "0-10", "49.999999999").map(Share::parse)));
        return Combinators.combine(nodes, Arbitraries.integers().between(1, NODES - 1), shares)
                .as((from, step, share) ->
                        Stake.ownership(owner(from), owner((from + step) % NODES), share, "register"));
    }

    /** The definition, word for word: begin with the listed ones, look at everybody, until nothing changes. */
    private static Set<Owner> naive(Web web, String ruleId, boolean most) {
        OwnershipRule rule = OwnershipRules.shipped().rule(ruleId);
        Set<Owner> in = new HashSet<>();
        web.listings.forEach((owner, listings) -> listings.forEach(listing -> {
            OwnershipRule.Match match = rule.match(listing);
            if (match == OwnershipRule.Match.YES || (most && match == OwnershipRule.Match.MAYBE)) {
                in.add(owner);
            }
        }));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int node = 0; node < NODES; node++) {
                if (!in.contains(owner(node)) && sum(web, node, in, most).compareTo(rule.threshold()) >= 0) {
                    in.add(owner(node));
                    changed = true;
                }
            }
        }
        return in;
    }

    private static BigDecimal sum(Web web, int node, Set<Owner> in, boolean most) {
        Map<Owner, BigDecimal> byOwner = new HashMap<>();
        for (Stake stake : web.stakes) {
            if (stake.owned().equals(owner(node)) && in.contains(stake.owner())) {
                BigDecimal share = most ? stake.share().high() : stake.share().low();
                byOwner.merge(stake.owner(), share, (a, b) -> a.add(b).min(BigDecimal.valueOf(100)));
            }
        }
        return byOwner.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 3000)
    void it_agrees_with_the_definition(@ForAll("webs") Web web) {
        for (String rule : List.of("OFAC-50", "BIS-AFFILIATES")) {
            Set<Owner> certain = naive(web, rule, false);
            Set<Owner> possible = naive(web, rule, true);
            for (int node = 0; node < NODES; node++) {
                if (!web.listings.containsKey(owner(node))) {
                    Degree degree = web.of(rule, node).degree();
                    assertThat(degree == Degree.CERTAIN).isEqualTo(certain.contains(owner(node)));
                    assertThat(degree.compareTo(Degree.POSSIBLE) >= 0).isEqualTo(possible.contains(owner(node)));
                }
            }
        }
    }

    @Property(tries = 1000)
    void the_order_of_what_is_told_makes_no_difference(@ForAll("webs") Web web, @ForAll Random random) {
        List<Stake> shuffled = new ArrayList<>(web.stakes);
        Collections.shuffle(shuffled, random);
        Web other = new Web(shuffled, web.listings);
        for (int node = 0; node < NODES; node++) {
            assertThat(other.of("OFAC-50", node)).isEqualTo(web.of("OFAC-50", node));
        }
    }

    @Property(tries = 1000)
    void one_more_stake_never_makes_anybody_less_owned(@ForAll("webs") Web web, @ForAll("stakes") Stake more) {
        Web wider = web.with(more);
        for (int node = 0; node < NODES; node++) {
            OwnershipFinding before = web.of("BIS-AFFILIATES", node);
            OwnershipFinding after = wider.of("BIS-AFFILIATES", node);
            assertThat(after.degree()).isGreaterThanOrEqualTo(before.degree());
            assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
            assertThat(after.high()).isGreaterThanOrEqualTo(before.high());
        }
    }

    @Property(tries = 1000)
    void one_more_listed_owner_never_makes_anybody_else_less_owned(
            @ForAll("webs") Web web, @ForAll("nodes") int listed) {
        Map<Owner, List<Listing>> more = new HashMap<>(web.listings);
        more.put(owner(listed), List.of(new Listing("SDN", "new", "New", List.of("SDGT"), true)));
        Web wider = new Web(web.stakes, more);
        for (int node = 0; node < NODES; node++) {
            if (node != listed && !web.listings.containsKey(owner(node))) {
                assertThat(wider.of("OFAC-50", node).degree())
                        .isGreaterThanOrEqualTo(web.of("OFAC-50", node).degree());
            }
        }
    }

    @Provide
    Arbitrary<Integer> nodes() {
        return Arbitraries.integers().between(0, NODES - 1);
    }

    @Property(tries = 1000)
    void the_chain_alone_gives_the_same_degree(@ForAll("webs") Web web) {
        for (int node = 0; node < NODES; node++) {
            OwnershipFinding finding = web.of("OFAC-50", node);
            if (finding.degree().compareTo(Degree.POSSIBLE) >= 0) {
                List<Stake> shown = finding.chain().stream()
                        .map(link -> Stake.ownership(link.owner(), link.owned(), Share.parse(link.share()), "chain"))
                        .toList();
                assertThat(new Web(shown, web.listings).of("OFAC-50", node).degree())
                        .isEqualTo(finding.degree());
            }
        }
    }

    @Property(tries = 1000)
    void a_finding_that_is_neither_certain_nor_none_has_a_red_flag(@ForAll("webs") Web web) {
        for (int node = 0; node < NODES; node++) {
            OwnershipFinding finding = web.of("OFAC-50", node);
            if (finding.degree() == Degree.POSSIBLE || finding.degree() == Degree.BELOW) {
                assertThat(finding.redFlags()).isNotEmpty();
            }
        }
    }
}
