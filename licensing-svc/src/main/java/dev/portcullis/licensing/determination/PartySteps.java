package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.CountryScope;
import dev.portcullis.licensing.regulation.ListEffect;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Do the parties stand on lists, and where are they at home? 15 CFR 736.2(b)(4) and (5), 744.8, 744.11, 744.15, 744.21. */
final class PartySteps {
    private static final String QUESTION = "Does the party stand on a list?";

    private PartySteps() {}

    static void lists(Walk walk, boolean published) {
        for (PartyState party : walk.parties) {
            PartyState.Screening screening = party.screening();
            if (screening == null) {
                continue;
            }
            switch (screening.status()) {
                case CLEAR -> clear(walk, party, screening);
                case POSSIBLE_MATCH -> possible(walk, party, screening.hits(), published);
                case LISTED -> {
                    screening.hits().stream()
                            .filter(PartyState.Hit::isTheListed)
                            .forEach(hit -> listed(walk, party, hit, published));
                    near(walk, party, screening.hits(), published);
                }
            }
            searched(walk, party, screening);
            ranOut(walk, party, screening, published);
            if (screening.status() == PartyState.Status.LISTED
                    && screening.hits().stream().noneMatch(PartyState.Hit::isTheListed)) {
                walk.asks(
                        QUESTION,
                        hits(party, screening.hits()),
                        "The party is listed, but its record does not say where: a screener must look.",
                        "15 CFR Supp. 3 to Part 732");
            }
        }
    }

    private static void clear(Walk walk, PartyState party, PartyState.Screening screening) {
        List<Used> used = new ArrayList<>();
        used.add(used(party, "screening", "CLEAR"));
        screening.cleared().stream()
                .limit(5)
                .forEach(one -> used.add(used(
                        party,
                        "cleared",
                        one.hit().list() + " " + one.hit().entryId() + " by " + one.by() + " until " + one.until())));
        walk.passes(
                QUESTION,
                used,
                screening.cleared().isEmpty()
                        ? "No listed name is like the party's."
                        : "The listed names that are like the party's are somebody else's, as two people have decided.",
                "15 CFR Supp. 3 to Part 732");
    }

