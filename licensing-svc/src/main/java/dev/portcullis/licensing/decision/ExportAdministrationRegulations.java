package dev.portcullis.licensing.decision;

import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.licensing.determination.IsInformedHold;
import dev.portcullis.licensing.determination.LicenseDetermination;
import dev.portcullis.licensing.determination.RedFlag;
import dev.portcullis.licensing.determination.Ruling;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.hold.Hold;
import dev.portcullis.licensing.hold.HoldTerms;
import dev.portcullis.licensing.regulation.Law;
import dev.portcullis.licensing.regulation.LawDigest;
import dev.portcullis.licensing.regulation.Regulations;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The shipped law: 15 CFR 730-774 as the law files have it. Read at the start: a service that cannot read its law must not become
 * ready.
 */
@Startup
@ApplicationScoped
public class ExportAdministrationRegulations {
    private final Law law = Law.shipped();
    private final Inputs.Program program;

    ExportAdministrationRegulations(@ConfigProperty(name = "quarkus.application.version") String version) {
        program = new Inputs.Program(version, LawDigest.shipped());
    }

    /** Which program and law answer now. */
    public Inputs.Program program() {
        return program;
    }

    /**
     * Answers a question. The same inputs have the same answer, to the byte, for as long as program and law are the same.
     *
     * @param id the id that the answer has
     * @param inputs what it is computed from
     * @param holds the letters that the inputs name
     */
    public Determination answer(String id, Inputs inputs, List<Hold> holds) {
        Ruling ruling = rule(inputs.transaction(), inputs.facts(), holds, inputs.flags(), inputs.asOf());
        return new Determination(
                id,
                inputs.transaction(),
                ruling.outcome(),
                ruling.authority(),
                ruling.reviewPolicy(),
                ruling.codifiedOutcome(),
                ruling.destination(),
                ruling.steps(),
                ruling.citations(),
                ruling.openQuestions(),
                FactUsed.of(inputs.facts()),
                inputs.holds(),
                inputs.flags().stream().map(RedFlag::id).sorted().toList(),
                Map.of("regulations", ruling.edition()),
                inputs.asOf(),
                inputs.facts().takenAt());
    }

    /**
     * Rules on a transaction. No I/O, no clock: the same question has the same answer.
     *
     * @param transaction what is to happen
     * @param facts what is known; a fact that is missing or not fresh never permits
     * @param holds the is-informed letters that were not withdrawn, whatever their dates
     * @param flags the red flags that reach the transaction, open or closed
     * @param asOf the day whose law applies
     */
    public Ruling rule(
            Transaction transaction, FactSnapshot facts, List<Hold> holds, List<RedFlag> flags, LocalDate asOf) {
        return LicenseDetermination.determine(
                transaction,
                facts,
                holds.stream().map(ExportAdministrationRegulations::hold).toList(),
                flags,
                law.asOf(asOf));
    }

    /** The law as it stood on a day. */
    public Regulations on(LocalDate day) {
        return law.asOf(day);
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
}
