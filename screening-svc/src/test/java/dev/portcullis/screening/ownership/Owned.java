package dev.portcullis.screening.ownership;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A web of owners in the making, in the words of OFAC's examples: {@code listed("X", "SDN").owns("X", "A", "50")}. */
final class Owned {
    static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private final List<Stake> stakes = new ArrayList<>();
    private final Map<Owner, List<Listing>> listings = new HashMap<>();
    private LocalDate day = DAY;

    static Owned given() {
        return new Owned();
    }

    Owned listed(String name, String list, String... programs) {
        return listing(name, list, true, programs);
    }

    Owned maybeListed(String name, String list, String... programs) {
        return listing(name, list, false, programs);
    }

    private Owned listing(String name, String list, boolean certain, String... programs) {
        listings.computeIfAbsent(node(name), key -> new ArrayList<>())
                .add(new Listing(list, name, name, List.of(programs), certain));
        return this;
    }

    Owned owns(String owner, String owned, String share) {
        return stake(Stake.ownership(node(owner), node(owned), Share.parse(share), "register"));
    }

    Owned controls(String owner, String owned) {
        return stake(Stake.control(node(owner), node(owned), "register"));
    }

    Owned same(String one, String other) {
        return stake(Stake.same(node(one), node(other), "register"));
    }

    Owned stake(Stake stake) {
        stakes.add(stake);
        return this;
    }

    Owned on(String date) {
        day = LocalDate.parse(date);
        return this;
    }

    OwnershipFinding ofac(String party) {
        return by("OFAC-50", party);
    }

    OwnershipFinding bis(String party) {
        return by("BIS-AFFILIATES", party);
    }

    private OwnershipFinding by(String rule, String party) {
        return Verdicts.of(
                        OwnershipGraph.of(stakes, day),
                        OwnershipRules.shipped().rule(rule),
                        owner -> listings.getOrDefault(owner, List.of()))
                .of(node(party));
    }

    static Owner node(String name) {
        return Owner.other(name);
    }

    static BigDecimal percent(String text) {
        return new BigDecimal(text);
    }
}
