package dev.portcullis.classification.determination;

import dev.portcullis.classification.facts.Subject;
import dev.portcullis.classification.rules.Criterion;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which controlled paragraphs software or technology is for, in the words of the rule that decided. */
final class Relations {
    private Relations() {}

    static List<String> matched(Subject subject, @Nullable Candidate decider, RuleBook rules) {
        if (decider == null || subject.relations() == null) {
            return List.of();
        }
        return rules.rules().stream()
                .filter(rule -> rule.id().equals(decider.rule()))
                .map(Rule::when)
                .flatMap(Criterion::leaves)
                .filter(Criterion.IsFor.class::isInstance)
                .map(Criterion.IsFor.class::cast)
                .flatMap(criterion -> subject.relations().stream()
                        .filter(criterion::concerns)
                        .map(relation -> relation.controlledBy())
                        .filter(Objects::nonNull)
                        .map(ParagraphRef::of)
                        .flatMap(of -> criterion.paragraphs().stream()
                                .filter(paragraph -> paragraph.covers(of))
                                .map(paragraph -> paragraph.paragraph() == null ? of : paragraph)))
                .map(ParagraphRef::toString)
                .distinct()
                .sorted()
                .toList();
    }
}
