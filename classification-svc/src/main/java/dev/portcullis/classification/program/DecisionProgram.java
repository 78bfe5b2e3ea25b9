package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.facts.Subjects;
import dev.portcullis.classification.rules.RuleBook;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rules of one day, compiled: each fact is reduced to its rank among the values that rules ask for when it is needed, the rules compare
 * ranks, and whoever has the same ranks as another one before gets its answer. May be shared by threads.
 */
public final class DecisionProgram {
    /** Some five million bytes for each form of datasheet; a million invented ones need a fifth of it at most. */
    private static final int MOST_STEPS = 1 << 16;

    private final LocalDate asOf;
    private final Map<Datasheet.Kind, KindProgram> programs = new EnumMap<>(Datasheet.Kind.class);

    private DecisionProgram(RuleBook rules, LocalDate asOf, int mostSteps) {
        this.asOf = asOf;
        Subjects subjects = new Subjects(rules);
        for (Datasheet.Kind kind : Datasheet.Kind.values()) {
            programs.put(kind, new Compiler(rules, kind, asOf, subjects, mostSteps).compile());
        }
    }

    /**
     * Compiles the rules of a day.
     *
     * @throws IllegalArgumentException where the rules know nothing of that day
     */
    public static DecisionProgram compile(RuleBook rules, LocalDate asOf) {
        return compile(rules, asOf, MOST_STEPS);
    }

    /** @param mostSteps that are noted of each form of datasheet; see {@link Paths} */
    static DecisionProgram compile(RuleBook rules, LocalDate asOf, int mostSteps) {
        if (asOf.isBefore(rules.historyFrom())) {
            throw new IllegalArgumentException("the rules' history begins on " + rules.historyFrom());
        }
        return new DecisionProgram(rules, asOf, mostSteps);
    }

    /** The day whose law it applies. */
    public LocalDate asOf() {
        return asOf;
    }

    /** What the law says of a datasheet, components and relations looked up. */
    public Decision decide(Datasheet datasheet) {
        return program(datasheet.kind()).decide(datasheet);
    }

    private KindProgram program(Datasheet.Kind kind) {
        KindProgram program = programs.get(kind);
        if (program == null) {
            throw new IllegalStateException("every form of datasheet is compiled");
        }
        return program;
    }
}
