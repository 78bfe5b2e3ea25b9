package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.determination.PartySteps.Home;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.facts.KnownFact;
import dev.portcullis.licensing.regulation.CountryScope;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Has BIS told the company that a license is required? 15 CFR 744.23(b) and the like paragraphs of Part 744. */
final class HoldStep {
    private static final String QUESTION = "Does an \"is informed\" letter reach the transaction?";

    private HoldStep() {}

    static void judge(Walk walk, ItemState item, CountryCode destination) {
        walk.holds.stream()
                .filter(hold -> reachesItem(hold, item) && hold.isInEffect(walk.law.day()))
                .sorted(Comparator.comparing(IsInformedHold::id))
                .forEach(hold -> apply(walk, destination, hold));
    }

    private static void apply(Walk walk, CountryCode destination, IsInformedHold hold) {
        Home place = reachesTarget(walk, hold, destination);
        if (place == Home.OUTSIDE) {
            return;
        }
        List<Used> used = List.of(
                new Used("letter", hold.letterReference(), "hold " + hold.id()),
                FactSteps.stated("destination", destination.value()));
        if (place == Home.UNKNOWN) {
            walk.asks(
                    QUESTION,
                    used,
                    "Where are the headquarters of each party and of its ultimate parent? The letter "
                            + hold.letterReference() + " turns on it.",
                    hold.citation());
        } else if (hold.outcome() == Outcome.REVIEW) {
            walk.asks(
                    QUESTION,
                    used,
                    "The letter " + hold.letterReference()
                            + " reaches the transaction: a compliance officer must decide.",
                    hold.citation());
        } else {
            walk.barExceptions();
            walk.requires(
                    QUESTION,
                    used,
                    "The letter " + hold.letterReference() + " requires a license.",
                    new Walk.Required("hold-" + hold.id(), "IS_INFORMED", hold.citation(), null, false));
        }
    }

    private static boolean reachesItem(IsInformedHold hold, ItemState item) {
        return (hold.itemIds().isEmpty() && hold.eccns().isEmpty())
                || hold.itemIds().contains(item.id())
                || (item.classification() != null
                        && item.classification().eccn() != null
                        && hold.eccns().contains(item.classification().eccn()));
    }

    private static Home reachesTarget(Walk walk, IsInformedHold hold, CountryCode destination) {
        boolean everywhere = hold.countries().isEmpty()
                && hold.countryGroups().isEmpty()
                && hold.headquarters().isEmpty()
                && hold.partyIds().isEmpty();
        CountryScope places = new CountryScope(false, hold.countries(), hold.countryGroups(), Set.of(), Set.of());
        if (everywhere
                || places.covers(destination, walk.law.groups())
                || walk.facts.parties().stream().map(KnownFact::id).anyMatch(hold.partyIds()::contains)) {
            return Home.INSIDE;
        }
        return hold.headquarters().isEmpty()
                ? Home.OUTSIDE
                : PartySteps.headquarters(
                        walk, new CountryScope(false, hold.headquarters(), Set.of(), Set.of(), Set.of()));
    }
}