    /** A clearance permits until its last day: the party's record may say so for longer, where its news is late. */
    private static void ranOut(Walk walk, PartyState party, PartyState.Screening screening, boolean published) {
        if (screening.cleared().isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(walk.facts.takenAt(), ZoneOffset.UTC);
        List<PartyState.Hit> late = screening.cleared().stream()
                .filter(one -> today.isAfter(one.until()))
                .map(PartyState.Cleared::hit)
                .filter(hit -> concerns(walk, hit, published))
                .toList();
        if (!late.isEmpty()) {
            walk.asks(
                    QUESTION,
                    hits(party, late),
                    "The clearance of the party " + party.id() + " has run out: two people must decide again.",
                    "15 CFR Supp. 3 to Part 732");
        }
    }

    /** A name like a listed one: a person must look, unless no list that is meant speaks of the item. */
    private static void possible(Walk walk, PartyState party, List<PartyState.Hit> hits, boolean published) {
        if (!hits.isEmpty() && hits.stream().noneMatch(hit -> concerns(walk, hit, published))) {
            walk.note(
                    QUESTION,
                    hits(party, hits),
                    "The name is like listed ones, on lists that speak of items subject to the EAR only.",
                    "15 CFR 734.3(b)(3)");
            return;
        }
        walk.asks(
                QUESTION,
                hits(party, hits),
                "Is the party " + party.id() + " the listed party that its name is like? A screener must decide.",
                "15 CFR Supp. 3 to Part 732");
    }

    private static boolean concerns(Walk walk, PartyState.Hit hit, boolean published) {
        return !published || !walk.law.listEffect(hit.list()).earOnly();
    }

    /** A name that is listed may also be like one on a list that forbids more: what is found settles no graver doubt. */
    private static void near(Walk walk, PartyState party, List<PartyState.Hit> hits, boolean published) {
        int found = -1;
        for (PartyState.Hit hit : hits) {
            found = hit.isTheListed() ? Math.max(found, gravity(walk, hit)) : found;
        }
        int gravest = found;
        List<PartyState.Hit> near = hits.stream()
                .filter(hit -> !hit.isTheListed() && gravity(walk, hit) > gravest && concerns(walk, hit, published))
                .toList();
        if (gravest >= 0 && !near.isEmpty()) {
            walk.asks(
                    QUESTION,
                    hits(party, near),
                    "Is the party " + party.id()
                            + " also the listed party that its name is like? A screener must decide.",
                    "15 CFR Supp. 3 to Part 732");
        }
    }

    private static int gravity(Walk walk, PartyState.Hit hit) {
        return switch (walk.law.listEffect(hit.list()).effect()) {
            case NO_EXCEPTION -> 0;
            case LICENSE_REQUIRED -> 1;
            case REVIEW -> 2;
            case PROHIBITED -> 3;
        };
    }

    private static void searched(Walk walk, PartyState party, PartyState.Screening screening) {
        Set<String> missing = new TreeSet<>();
        for (String required : walk.law.requiredLists()) {
            if (!isAmong(screening.lists(), required)) {
                missing.add(required);
            }
        }
        if (!missing.isEmpty()) {
            walk.asks(
                    QUESTION,
                    List.of(used(
                            party, "lists", String.valueOf(screening.lists().size()))),
                    "The party was not screened against " + String.join(", ", missing)
                            + ": import the lists and screen again.",
                    "15 CFR Supp. 3 to Part 732");
        }
    }

    private static boolean isAmong(List<PartyState.ListEdition> editions, String list) {
        for (PartyState.ListEdition edition : editions) {
            if (edition.list().equals(list)) {
                return true;
            }
        }
        return false;
    }

    private static void listed(Walk walk, PartyState party, PartyState.Hit hit, boolean published) {
        ListEffect effect = walk.law.listEffect(hit.list());
        String what = "The party stands on the list " + hit.list() + ": " + effect.what() + ".";
        follow(walk, QUESTION, hits(party, List.of(hit)), what, "list-" + hit.list(), effect, published);
    }

    /** Does what a list asks for, of one who stands on it or is treated so. */
    static void follow(
            Walk walk,
            String question,
            List<Used> used,
            String what,
            String ruleId,
            ListEffect effect,
            boolean published) {
        if (published && effect.earOnly()) {
            walk.note(question, used, "The list speaks of items subject to the EAR only.", effect.citation());
            return;
        }
        switch (effect.effect()) {
            case PROHIBITED -> walk.prohibits(question, used, what, effect.citation());
            case REVIEW -> walk.asks(question, used, what, effect.citation());
            case LICENSE_REQUIRED -> {
                walk.barExceptions();
                walk.requires(
                        question,
                        used,
                        what,
                        new Walk.Required(ruleId, "END_USER", effect.citation(), effect.policy(), false));
            }
            case NO_EXCEPTION -> {
                walk.barExceptions();
                String statement = effect.statement();
                if (statement != null && !walk.transaction.exceptionFacts().containsKey(statement)) {
                    walk.asks(question, used, String.valueOf(effect.statementQuestion()), effect.citation());
                } else {
                    walk.note(question, used, what, effect.citation());
                }
            }
        }
    }

    /** What a scope of headquarters finds among the parties. */
    enum Home {
        INSIDE,
        OUTSIDE,
        /** Some party's headquarters or ultimate parent are not known, and no other is inside. */
        UNKNOWN
    }

    /** Whether any party, or its ultimate parent, is at home in the scope. */
    static Home headquarters(Walk walk, CountryScope scope) {
        boolean unknown = false;
        for (PartyState party : walk.parties) {
            CountryCode own = party.headquarters();
            CountryCode parent = party.ultimateParentHeadquarters();
            if ((own != null && scope.covers(own, walk.law.groups()))
                    || (parent != null && scope.covers(parent, walk.law.groups()))) {
                return Home.INSIDE;
            }
            unknown |= own == null || parent == null;
        }
        return unknown || walk.parties.size() < walk.facts.parties().size() ? Home.UNKNOWN : Home.OUTSIDE;
    }

    static List<Used> homes(Walk walk) {
        List<Used> used = new ArrayList<>();
        for (PartyState party : walk.parties) {
            used.add(used(party, "headquarters", String.valueOf(party.headquarters())));
            used.add(used(party, "ultimateParentHeadquarters", String.valueOf(party.ultimateParentHeadquarters())));
        }
        return used;
    }

    private static List<Used> hits(PartyState party, List<PartyState.Hit> hits) {
        return hits.stream()
                .limit(5)
                .map(hit -> used(
                        party,
                        "hit",
                        hit.list() + " " + hit.entryId() + " " + hit.matchedName()
                                + String.format(Locale.ROOT, " (%.3f)", hit.score())))
                .toList();
    }

    static Used used(PartyState party, String name, String value) {
        return new Used(name, value, "party " + party.id() + " version " + party.version());
    }
}
