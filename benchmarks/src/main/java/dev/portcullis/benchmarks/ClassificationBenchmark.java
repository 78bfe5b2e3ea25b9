package dev.portcullis.benchmarks;

import dev.portcullis.benchmarks.cascade.Cascade;
import dev.portcullis.benchmarks.cascade.Verdict;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.classification.program.Decision;
import dev.portcullis.classification.rules.RuleBookFile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many datasheets a second the rules as data decide on one core, in process, against the same rules written by hand in Java. The
 * datasheets are objects in memory. Both are held against each other on all of them first; then they take turns, and the median of several
 * rounds after warm ones counts for each.
 */
final class ClassificationBenchmark {
    private static final int ITEMS = 250_000;
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 15;

    /** The day whose rules {@link Cascade} holds. */
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 28);

    private final Classifier classifier = new Classifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));
    private final Datasheet[] items = new Datasheet[ITEMS];
    private long consumed;

    List<Figure> measure() {
        ProductMaster master = new ProductMaster(20261124);
        Arrays.setAll(items, i -> master.next());
        for (Datasheet item : items) {
            check(classifier, item);
        }
        double[] program = new double[ROUNDS];
        double[] cascade = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double byProgram = byProgram();
            double byCascade = byCascade();
            if (round >= 0) {
                program[round] = byProgram;
                cascade[round] = byCascade;
            }
        }
        if (consumed == 0) {
            throw new IllegalStateException("nothing was classified");
        }
        return List.of(new Figure("classification-one-core", median(program), "1/s", median(cascade), "cascade"));
    }

    /** @throws IllegalStateException where the cascade does not say what the program says */
    static void check(Classifier classifier, Datasheet item) {
        Decision decision = classifier.decide(item, AS_OF);
        Verdict verdict = Cascade.decide(item);
        boolean same = decision.status() == verdict.status()
                && decision.subjectToEar() == verdict.subjectToEar()
                && Objects.equals(decision.paragraph(), verdict.paragraph())
                && sameAsEnforced(decision.asEnforced(), verdict.asEnforced());
        if (!same) {
            throw new IllegalStateException(
                    "the program says " + decision + ", the cascade " + verdict + " of " + item);
        }
    }

    private static boolean sameAsEnforced(Decision.@Nullable AsEnforced decision, @Nullable Verdict verdict) {
        return decision == null || verdict == null
                ? decision == null && verdict == null
                : decision.status() == verdict.status() && Objects.equals(decision.paragraph(), verdict.paragraph());
    }

    private double byProgram() {
        long start = System.nanoTime();
        long sum = 0;
        for (Datasheet item : items) {
            Decision decision = classifier.decide(item, AS_OF);
            sum += decision.status().ordinal() + (decision.paragraph() == null ? 1 : 2);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        consumed += sum;
        return ITEMS / seconds;
    }

    private double byCascade() {
        long start = System.nanoTime();
        long sum = 0;
        for (Datasheet item : items) {
            Verdict verdict = Cascade.decide(item);
            sum += verdict.status().ordinal() + (verdict.paragraph() == null ? 1 : 2);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        consumed += sum;
        return ITEMS / seconds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
