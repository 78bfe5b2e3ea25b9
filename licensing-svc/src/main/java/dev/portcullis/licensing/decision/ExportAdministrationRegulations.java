package dev.portcullis.licensing.decision;

import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.licensing.determination.Determination;
import dev.portcullis.licensing.determination.IsInformedHold;
import dev.portcullis.licensing.determination.LicenseDetermination;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.hold.Hold;
import dev.portcullis.licensing.hold.HoldTerms;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The shipped law: 15 CFR 730-774 as the law files have it. Read at the start: a service that cannot read its law must not become
 * ready.
 */
@Startup
@ApplicationScoped
public class ExportAdministrationRegulations implements Law {
    private final dev.portcullis.licensing.regulation.Law law = dev.portcullis.licensing.regulation.Law.shipped();

    @Override
    public Ruling rule(Transaction transaction, FactSnapshot facts, List<Hold> holds, LocalDate asOf) {
        Determination determination = LicenseDetermination.determine(
                transaction(transaction),
                facts,
                holds.stream().map(ExportAdministrationRegulations::hold).toList(),
                law.asOf(asOf));
        Map<String, String> editions = new LinkedHashMap<>();
        editions.put("regulations", determination.edition());
        return new Ruling(
                determination.outcome(),
                determination.authority(),
                determination.reviewPolicy() == null
                        ? null
                        : determination.reviewPolicy().name(),
                determination.codifiedOutcome(),
                determination.destination(),
                determination.steps().stream()
                        .map(ExportAdministrationRegulations::step)
                        .toList(),
                determination.citations(),
                determination.openQuestions(),
                editions);
    }

    private static dev.portcullis.licensing.determination.Transaction transaction(Transaction transaction) {
        return new dev.portcullis.licensing.determination.Transaction(
                transaction.activity(),
                transaction.itemId(),
                transaction.personId(),
                transaction.destination(),
                transaction.region(),
                new TreeSet<>(transaction.endUses()),
                new TreeMap<>(transaction.exceptionFacts()));
    }

    private static IsInformedHold hold(Hold hold) {
        HoldTerms terms = hold.terms();
        return new IsInformedHold(
                hold.id(),
                terms.letterReference(),
                terms.effectiveFrom(),
                terms.effectiveUntil(),
                Set.copyOf(terms.itemIds()),
                Set.copyOf(terms.eccns()),
                Set.copyOf(terms.countries()),
                Set.copyOf(terms.countryGroups()),
                Set.copyOf(terms.headquartersCountries()),
                Set.copyOf(terms.partyIds()),
                terms.outcome() == HoldTerms.Outcome.REVIEW
                        ? DeterminationState.Outcome.REVIEW
                        : DeterminationState.Outcome.LICENSE_REQUIRED,
                terms.citation());
    }

    private static Step step(dev.portcullis.licensing.determination.Step step) {
        Map<String, String> values = new LinkedHashMap<>();
        step.used()
                .forEach(used -> values.merge(
                        used.name(),
                        used.value() + " (" + used.source() + ")",
                        (a, b) -> a.equals(b) ? a : a + "; " + b));
        return new Step(step.question(), values, step.finding().name(), step.explanation(), List.of(step.citation()));
    }
}
