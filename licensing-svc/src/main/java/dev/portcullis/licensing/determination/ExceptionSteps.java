package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.determination.PartySteps.Home;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.determination.Walk.Required;
import dev.portcullis.licensing.regulation.GeneralRestriction;
import dev.portcullis.licensing.regulation.ItemScope;
import dev.portcullis.licensing.regulation.LicenseException;
import dev.portcullis.licensing.regulation.OpenException;
import dev.portcullis.licensing.regulation.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does a license exception lift the requirement? 15 CFR Part 740, the general restrictions of 740.2 first. */
final class ExceptionSteps {
    private static final String QUESTION = "Is a license exception available?";

    private final Walk walk;
    private final ItemState item;
    private final ItemState.Classification classification;
    private final CountryCode destination;

    /** The general restrictions that hold for the transaction; worked out where the first exception gets that far. */
    private @Nullable List<GeneralRestriction> restrictions;

    private ExceptionSteps(
            Walk walk, ItemState item, ItemState.Classification classification, CountryCode destination) {
        this.walk = walk;
        this.item = item;
        this.classification = classification;
        this.destination = destination;
    }

    /**
     * What was found.
     *
     * @param exception the exception that lifts all that is or may be required; null where none does
     * @param butForWhatIsPossible whether one would lift what is certainly required, and not what may be
     */
    record Lifting(@Nullable String exception, boolean butForWhatIsPossible) {}

    private static final Lifting NONE = new Lifting(null, false);

    /** The exception that applies. What one lacks is told as open questions. */
    static Lifting find(Walk walk, ItemState item, CountryCode destination) {
        ItemState.Classification classification = item.classification();
        if (classification == null
                || classification.eccn() == null
                || walk.exceptionsBarred()
                || walk.required().stream().anyMatch(required -> !required.overcomable())) {
            walk.note(
                    QUESTION, List.of(), "None is: what requires the license allows no exception.", "15 CFR 740.2(a)");
            return NONE;
        }
        return new ExceptionSteps(walk, item, classification, destination)
                .first(walk.law.exceptions(classification.eccn()));
    }

    private Lifting first(List<OpenException> exceptions) {
        boolean butFor = false;
        for (OpenException open : exceptions) {
            LicenseException exception = open.exception();
            if (!lifts(exception, walk.required()) || !isEligible(exception)) {
                continue;
            }
            boolean all = lifts(exception, walk.possible());
            if (!all && walk.required().isEmpty()) {
                continue;
            }
            if (hasFacts(open, all)) {
                if (all) {
                    return new Lifting(exception.name(), false);
                }
                butFor = true;
            }
        }
        return new Lifting(null, butFor);
    }

    private static boolean lifts(LicenseException exception, List<Required> requirements) {
        for (Required required : requirements) {
            if (!exception.overcomes().contains(required.reason())) {
                return false;
            }
        }
        return true;
    }

    private boolean isEligible(LicenseException exception) {
        if ((!exception.activities().isEmpty() && !exception.activities().contains(walk.transaction.activity()))
                || (!exception.forms().isEmpty() && !exception.forms().contains(item.form()))
                || (!exception.items().isEmpty() && !names(exception.items()))
                || names(exception.exceptItems())) {
            return false;
        }
        boolean there = exception.to().covers(destination, walk.law.groups())
                || (!exception.orHeadquarters().isNowhere()
                        && PartySteps.headquarters(walk, exception.orHeadquarters()) == Home.INSIDE);
        if (!there || exception.notTo().covers(destination, walk.law.groups())) {
            return false;
        }
        if (!exception.notForHeadquarters().isNowhere()
                && PartySteps.headquarters(walk, exception.notForHeadquarters()) != Home.OUTSIDE) {
            return false;
        }
        return allAtHomeIn(exception) && !isRestricted(exception);
    }

    private boolean allAtHomeIn(LicenseException exception) {
        if (exception.headquartersIn().isNowhere()) {
            return true;
        }
        for (PartyState party : walk.parties) {
            CountryCode headquarters = party.headquarters();
            if (headquarters == null || !exception.headquartersIn().covers(headquarters, walk.law.groups())) {
                return false;
            }
        }
        return !walk.parties.isEmpty();
    }

