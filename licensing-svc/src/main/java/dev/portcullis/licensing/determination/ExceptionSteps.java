package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.determination.PartySteps.Home;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.GeneralRestrictions;
import dev.portcullis.licensing.regulation.ItemScope;
import dev.portcullis.licensing.regulation.LicenseException;
import dev.portcullis.licensing.regulation.LicenseException.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does a license exception lift the requirement? 15 CFR Part 740, the general restrictions of 740.2 first. */
final class ExceptionSteps {
    private static final String QUESTION = "Is a license exception available?";

    private ExceptionSteps() {}

    /** The exception that applies; null where none does. What one lacks is told as open questions. */
    static @Nullable String find(Walk walk, ItemState item, CountryCode destination) {
        if (walk.exceptionsBarred()
                || walk.required().stream().anyMatch(required -> !required.overcomable())
                || item.classification() == null) {
            walk.note(
                    QUESTION, List.of(), "None is: what requires the license allows no exception.", "15 CFR 740.2(a)");
            return null;
        }
        for (LicenseException exception : walk.law.exceptions()) {
            if (isEligible(walk, exception, item, item.classification(), destination)
                    && hasFacts(walk, exception, item.classification())) {
                return exception.name();
            }
        }
        return null;
    }

    private static boolean isEligible(
            Walk walk,
            LicenseException exception,
            ItemState item,
            ItemState.Classification classification,
            CountryCode destination) {
        if (!names(exception.items(), classification)
                || (!exception.activities().isEmpty() && !exception.activities().contains(walk.transaction.activity()))
                || (!exception.forms().isEmpty() && !exception.forms().contains(item.form()))
                || !walk.required().stream()
                        .allMatch(required -> exception.overcomes().contains(required.reason()))) {
            return false;
        }
        boolean there = exception.to().covers(destination, walk.law.groups())
                || PartySteps.headquarters(walk, exception.orHeadquarters()) == Home.INSIDE;
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

    private static boolean isRestricted(
            Walk walk, LicenseException exception, ItemState.Classification classification, CountryCode destination) {
        GeneralRestrictions general = walk.law.generalRestrictions();
        boolean advanced = names(general.advancedFamily(), classification)
                && (general.advancedScope().covers(destination, walk.law.groups())
                        || PartySteps.headquarters(walk, general.advancedHeadquarters()) != Home.OUTSIDE);
        if (advanced && !general.advancedAllowed().contains(exception.symbol())) {
            walk.note(
                    QUESTION,
                    List.of(FactSteps.stated("exception", exception.name())),
                    exception.name() + " is not available for these items there.",
                    general.advancedCitation());
            return true;
        }
        return false;
    }

    private static boolean hasFacts(Walk walk, LicenseException exception, ItemState.Classification classification) {
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
        for (Requirement requirement : exception.requires()) {
            String fact = walk.transaction.exceptionFacts().get(requirement.fact());
            if (fact == null || fact.isBlank()) {
                missing.add(requirement.question());
            } else {
                used.add(FactSteps.stated(requirement.fact(), fact));
            }
        }
        if (missing.isEmpty()) {
            walk.permits(QUESTION, used, exception.name() + " applies.", exception.citation());
            return true;
        }
        missing.forEach(walk::wouldAsk);
        walk.note(
                QUESTION,
                used,
                exception.name() + " would apply, but lacks: " + String.join(" ", missing),
                exception.citation());
        return false;
    }

    private static boolean names(List<ItemScope> items, ItemState.Classification classification) {
        String entry = ControlSteps.entry(classification);
        return items.stream().anyMatch(scope -> scope.holds(entry, classification.relatedTo()));
    }
}
