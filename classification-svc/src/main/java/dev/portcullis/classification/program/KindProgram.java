package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.program.Decision.AsEnforced;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a day for one form of datasheet. */
final class KindProgram {
    private static final ParagraphRef EAR99 = new ParagraphRef(Eccn.EAR99, null);

    private final Ranking ranking;
    private final Node published;
    private final Step[] steps;
    private final Paths<Decision> paths;

    /** Where the last rule that is not enforced stands; -1 where all are. */
    private final int lastUnenforced;

    KindProgram(Ranking ranking, Node published, List<Step> steps, int mostSteps) {
        this.ranking = ranking;
        this.published = published;
        this.steps = steps.toArray(Step[]::new);
        this.paths = new Paths<>(ranking, mostSteps, this::decide);
        int last = this.steps.length - 1;
        while (last >= 0 && this.steps[last].enforced) {
            last--;
        }
        this.lastUnenforced = last;
    }

    /**
     * A rule.
     *
     * @param paragraph null for a rule that only calls for a person
     * @param review whether it calls for a person where it is met
     * @param enforced whether it is enforced on the day
     */
    record Step(@Nullable ParagraphRef paragraph, boolean review, boolean enforced, Node node) {}

    Decision decide(Datasheet datasheet) {
        return paths.of(ranking.of(datasheet));
    }

    private Decision decide(Trace ranks) {
        Outcome notSubject = Node.outcome(published.ask(ranks));
        Walk walk = walk(ranks, false);
        Status status = walk.status;
        ParagraphRef paragraph = walk.paragraph();
        if (notSubject == Outcome.MET) {
            // No entry matters to an item that the EAR does not reach.
            paragraph = paragraph == null || paragraph.eccn().isEar99() ? null : paragraph;
            status = Status.CLASSIFIED;
        }
        AsEnforced asEnforced = null;
        if (walk.unenforced) {
            Walk enforced = walk(ranks, true);
            asEnforced = new AsEnforced(enforced.status, enforced.paragraph());
        }
        return new Decision(status, paragraph, notSubject.not(), asEnforced);
    }

    private Walk walk(Trace ranks, boolean enforcedOnly) {
        boolean missing = false;
        boolean undefined = false;
        boolean unenforced = false;
        Step decider = null;
        for (int i = 0; i < steps.length && decider == null; i++) {
            Step step = steps[i];
            if (enforcedOnly && !step.enforced) {
                continue;
            }
            if (missing && (enforcedOnly || i > lastUnenforced)) {
                // A missing fact settles the answer, and of what is not enforced there is nothing more to learn.
                break;
            }
            int answer = step.node.ask(ranks);
            missing |= answer == Node.MISSING;
            undefined |= answer == Node.UNDEFINED;
            unenforced |= answer != Node.NOT_MET && !step.enforced;
            decider = answer == Node.MET ? step : null;
        }
        Status status = Status.CLASSIFIED;
        if (missing) {
            status = Status.INSUFFICIENT_DATA;
        } else if (undefined || decider != null && decider.review) {
            status = Status.REVIEW;
        }
        return new Walk(status, decider, unenforced);
    }

    /** How a walk ended; {@code unenforced} where a rule that is not enforced is met or open. */
    private record Walk(Status status, @Nullable Step decider, boolean unenforced) {
        @Nullable
        ParagraphRef paragraph() {
            if (status != Status.CLASSIFIED) {
                return null;
            }
            return decider == null ? EAR99 : decider.paragraph;
        }
    }
}
