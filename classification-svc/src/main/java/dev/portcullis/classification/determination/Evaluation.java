package dev.portcullis.classification.determination;

import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.facts.Subject;
import dev.portcullis.classification.rules.Criterion;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks criteria of a subject, and says of each what was found. */
final class Evaluation {
    /** The name under which a missing list of components or relations is asked for. */
    static final String COMPONENTS = "components";

    static final String RELATIONS = "relations";

    private static final String PRESUMED =
            "The datasheet does not speak of it; a person has excluded the entries that it does not speak of.";

    private static final String STANDING = "The datasheet does not speak of it; it is taken so until it does.";

    private final RuleBook rules;
    private final LocalDate asOf;

    Evaluation(RuleBook rules, LocalDate asOf) {
        this.rules = rules;
        this.asOf = asOf;
    }

    /** A rule with its notes. */
    Candidate candidate(Rule rule, Subject subject) {
        Finding when = find(rule.when(), subject);
        Outcome outcome = when.outcome();
        List<Candidate.Note> notes = new ArrayList<>();
        for (Rule.Exclusion exclusion : rule.unless()) {
            Finding finding = find(exclusion.when(), subject);
            notes.add(new Candidate.Note(exclusion.note(), exclusion.title(), exclusion.citation(), finding));
            outcome = outcome.and(finding.outcome().not());
        }
        return new Candidate(
                rule.id(),
                rule.paragraph(),
                rule.title(),
                outcome,
                rule.posture(asOf),
                rule.effectiveFrom(),
                rule.effectiveTo(),
                rule.citation(),
                when,
                notes,
                rule.review());
    }

    Finding find(Criterion criterion, Subject subject) {
        if (criterion instanceof Criterion.All all) {
            List<Finding> parts =
                    all.parts().stream().map(part -> find(part, subject)).toList();
            return Finding.branch(Outcome.all(outcomes(parts)), "all", null, parts);
        }
        if (criterion instanceof Criterion.AnyOf any) {
            List<Finding> parts =
                    any.parts().stream().map(part -> find(part, subject)).toList();
            return Finding.branch(Outcome.any(outcomes(parts)), "any", null, parts);
        }
        if (criterion instanceof Criterion.Not not) {
            Finding part = find(not.part(), subject);
            return Finding.branch(part.outcome().not(), "not", null, List.of(part));
        }
        if (criterion instanceof Criterion.Compare compare) {
            return compare(compare, subject.value(compare.fact()));
        }
        if (criterion instanceof Criterion.Is is) {
            FactValue value = subject.value(is.fact());
            Outcome outcome = value.said() instanceof FactValue.Flag flag
                    ? Outcome.of(flag.value() == is.expected())
                    : Outcome.UNKNOWN;
            return leaf(outcome, is.fact(), value, "is", is.expected(), null, is.citation());
        }
        if (criterion instanceof Criterion.OneOf oneOf) {
            FactValue value = subject.value(oneOf.fact());
            Outcome outcome = value.said() instanceof FactValue.Word word
                    ? Outcome.of(oneOf.words().contains(word.value()))
                    : Outcome.UNKNOWN;
            List<String> words = oneOf.words().stream().sorted().toList();
            return leaf(outcome, oneOf.fact(), value, "oneOf", words, null, oneOf.citation());
        }
        if (criterion instanceof Criterion.Meets meets) {
            return meets(meets.paragraphs(), "meets", meets.citation(), subject);
        }
        if (criterion instanceof Criterion.Contains contains) {
            return contains(contains, subject);
        }
        return isFor((Criterion.IsFor) criterion, subject);
    }

    private Finding compare(Criterion.Compare compare, FactValue value) {
        BigDecimal margin = null;
        Outcome outcome = Outcome.UNKNOWN;
        if (value.said() instanceof FactValue.Figure figure) {
            outcome = Outcome.of(compare.comparison().holds(figure.value(), compare.threshold()));
            margin = figure.value().subtract(compare.threshold());
        }
        return leaf(
                outcome,
                compare.fact(),
                value,
                compare.comparison().word(),
                compare.threshold(),
                margin,
                compare.citation());
    }

    private Finding leaf(
            Outcome outcome,
            String fact,
            FactValue value,
            String comparison,
            Object threshold,
            @Nullable BigDecimal margin,
            @Nullable String citation) {
        FactDefinition definition = rules.fact(fact);
        boolean said = !(value instanceof FactValue.Missing || value instanceof FactValue.Undefined);
        String note = value instanceof FactValue.Undefined undefined ? undefined.reason() : null;
        if (value instanceof FactValue.Presumed) {
            note = definition.standing() ? STANDING : PRESUMED;
        }
        return new Finding(
                outcome,
                "fact",
                fact,
                definition.label(),
                said ? value : null,
                comparison,
                threshold,
                definition.unit(),
                margin,
                citation,
                note,
                List.of());
    }

    /** One of the paragraphs is met by the subject itself, the notes of each applied. */
    private Finding meets(List<ParagraphRef> paragraphs, String criterion, @Nullable String citation, Subject subject) {
        List<Finding> parts = new ArrayList<>();
        for (Rule rule : rules.rules(subject.kind(), asOf)) {
            if (rule.paragraph() != null && paragraphs.stream().anyMatch(p -> p.covers(rule.paragraph()))) {
                Candidate candidate = candidate(rule, subject);
                List<Finding> reasons = new ArrayList<>(List.of(candidate.criteria()));
                candidate
                        .notes()
                        .forEach(note -> reasons.add(Finding.branch(
                                note.finding().outcome(), note.note(), note.citation(), List.of(note.finding()))));
                parts.add(Finding.branch(candidate.outcome(), rule.paragraph().toString(), rule.citation(), reasons));
            }
        }
        return Finding.branch(Outcome.any(outcomes(parts)), criterion, citation, parts);
    }

    private Finding contains(Criterion.Contains contains, Subject subject) {
        if (subject.circuits() == null) {
            return Finding.unknown("contains", COMPONENTS, contains.citation(), null);
        }
        List<Finding> parts = subject.circuits().stream()
                .map(circuit -> meets(contains.paragraphs(), circuit.name(), null, circuit))
                .toList();
        return Finding.branch(Outcome.any(outcomes(parts)), "contains", contains.citation(), parts);
    }

    private Finding isFor(Criterion.IsFor criterion, Subject subject) {
        if (subject.relations() == null) {
            return Finding.unknown("isFor", RELATIONS, criterion.citation(), null);
        }
        List<Finding> parts = new ArrayList<>();
        for (Relation relation : subject.relations()) {
            if (!criterion.concerns(relation)) {
                continue;
            }
            String controlledBy = relation.controlledBy();
            if (controlledBy == null) {
                parts.add(Finding.unknown(
                        "item " + relation.itemId(), RELATIONS, null, "the item has no classification in effect"));
                continue;
            }
            ParagraphRef of = ParagraphRef.of(controlledBy);
            parts.add(Finding.branch(Outcome.of(criterion.covers(of)), of.toString(), null, List.of()));
        }
        return Finding.branch(Outcome.any(outcomes(parts)), "isFor", criterion.citation(), parts);
    }

    private static List<Outcome> outcomes(List<Finding> parts) {
        return parts.stream().map(Finding::outcome).toList();
    }
}
