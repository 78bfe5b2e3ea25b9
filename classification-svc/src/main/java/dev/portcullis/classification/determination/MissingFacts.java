package dev.portcullis.classification.determination;

import dev.portcullis.classification.determination.Classification.MissingFact;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what stands open into questions. */
final class MissingFacts {
    private MissingFacts() {}

    static List<MissingFact> of(Walk walk, RuleBook rules) {
        Map<String, String> askedAs = new LinkedHashMap<>();
        Map<String, Set<String>> decides = new LinkedHashMap<>();
        for (Candidate candidate : walk.open()) {
            for (String fact : named(candidate)) {
                // Several facts may follow from one field: it is asked for once.
                String first = askedAs.computeIfAbsent(rules.fact(fact).question(), question -> fact);
                decides.computeIfAbsent(first, name -> new LinkedHashSet<>()).add(candidate.label());
            }
        }
        ParagraphRef last = walk.last();
        List<MissingFact> missing = new ArrayList<>();
        decides.forEach((fact, labels) -> {
            FactDefinition definition = rules.fact(fact);
            missing.add(new MissingFact(
                    fact,
                    definition.field(),
                    definition.question(),
                    List.copyOf(labels),
                    last == null ? null : last.toString()));
        });
        return missing;
    }

    /** The facts that leave a candidate open. */
    static Set<String> named(Candidate candidate) {
        return leaves(candidate)
                .filter(leaf -> leaf.note() == null || !leaf.criterion().equals("fact"))
                .map(Finding::fact)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The findings without parts that are open and hold their whole open. */
    static Stream<Finding> leaves(Candidate candidate) {
        return Stream.concat(
                        Stream.of(candidate.criteria()),
                        candidate.notes().stream().map(Candidate.Note::finding))
                .flatMap(MissingFacts::leaves);
    }

    /** What to ask so that an open finding closes. */
    static List<String> questions(Finding finding, RuleBook rules) {
        return leaves(finding)
                .map(Finding::fact)
                .filter(Objects::nonNull)
                .map(fact -> rules.fact(fact).question())
                .distinct()
                .toList();
    }

    private static Stream<Finding> leaves(Finding finding) {
        if (finding.outcome() != Outcome.UNKNOWN) {
            return Stream.of();
        }
        return finding.parts().isEmpty()
                ? Stream.of(finding)
                : finding.parts().stream().flatMap(MissingFacts::leaves);
    }
}
