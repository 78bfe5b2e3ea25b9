package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.determination.PartySteps.Home;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.determination.Walk.Required;
import dev.portcullis.licensing.regulation.GeneralRestriction;
import dev.portcullis.licensing.regulation.ItemScope;
import dev.portcullis.licensing.regulation.LicenseException;
import dev.portcullis.licensing.regulation.ListBasedException;
import dev.portcullis.licensing.regulation.ListBasedException.Eligibility;
import dev.portcullis.licensing.regulation.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does a license exception lift the requirement? 15 CFR Part 740, the general restrictions of 740.2 first. */
final class ExceptionSteps {
    private static final String QUESTION = "Is a license exception available?";

    private ExceptionSteps() {}

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
        boolean butFor = false;
        for (LicenseException exception : walk.law.exceptions(classification.eccn())) {
            if (!lifts(exception, walk.required()) || !isEligible(walk, exception, item, classification, destination)) {
                continue;
            }
            boolean all = lifts(exception, walk.possible());
            if (!all && walk.required().isEmpty()) {
                continue;
            }
            if (hasFacts(walk, exception, classification, destination, all)) {
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

    private static boolean isEligible(
            Walk walk,
            LicenseException exception,
            ItemState item,
            ItemState.Classification classification,
            CountryCode destination) {
        if ((!exception.activities().isEmpty() && !exception.activities().contains(walk.transaction.activity()))
                || (!exception.forms().isEmpty() && !exception.forms().contains(item.form()))
                || (!exception.items().isEmpty() && !names(exception.items(), classification))
                || names(exception.exceptItems(), classification)) {
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
        return allAtHomeIn(walk, exception) && !isRestricted(walk, exception, classification, destination);
    }

    private static boolean allAtHomeIn(Walk walk, LicenseException exception) {
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

    /** What the item's entry says of the exception, where it opens it. */
    private static @Nullable ListBasedException listed(
            Walk walk, LicenseException exception, ItemState.Classification classification) {
        if (classification.eccn() == null) {
            return null;
        }
        for (ListBasedException listed : walk.law.listBasedExceptions(classification.eccn())) {
            if (listed.symbol().equals(exception.symbol()) && listed.eligibility() != Eligibility.RESTRICTED) {
                return listed;
            }
        }
        return null;
    }

    private static boolean isRestricted(
            Walk walk, LicenseException exception, ItemState.Classification classification, CountryCode destination) {
        for (GeneralRestriction restriction : restrictions(walk, classification)) {
            if (restriction.requires().isEmpty()
                    && !restriction.allows(exception)
                    && holds(walk, restriction, classification, destination)) {
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

    private static boolean holds(
            Walk walk,
            GeneralRestriction restriction,
            ItemState.Classification classification,
            CountryCode destination) {
        if (restriction.entries() != null
                && !restriction
                        .entries()
                        .matcher(String.valueOf(classification.eccn()))
                        .matches()) {
            return false;
        }
        if (!restriction.items().isEmpty() && !names(restriction.items(), classification)) {
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

    private static List<GeneralRestriction> restrictions(Walk walk, ItemState.Classification classification) {
        Eccn eccn = classification.eccn();
        return eccn == null ? List.of() : walk.law.generalRestrictions(eccn);
    }

    private static boolean hasFacts(
            Walk walk,
            LicenseException exception,
            ItemState.Classification classification,
            CountryCode destination,
            boolean all) {
        List<Used> used = new ArrayList<>();
        used.add(FactSteps.stated("exception", exception.name()));
        List<String> missing = new ArrayList<>();
        if (names(exception.notWhenDataCenterAnd(), classification)) {
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
        ListBasedException listed = exception.listBased() ? listed(walk, exception, classification) : null;
        for (Requirement requirement : needs(walk, exception, listed, classification, destination)) {
            String fact = walk.transaction.exceptionFacts().get(requirement.fact());
            if (Answers.fulfills(requirement, fact, walk.law.day(), listed)) {
                used.add(FactSteps.stated(requirement.fact(), String.valueOf(fact)));
            } else {
                missing.add(requirement.question());
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

    /** Its own requirements, those of general restrictions, and where its entry opens it for some items only, that the item is one. */
    private static List<Requirement> needs(
            Walk walk,
            LicenseException exception,
            @Nullable ListBasedException listed,
            ItemState.Classification classification,
            CountryCode destination) {
        List<Requirement> needs = new ArrayList<>(exception.requires());
        if (listed != null
                && (listed.eligibility() == Eligibility.PARTLY
                        || listed.limitsUsd().size() > 1)) {
            needs.add(new Requirement(
                    exception.symbol() + ".eligible",
                    "Does " + exception.symbol() + " of " + classification.eccn() + " reach this item? Its entry says: "
                            + listed.terms(),
                    Requirement.Kind.YES,
                    null,
                    Set.of()));
        }
        for (ListBasedException closed : classification.eccn() == null
                ? List.<ListBasedException>of()
                : walk.law.listBasedExceptions(classification.eccn())) {
            if (closed.symbol().equals(exception.symbol()) && closed.eligibility() == Eligibility.RESTRICTED) {
                needs.add(new Requirement(
                        exception.symbol() + ".notRestricted",
                        "Is the item outside of what its entry keeps from " + exception.symbol() + "? It says: "
                                + closed.terms(),
                        Requirement.Kind.YES,
                        null,
                        Set.of()));
            }
        }
        for (GeneralRestriction restriction : restrictions(walk, classification)) {
            if (!restriction.requires().isEmpty()
                    && !restriction.allows(exception)
                    && holds(walk, restriction, classification, destination)) {
                needs.addAll(restriction.requires());
            }
        }
        return needs;
    }

    private static boolean names(List<ItemScope> items, ItemState.Classification classification) {
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
