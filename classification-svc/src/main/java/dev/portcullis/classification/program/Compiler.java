package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.facts.Subjects;
import dev.portcullis.classification.rules.Criterion;
import dev.portcullis.classification.rules.JurisdictionRule;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Posture;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one day for one form of datasheet. What is asked twice gets one slot. */
final class Compiler {
    private final RuleBook book;
    private final LocalDate asOf;
    private final Subjects subjects;
    private final int mostSteps;
    private final List<Rule> rules;
    private final List<JurisdictionRule> jurisdiction;

    /** How to compile for the circuits that an item contains; null where no rule asks for them. */
    private @Nullable Compiler circuits;

    /** What is asked of each of them. */
    private final List<Node> questions = new ArrayList<>();

    private final Map<String, TreeSet<BigDecimal>> thresholds = new HashMap<>();
    private final Map<String, TreeSet<String>> words = new HashMap<>();
    private final Map<Object, Integer> indexes = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Node> compiled = new LinkedHashMap<>();

    /** @param mostSteps that are noted; see {@link Paths} */
    Compiler(RuleBook book, Datasheet.Kind kind, LocalDate asOf, Subjects subjects, int mostSteps) {
        this.mostSteps = mostSteps;
        this.subjects = subjects;
        this.book = book;
        this.asOf = asOf;
        this.rules = book.rules(kind, asOf);
        this.jurisdiction = book.jurisdiction(kind, asOf);
        Stream.concat(
                        rules.stream()
                                .flatMap(rule -> Stream.concat(
                                        Stream.of(rule.when()),
                                        rule.unless().stream().map(Rule.Exclusion::when))),
                        jurisdiction.stream().map(JurisdictionRule::when))
                .flatMap(Criterion::leaves)
                .forEach(this::gather);
    }

    KindProgram compile() {
        Node published = new Node.AnyOf(
                jurisdiction.stream().map(rule -> node(rule.when())).toArray(Node[]::new));
        List<KindProgram.Step> steps = rules.stream()
                .map(rule -> new KindProgram.Step(
                        rule.paragraph(), rule.review() != null, rule.posture(asOf) == Posture.IN_FORCE, rule(rule)))
                .toList();
        return new KindProgram(ranking(), published, steps, mostSteps);
    }

    private Ranking ranking() {
        Compiler inner = circuits;
        Contained contained = inner == null ? null : new Contained(inner.ranking(), mostSteps, questions);
        return new Ranking(slots, subjects, contained);
    }

    private void gather(Criterion leaf) {
        if (leaf instanceof Criterion.Compare compare) {
            // Ordered by compareTo, to which 1600 and 1600.0 are one threshold.
            thresholds
                    .computeIfAbsent(compare.fact(), fact -> new TreeSet<>(Comparator.naturalOrder()))
                    .add(compare.threshold());
        } else if (leaf instanceof Criterion.OneOf oneOf) {
            words.computeIfAbsent(oneOf.fact(), fact -> new TreeSet<>()).addAll(oneOf.words());
        }
    }

    private Node rule(Rule rule) {
        Node known = compiled.get(rule.id());
        if (known == null) {
            List<Node> parts = new ArrayList<>(List.of(node(rule.when())));
            rule.unless().forEach(note -> parts.add(new Node.Not(node(note.when()))));
            known = parts.size() == 1 ? parts.get(0) : new Node.All(parts.toArray(Node[]::new));
            compiled.put(rule.id(), known);
        }
        return known;
    }

    private Node node(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return new Node.All(all.parts().stream().map(this::node).toArray(Node[]::new));
        } else if (criterion instanceof Criterion.AnyOf any) {
            return new Node.AnyOf(any.parts().stream().map(this::node).toArray(Node[]::new));
        } else if (criterion instanceof Criterion.Not not) {
            return new Node.Not(node(not.part()));
        } else if (criterion instanceof Criterion.Compare compare) {
            return compare(compare);
        } else if (criterion instanceof Criterion.Is is) {
            int expected = is.expected() ? 1 : 0;
            Slot.Flag flag = new Slot.Flag(is.fact());
            return new Node.Between(index(flag, () -> flag), expected, expected);
        } else if (criterion instanceof Criterion.OneOf oneOf) {
            Slot.Word word =
                    new Slot.Word(oneOf.fact(), List.copyOf(words.getOrDefault(oneOf.fact(), new TreeSet<>())));
            boolean[] wanted = new boolean[word.words().size() + 1];
            oneOf.words().forEach(one -> wanted[word.words().indexOf(one)] = true);
            return new Node.Among(index(word, () -> word), wanted);
        } else if (criterion instanceof Criterion.Meets meets) {
            return meets(meets.paragraphs());
        } else if (criterion instanceof Criterion.Contains contains) {
            return new Node.Answered(index(contains.paragraphs(), () -> contains(contains.paragraphs())));
        }
        Criterion.IsFor isFor = (Criterion.IsFor) criterion;
        List<Object> same = List.of(isFor.paragraphs(), isFor.purposes());
        return new Node.Answered(index(same, () -> new Slot.IsFor(isFor)));
    }

    private Node compare(Criterion.Compare compare) {
        List<BigDecimal> sorted = List.copyOf(thresholds.getOrDefault(compare.fact(), new TreeSet<>()));
        int slot = index("figure " + compare.fact(), () -> new FigureSlot(compare.fact(), sorted));
        int at = 0;
        while (sorted.get(at).compareTo(compare.threshold()) != 0) {
            at++;
        }
        int rank = 2 * at + 1;
        return switch (compare.comparison()) {
            case AT_LEAST -> new Node.Between(slot, rank, Integer.MAX_VALUE);
            case MORE_THAN -> new Node.Between(slot, rank + 1, Integer.MAX_VALUE);
            case AT_MOST -> new Node.Between(slot, 0, rank);
            case LESS_THAN -> new Node.Between(slot, 0, rank - 1);
        };
    }

    private Node meets(List<ParagraphRef> paragraphs) {
        Node part = new Node.AnyOf(rules.stream()
                .filter(rule -> rule.paragraph() != null
                        && paragraphs.stream().anyMatch(paragraph -> paragraph.covers(rule.paragraph())))
                .map(this::rule)
                .toArray(Node[]::new));
        return new Node.Kept(index(List.of("meets", paragraphs), Slot.Kept::new), part);
    }

    private Slot contains(List<ParagraphRef> paragraphs) {
        Compiler inner = circuits;
        if (inner == null) {
            inner = new Compiler(book, Datasheet.Kind.INTEGRATED_CIRCUIT, asOf, subjects, mostSteps);
            circuits = inner;
        }
        questions.add(inner.meets(paragraphs));
        return new Slot.Contains(questions.size() - 1);
    }

    private int index(Object same, Supplier<Slot> slot) {
        Integer known = indexes.get(same);
        if (known == null) {
            slots.add(slot.get());
            known = slots.size() - 1;
            indexes.put(same, known);
        }
        return known;
    }
}
