package dev.portcullis.classification.rules;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules with their dates, by which {@code asOf} questions are answered. Immutable.
 *
 * @param source the texts that they were read from
 * @param historyFrom the first day for which the rules are complete
 * @param residual what an item is that no rule describes
 * @param facts the dictionary of facts, by name
 * @param jurisdiction what takes an item out of the EAR
 * @param rules the parametric rules in the order of review: specific before general
 * @param remarks what an answer must say beside the rules
 */
public record RuleBook(
        String source,
        LocalDate historyFrom,
        Residual residual,
        Map<String, FactDefinition> facts,
        List<JurisdictionRule> jurisdiction,
        List<Rule> rules,
        List<Remark> remarks) {

    public RuleBook {
        facts = Map.copyOf(facts);
        jurisdiction = List.copyOf(jurisdiction);
        rules = List.copyOf(rules);
        remarks = List.copyOf(remarks);
        new RuleChecks(facts, rules).check(jurisdiction, remarks);
    }

    /** The rules of a day that can be asked of a form of datasheet, in the order of review. */
    public List<Rule> rules(Datasheet.Kind kind, LocalDate on) {
        return rules.stream()
                .filter(rule -> rule.appliesTo().contains(kind) && rule.isEffective(on))
                .toList();
    }

    /** What can take a form of datasheet out of the EAR on a day. */
    public List<JurisdictionRule> jurisdiction(Datasheet.Kind kind, LocalDate on) {
        return jurisdiction.stream()
                .filter(rule -> rule.appliesTo().contains(kind) && rule.isEffective(on))
                .toList();
    }

    /** The rules of an entry on a day. */
    public List<Rule> rules(Eccn eccn, LocalDate on) {
        return rules.stream()
                .filter(rule ->
                        rule.paragraph() != null && rule.paragraph().eccn().equals(eccn) && rule.isEffective(on))
                .toList();
    }

    /** The definition of a fact that a rule names; each is defined. */
    public FactDefinition fact(String name) {
        FactDefinition definition = facts.get(name);
        if (definition == null) {
            throw new IllegalArgumentException("no fact is called " + name);
        }
        return definition;
    }

    /**
     * What an item is that is subject to the EAR and on no entry.
     *
     * @param title in our own words
     * @param citation where it stands
     */
    public record Residual(String title, String citation) {}

    /**
     * Something that an answer must say beside the rules.
     *
     * @param appliesTo the forms of datasheet that it concerns
     * @param when on what facts it is said; null for always
     * @param text what to say
     * @param citation where it stands
     */
    public record Remark(
            Set<Datasheet.Kind> appliesTo, @Nullable Criterion when, String text, String citation) {
        public Remark {
            appliesTo = Set.copyOf(appliesTo);
        }
    }
}
