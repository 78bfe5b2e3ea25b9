package dev.portcullis.classification.determination;

import dev.portcullis.classification.determination.Comparison.Answer;
import dev.portcullis.classification.determination.Comparison.Change;
import dev.portcullis.classification.determination.Comparison.Criterion;
import dev.portcullis.classification.determination.Comparison.Side;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Subject;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.rules.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two subjects of one form. Which fact turns the answer is tried out: each is put into the other subject by itself. A figure that
 * follows from several facts, such as a performance, is a fact of its own here: what counts is what criteria ask for.
 */
final class Comparer {
    private final RuleBook rules;
    private final Function<Subject, Classification> classify;

    Comparer(RuleBook rules, Function<Subject, Classification> classify) {
        this.rules = rules;
        this.classify = classify;
    }

    Comparison compare(Subject from, Classification before, Subject to, Classification after) {
        Answer first = Answer.of(before);
        Answer second = Answer.of(after);
        List<Change> changes = new ArrayList<>();
        Set<String> names = new TreeSet<>(from.values().keySet());
        names.addAll(to.values().keySet());
        for (String name : names) {
            FactValue was = from.value(name);
            FactValue is = to.value(name);
            FactDefinition definition = rules.facts().get(name);
            if (definition != null && !was.equals(is)) {
                changes.add(change(
                        name, definition, said(was), said(is), first, with(from, name, to), with(to, name, from)));
            }
        }
        if (!Objects.equals(from.circuits(), to.circuits())) {
            changes.add(change("components", null, null, null, first, withCircuits(from, to), withCircuits(to, from)));
        }
        if (!Objects.equals(from.relations(), to.relations())) {
            changes.add(change("relations", null, null, null, first, withRelations(from, to), withRelations(to, from)));
        }
        changes.sort(Comparator.comparing(change -> !change.turns()));
        return new Comparison(before.asOf(), before.edition(), first, second, changes, criteria(before, after));
    }

    private Change change(
            String name,
            @Nullable FactDefinition definition,
            @Nullable FactValue was,
            @Nullable FactValue is,
            Answer first,
            Subject there,
            Subject back) {
        Answer alone = Answer.of(classify.apply(there));
        return new Change(
                name,
                definition == null ? name : definition.label(),
                definition == null ? null : definition.unit(),
                definition == null ? "/" + name : definition.field(),
                was,
                is,
                !alone.same(first),
                alone,
                Answer.of(classify.apply(back)));
    }

    private static @Nullable FactValue said(FactValue value) {
        return value instanceof FactValue.Missing ? null : value;
    }

    private static Subject with(Subject subject, String fact, Subject other) {
        Map<String, FactValue> values = new LinkedHashMap<>(subject.values());
        values.put(fact, other.value(fact));
        return new Subject(
                subject.name(),
                subject.count(),
                subject.kind(),
                values,
                without(subject.presumed(), fact),
                subject.circuits(),
                subject.relations());
    }

    /** A fact that the other one leaves open stays open: nothing is presumed of it. */
    private static Map<String, FactValue> without(Map<String, FactValue> presumed, String fact) {
        Map<String, FactValue> others = new HashMap<>(presumed);
        others.remove(fact);
        return others;
    }

    private static Subject withCircuits(Subject subject, Subject other) {
        return new Subject(
                subject.name(),
                subject.count(),
                subject.kind(),
                subject.values(),
                subject.presumed(),
                other.circuits(),
                subject.relations());
    }

    private static Subject withRelations(Subject subject, Subject other) {
        return new Subject(
                subject.name(),
                subject.count(),
                subject.kind(),
                subject.values(),
                subject.presumed(),
                subject.circuits(),
                other.relations());
    }

    private static List<Criterion> criteria(Classification before, Classification after) {
        Map<Asked, Finding> was = asked(before);
        Map<Asked, Finding> is = asked(after);
        List<Criterion> criteria = new ArrayList<>();
        Stream.concat(was.keySet().stream(), is.keySet().stream().filter(key -> !was.containsKey(key)))
                .forEach(key -> {
                    Finding first = was.get(key);
                    Finding second = is.get(key);
                    Side from = side(first);
                    Side to = side(second);
                    if (!Objects.equals(from, to)) {
                        Finding any = Objects.requireNonNull(first == null ? second : first, "one of the two");
                        criteria.add(new Criterion(
                                key.rule(),
                                key.paragraph(),
                                key.fact(),
                                any.comparison(),
                                any.threshold(),
                                any.unit(),
                                any.citation(),
                                from,
                                to));
                    }
                });
        return criteria;
    }

    private static @Nullable Side side(@Nullable Finding finding) {
        return finding == null ? null : new Side(finding.outcome(), finding.value(), finding.margin());
    }

    /** The criteria that were asked, each under its place in its rule. */
    private static Map<Asked, Finding> asked(Classification classification) {
        Map<Asked, Finding> asked = new LinkedHashMap<>();
        for (Candidate candidate : classification.walk()) {
            Stream.concat(
                            Stream.of(candidate.criteria()),
                            candidate.notes().stream().map(Candidate.Note::finding))
                    .flatMap(Comparer::leaves)
                    .forEach(leaf -> {
                        String fact = Objects.requireNonNull(leaf.fact(), "a leaf asks for a fact");
                        String paragraph = candidate.paragraph() == null
                                ? null
                                : candidate.paragraph().toString();
                        int nth = 0;
                        Asked key = new Asked(candidate.rule(), paragraph, fact, leaf.threshold(), nth);
                        while (asked.putIfAbsent(key, leaf) != null) {
                            key = new Asked(candidate.rule(), paragraph, fact, leaf.threshold(), ++nth);
                        }
                    });
        }
        return asked;
    }

    private static Stream<Finding> leaves(Finding finding) {
        if (finding.parts().isEmpty()) {
            return finding.fact() == null ? Stream.of() : Stream.of(finding);
        }
        return finding.parts().stream().flatMap(Comparer::leaves);
    }

    private record Asked(
            String rule,
            @Nullable String paragraph,
            String fact,
            @Nullable Object threshold,
            int nth) {}
}
