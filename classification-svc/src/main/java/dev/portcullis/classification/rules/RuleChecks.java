package dev.portcullis.classification.rules;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.rules.FactDefinition.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses rules that contradict themselves: no answer is better than one by rules with a hole. */
final class RuleChecks {
    private final Map<String, FactDefinition> facts;
    private final List<Rule> rules;

    RuleChecks(Map<String, FactDefinition> facts, List<Rule> rules) {
        this.facts = facts;
        this.rules = rules;
    }

    void check(List<JurisdictionRule> jurisdiction, List<RuleBook.Remark> remarks) {
        facts.forEach(RuleChecks::fact);
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("two rules are called " + rule.id());
            }
            ParagraphRef paragraph = rule.paragraph();
            criterion(rule.id(), rule.when(), paragraph);
            rule.unless().forEach(exclusion -> criterion(rule.id(), exclusion.when(), paragraph));
        }
        jurisdiction.forEach(rule -> criterion(rule.id(), rule.when(), null));
        for (RuleBook.Remark remark : remarks) {
            if (remark.when() != null) {
                criterion("a remark", remark.when(), null);
            }
        }
    }

    void criterion(String id, Criterion criterion) {
        criterion(id, criterion, null);
    }

    private void criterion(String id, Criterion criterion, @Nullable ParagraphRef own) {
        criterion.leaves().forEach(leaf -> leaf(id, leaf, own));
    }

    private void leaf(String id, Criterion criterion, @Nullable ParagraphRef own) {
        if (criterion instanceof Criterion.Compare compare) {
            defined(id, compare.fact(), Form.FIGURE);
        } else if (criterion instanceof Criterion.Is is) {
            defined(id, is.fact(), Form.FLAG);
        } else if (criterion instanceof Criterion.OneOf oneOf) {
            FactDefinition.Stated stated = defined(id, oneOf.fact(), Form.WORD).stated();
            if (stated != null && !stated.words().containsAll(oneOf.words())) {
                throw new IllegalArgumentException(id + " asks " + oneOf.fact() + " for a word that it has not");
            }
        } else if (criterion instanceof Criterion.Meets meets) {
            meets.paragraphs().forEach(paragraph -> parametric(id, paragraph, own));
        } else if (criterion instanceof Criterion.Contains contains) {
            contains.paragraphs().forEach(paragraph -> parametric(id, paragraph, own));
        }
    }

    private FactDefinition defined(String id, String fact, Form form) {
        FactDefinition definition = facts.get(fact);
        if (definition == null) {
            throw new IllegalArgumentException(id + " asks for a fact that is not defined: " + fact);
        }
        if (definition.stated() != null && definition.stated().as() != form) {
            throw new IllegalArgumentException(id + " asks for " + fact + " as " + form + ", which it is not");
        }
        return definition;
    }

    private static void fact(String name, FactDefinition fact) {
        boolean characteristic = fact.field().equals(FactDefinition.fieldOf(name));
        if (characteristic != (fact.stated() != null)) {
            throw new IllegalArgumentException(
                    name + " is stated among the characteristics, under its own name, or is not stated");
        }
        Characteristic presumed = fact.unlessSaid();
        if (fact.standing() && presumed == null) {
            throw new IllegalArgumentException(name + " stands as something that is not said");
        }
        if (presumed == null || fact.stated() == null) {
            return;
        }
        boolean fits = switch (fact.stated().as()) {
            case FIGURE -> presumed.figure() != null;
            case FLAG -> presumed.flag() != null;
            case WORD -> fact.stated().words().contains(presumed.word());
        };
        if (!fits) {
            throw new IllegalArgumentException("what is presumed of " + name + " is no value of it");
        }
    }

    /** A paragraph that another rule builds on is itself built on figures alone, so that no rule can come back to itself. */
    private void parametric(String id, ParagraphRef paragraph, @Nullable ParagraphRef own) {
        List<Rule> meant = rules.stream()
                .filter(rule -> rule.paragraph() != null && paragraph.covers(rule.paragraph()))
                .toList();
        if (meant.isEmpty() || own != null && paragraph.covers(own)) {
            throw new IllegalArgumentException(id + " builds on a paragraph that no other rule decides: " + paragraph);
        }
        if (meant.stream().anyMatch(rule -> builds(rule.when()))) {
            throw new IllegalArgumentException(
                    id + " builds on a paragraph that itself builds on others: " + paragraph);
        }
    }

    private static boolean builds(Criterion criterion) {
        return criterion
                .leaves()
                .anyMatch(leaf -> leaf instanceof Criterion.Meets || leaf instanceof Criterion.Contains);
    }
}
