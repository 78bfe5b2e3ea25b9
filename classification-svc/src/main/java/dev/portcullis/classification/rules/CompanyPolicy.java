package dev.portcullis.classification.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a company asks for beside the law.
 *
 * @param source whose policy this is, and of which day
 * @param triggers its reasons for a review
 */
public record CompanyPolicy(String source, List<Trigger> triggers) {
    /** A company that asks for nothing of its own. */
    public static final CompanyPolicy NONE = new CompanyPolicy("none", List.of());

    public CompanyPolicy {
        if (source == null || triggers == null) {
            throw new IllegalArgumentException("a company policy has a source and a list of triggers");
        }
        triggers = List.copyOf(triggers);
        Set<String> ids = new HashSet<>();
        for (Trigger trigger : triggers) {
            if (!ids.add(trigger.id())) {
                throw new IllegalArgumentException("two triggers are called " + trigger.id());
            }
        }
    }

    /** @throws IllegalArgumentException where a trigger asks for a fact that the rules' dictionary does not have */
    public CompanyPolicy checkedAgainst(RuleBook rules) {
        RuleChecks checks = new RuleChecks(rules.facts(), rules.rules());
        triggers.forEach(trigger -> checks.criterion(trigger.id(), trigger.when()));
        return this;
    }
}