    private boolean isRestricted(LicenseException exception) {
        for (GeneralRestriction restriction : restrictions()) {
            if (restriction.requires().isEmpty() && !restriction.allows(exception)) {
                walk.note(
                        QUESTION,
                        List.of(FactSteps.stated("exception", exception.name())),
                        exception.name() + " is not available for these items there.",
                        restriction.citation());
                return true;
            }
        }
        return false;
    }

    /** They turn on the transaction alone, and so are the same for each exception. */
    private List<GeneralRestriction> restrictions() {
        List<GeneralRestriction> holding = restrictions;
        if (holding == null) {
            holding = new ArrayList<>();
            if (classification.eccn() != null) {
                for (GeneralRestriction restriction : walk.law.generalRestrictions(classification.eccn())) {
                    if (holds(restriction)) {
                        holding.add(restriction);
                    }
                }
            }
            restrictions = holding;
        }
        return holding;
    }

    private boolean holds(GeneralRestriction restriction) {
        if (!restriction.items().isEmpty() && !names(restriction.items())) {
            return false;
        }
        if (!restriction.reasons().isEmpty()
                && !isAmong(walk.required(), restriction)
                && !isAmong(walk.possible(), restriction)) {
            return false;
        }
        if (restriction.notTo().covers(destination, walk.law.groups())) {
            return false;
        }
        return (restriction.to().isNowhere() && restriction.headquarters().isNowhere())
                || restriction.to().covers(destination, walk.law.groups())
                || (!restriction.headquarters().isNowhere()
                        && PartySteps.headquarters(walk, restriction.headquarters()) != Home.OUTSIDE);
    }

    private static boolean isAmong(List<Required> requirements, GeneralRestriction restriction) {
        for (Required required : requirements) {
            if (restriction.reasons().contains(required.reason())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasFacts(OpenException open, boolean all) {
        LicenseException exception = open.exception();
        List<Used> used = new ArrayList<>();
        used.add(FactSteps.stated("exception", exception.name()));
        List<String> missing = new ArrayList<>();
        if (names(exception.notWhenDataCenterAnd())) {
            Boolean dataCenter = classification.dataCenter();
            if (dataCenter == null) {
                missing.add(String.valueOf(exception.dataCenterQuestion()));
            } else if (dataCenter) {
                walk.note(
                        QUESTION,
                        used,
                        exception.name() + " is not available: the item is designed or marketed for data centers.",
                        exception.citation());
                return false;
            } else {
                used.add(FactSteps.used(walk, "dataCenter", "false"));
            }
        }
        ask(open, open.requires(), used, missing);
        for (GeneralRestriction restriction : restrictions()) {
            if (!restriction.allows(exception)) {
                ask(open, restriction.requires(), used, missing);
            }
        }
        if (!missing.isEmpty()) {
            missing.forEach(walk::wouldAsk);
            walk.note(
                    QUESTION,
                    used,
                    exception.name() + " would apply, but lacks: " + String.join(" ", missing),
                    exception.citation());
            return false;
        }
        if (all) {
            String duties = String.join(" ", exception.duties());
            walk.permits(
                    QUESTION,
                    used,
                    exception.name() + " applies." + (duties.isEmpty() ? "" : " " + duties),
                    exception.citation());
        } else {
            walk.note(
                    QUESTION,
                    used,
                    exception.name() + " lifts what is required, and not what may be required beside it.",
                    exception.citation());
        }
        return true;
    }

    private void ask(OpenException open, List<Requirement> requires, List<Used> used, List<String> missing) {
        for (Requirement requirement : requires) {
            String fact = walk.transaction.exceptionFacts().get(requirement.fact());
            if (Answers.fulfills(requirement, fact, walk.law.day(), open.listed())) {
                used.add(FactSteps.stated(requirement.fact(), String.valueOf(fact)));
            } else {
                missing.add(requirement.question());
            }
        }
    }

    private boolean names(List<ItemScope> items) {
        if (items.isEmpty()) {
            return false;
        }
        String entry = ControlSteps.entry(classification);
        for (ItemScope scope : items) {
            if (scope.holds(entry, classification.relatedTo())) {
                return true;
            }
        }
        return false;
    }
}
