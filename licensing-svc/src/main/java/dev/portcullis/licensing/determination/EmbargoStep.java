package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.Embargo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** General Prohibition Six: embargoes and other special controls (15 CFR 736.2(b)(6), Part 746). */
final class EmbargoStep {
    private static final String QUESTION = "Is the destination under an embargo or another special control?";

    private EmbargoStep() {}

    static void judge(Walk walk, ItemState item, CountryCode destination) {
        boolean none = true;
        for (Embargo embargo : walk.law.embargoes(destination)) {
            none = false;
            apply(walk, item, destination, embargo);
        }
        if (none) {
            walk.passes(QUESTION, place(destination), "No control of Part 746 speaks of it.", "15 CFR 736.2(b)(6)");
        }
    }

    private static void apply(Walk walk, ItemState item, CountryCode destination, Embargo embargo) {
        if (!embargo.regions().isEmpty() && !walk.transaction.toPerson()) {
            String region = walk.transaction.region() == null
                    ? null
                    : walk.transaction.region().toUpperCase(Locale.ROOT);
            if (region != null && embargo.otherRegions().contains(region)) {
                walk.passes(QUESTION, place(destination), "The region is not under the control.", embargo.citation());
                return;
            }
            if (region == null || !embargo.regions().contains(region)) {
                walk.asks(QUESTION, place(destination), String.valueOf(embargo.regionQuestion()), embargo.citation());
                return;
            }
        } else if (!embargo.regions().isEmpty()) {
            // A nationality has no region; what is sent to one is judged where it is sent.
            return;
        }
        if (walk.transaction.toPerson()) {
            national(walk, item, destination, embargo);
            return;
        }
        Eccn eccn = item.classification() == null ? null : item.classification().eccn();
        if (eccn != null && eccn.isEar99() && isFree(walk, destination, embargo)) {
            return;
        }
        if (eccn != null && eccn.isEar99() && !embargo.ear99()) {
            walk.asks(QUESTION, place(destination), String.valueOf(embargo.ear99Question()), embargo.citation());
            return;
        }
        if (embargo.outcome() == Outcome.PROHIBITED) {
            walk.prohibits(QUESTION, place(destination), "The destination is under an embargo.", embargo.citation());
        } else {
            walk.requires(
                    QUESTION,
                    place(destination),
                    "The destination is under an embargo.",
                    new Walk.Required(embargo.id(), embargo.reason(), embargo.citation(), embargo.policy(), true));
        }
    }

    /** Whether the sender states of an EAR99 item what frees it; else he is told that he could. */
    private static boolean isFree(Walk walk, CountryCode destination, Embargo embargo) {
        String question = embargo.ear99Free();
        if (question == null) {
            return false;
        }
        String said = walk.transaction.exceptionFacts().get(embargo.ear99FreeFact());
        if (Statement.of(said) != Statement.YES) {
            walk.wouldAsk(question + " Say " + embargo.ear99FreeFact() + " YES or NO.");
            return false;
        }
        List<Used> used = new ArrayList<>(place(destination));
        used.add(FactSteps.stated(embargo.ear99FreeFact(), String.valueOf(said)));
        walk.passes(QUESTION, used, "The sender states what frees an EAR99 item: " + question, embargo.citation());
        return true;
    }

    /** A release to a national of the country, who is not there: the embargo's own words on places do not fit. */
    private static void national(Walk walk, ItemState item, CountryCode country, Embargo embargo) {
        Embargo.Deemed deemed = embargo.deemed();
        if (deemed == null) {
            return;
        }
        Eccn eccn = item.classification() == null ? null : item.classification().eccn();
        if (eccn == null || eccn.isEar99() || deemed.outcome() == Outcome.REVIEW) {
            walk.asks(QUESTION, place(country), deemed.ear99Question(), embargo.citation());
        } else if (deemed.outcome() == Outcome.PROHIBITED) {
            walk.prohibits(QUESTION, place(country), "The person is a national of the country.", embargo.citation());
        } else {
            walk.barExceptions();
            walk.requires(
                    QUESTION,
                    place(country),
                    "The person is a national of a country under an embargo.",
                    new Walk.Required(embargo.id(), embargo.reason(), embargo.citation(), deemed.policy(), false));
        }
    }

    /** Embargoes that concern a party which is at home in the country while the item goes elsewhere. */
    static void parties(Walk walk) {
        for (PartyState party : walk.parties) {
            for (CountryCode home : homes(party)) {
                if (home.equals(walk.destination)) {
                    continue;
                }
                for (Embargo embargo : walk.law.embargoes(home)) {
                    if (embargo.partyQuestion() != null) {
                        walk.asks(
                                "Is a party at home in a country under an embargo?",
                                List.of(PartySteps.used(party, "home", home.value())),
                                embargo.partyQuestion(),
                                embargo.citation());
                    }
                }
            }
        }
    }

    private static Set<CountryCode> homes(PartyState party) {
        Set<CountryCode> homes = new LinkedHashSet<>();
        homes.add(party.country());
        if (party.headquarters() != null) {
            homes.add(party.headquarters());
        }
        if (party.ultimateParentHeadquarters() != null) {
            homes.add(party.ultimateParentHeadquarters());
        }
        return homes;
    }

    /** What is not subject to the EAR may still be subject to sanctions. */
    static void published(Walk walk) {
        if (walk.destination == null || walk.transaction.toPerson()) {
            return;
        }
        for (Embargo embargo : walk.law.embargoes(walk.destination)) {
            if (embargo.publishedQuestion() != null) {
                walk.asks(QUESTION, place(walk.destination), embargo.publishedQuestion(), embargo.citation());
            }
        }
    }

    private static List<Used> place(CountryCode destination) {
        return List.of(FactSteps.stated("destination", destination.value()));
    }
}
