package dev.portcullis.licensing.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.determination.Ruling;
import dev.portcullis.licensing.determination.Step;
import dev.portcullis.licensing.regulation.ControlRow;
import dev.portcullis.licensing.regulation.Regulations;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law held here makes of a signal's day for one thing: the same question under the law of the day before and of the day itself, with the
 * facts of the moment of looking. Nothing is decided by it.
 *
 * @param held what the law held here says of the two days
 * @param words the same for people
 * @param decided what was decided; absent where nothing was
 * @param decidedAsOf the day whose law was applied then
 * @param dayBefore the day before the signal's
 * @param before what comes out under the law of the day before; absent of things on which nothing is determined
 * @param day the signal's day
 * @param after what comes out under the law of the day
 * @param gone the steps that only the day before has; of items and licenses the reasons for control
 * @param come the steps that only the day has
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Difference(
        Held held,
        String words,
        @Nullable Outcome decided,
        @Nullable LocalDate decidedAsOf,
        LocalDate dayBefore,
        @Nullable Outcome before,
        LocalDate day,
        @Nullable Outcome after,
        List<Step> gone,
        List<Step> come) {
    /** Steps that are told of each side. */
    private static final int MOST_STEPS = 20;

    public Difference {
        gone = gone == null ? List.of() : List.copyOf(gone);
        come = come == null ? List.of() : List.copyOf(come);
    }

    /** What the law held here says of the two days. */
    public enum Held {
        /** Another answer. */
        ANOTHER_ANSWER,
        /** The same answer by other steps. */
        OTHER_STEPS,
        /** The same by the same steps, although its text is of a later day: the change is not in it, or does not concern this. */
        THE_SAME,
        /** The same, and its text is older than the signal's day: it cannot tell. */
        NOT_YET,
        /** Nothing: the day lies before the first that it speaks of. */
        NO_MORE
    }

    /** Compares two rulings on one transaction. */
    static Difference of(
            Ruling before, Ruling after, Regulations lawBefore, Regulations law, Outcome decided, LocalDate asOf) {
        List<Step> gone = without(before.steps(), after.steps());
        List<Step> come = without(after.steps(), before.steps());
        Held held = held(lawBefore, law, before.outcome() != after.outcome(), !gone.isEmpty() || !come.isEmpty());
        boolean told = held != Held.NO_MORE;
        return new Difference(
                held,
                words(held, law)
                        + (told && decided != after.outcome()
                                ? " It was decided as " + decided + " under the law of " + asOf
                                        + "; what is known now comes out as " + after.outcome()
                                        + " on the signal's day."
                                : ""),
                decided,
                asOf,
                lawBefore.day(),
                told ? before.outcome() : null,
                law.day(),
                told ? after.outcome() : null,
                told ? gone : List.of(),
                told ? come : List.of());
    }

    /** Compares the reasons for control that an item of some entry may have. */
    static Difference of(List<ControlRow> before, List<ControlRow> after, Regulations lawBefore, Regulations law) {
        List<Step> gone = without(steps(before, Step.Finding.NOTE), steps(after, Step.Finding.NOTE));
        List<Step> come = without(steps(after, Step.Finding.NOTE), steps(before, Step.Finding.NOTE));
        Held held = held(lawBefore, law, false, !gone.isEmpty() || !come.isEmpty());
        return new Difference(held, words(held, law), null, null, lawBefore.day(), null, law.day(), null, gone, come);
    }

    private static Held held(Regulations before, Regulations law, boolean answer, boolean steps) {
        if (!before.isCovered()) {
            return Held.NO_MORE;
        }
        if (answer || steps) {
            return answer ? Held.ANOTHER_ANSWER : Held.OTHER_STEPS;
        }
        return law.day().isAfter(law.editionDay()) ? Held.NOT_YET : Held.THE_SAME;
    }

    private static String words(Held held, Regulations law) {
        return switch (held) {
            case ANOTHER_ANSWER -> "The law held here answers otherwise from that day on.";
            case OTHER_STEPS -> "The law held here comes to it by other steps from that day on.";
            case THE_SAME ->
                "The law held here (" + law.edition()
                        + ") makes no difference between the two days: its change is not held here, or does not concern this. Look.";
            case NOT_YET ->
                "The law held here (" + law.edition()
                        + ") has no edition of that day and cannot tell what changes. Look.";
            case NO_MORE ->
                "The law held here begins on " + law.coverageFrom() + ", too late to compare the two days. Look.";
        };
    }

    private static List<Step> steps(List<ControlRow> rows, Step.Finding finding) {
        return rows.stream()
                .map(row -> new Step(
                        "Which reason for control has " + row.eccn() + "?",
                        java.util.Map.of(
                                "paragraphs",
                                row.paragraphs().isEmpty() ? "all" : String.join(", ", row.paragraphs()),
                                "reason",
                                row.reason(),
                                "by",
                                row.ruleId() != null ? row.ruleId() : String.valueOf(row.chartColumn())),
                        finding,
                        null,
                        List.of(row.citation())))
                .toList();
    }

    private static List<Step> without(List<Step> these, List<Step> those) {
        List<Step> left = new ArrayList<>(these);
        those.forEach(left::remove);
        return List.copyOf(left.subList(0, Math.min(left.size(), MOST_STEPS)));
    }
}
