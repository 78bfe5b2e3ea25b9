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

    /** Which rules can be met or stand open. */
    private final Pruning open;

    /** Which rules can be met. */
    private final Pruning meetable;

    /** The rules that are not enforced, as bits. */
    private final long[] notEnforced;

    KindProgram(Ranking ranking, Node published, List<Step> steps, List<Slot> slots) {
        this.ranking = ranking;
        this.published = published;
        this.steps = steps.toArray(Step[]::new);
        List<Node> nodes = steps.stream().map(Step::node).toList();
        this.open = new Pruning(nodes, slots, Node.OPEN, ranking);
        this.meetable = new Pruning(nodes, slots, 1 << Node.MET, ranking);
        this.notEnforced = new long[open.words()];
        for (int i = 0; i < this.steps.length; i++) {
            if (!this.steps[i].enforced) {
                notEnforced[i / Long.SIZE] |= 1L << i;
            }
        }
    }

    /**
     * A rule.
     *
     * @param paragraph null for a rule that only calls for a person
     * @param review whether it calls for a person where it is met
     * @param enforced whether it is enforced on the day
     */
    record Step(String rule, @Nullable ParagraphRef paragraph, boolean review, boolean enforced, Node node) {}

    Decision decide(Datasheet datasheet) {
        Ranks ranks = ranking.of(datasheet);
        Outcome notSubject = Node.outcome(published.ask(ranks.values()));
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
        String rule = walk.decider == null ? null : walk.decider.rule();
        return new Decision(status, paragraph, rule, notSubject.not(), asEnforced);
    }

    private Walk walk(Ranks ranks, boolean enforcedOnly) {
        boolean missing = false;
        boolean undefined = false;
        boolean unenforced = false;
        Step decider = null;
        for (int word = 0; word < open.words() && decider == null; word++) {
            long left = open.of(word, ranks);
            boolean all = true;
            while (left != 0) {
                Step step = steps[word * Long.SIZE + Long.numberOfTrailingZeros(left)];
                left &= left - 1;
                if (enforcedOnly && !step.enforced) {
                    continue;
                }
                int answer = step.node.ask(ranks.values());
                if (answer == Node.NOT_MET) {
                    continue;
                }
                missing |= answer == Node.MISSING;
                undefined |= answer == Node.UNDEFINED;
                unenforced |= !step.enforced;
                if (answer == Node.MET) {
                    decider = step;
                    break;
                }
                if (missing && all) {
                    // Of what can but stand open as well there is nothing more to learn.
                    all = false;
                    left &= meetable.of(word, ranks) | notEnforced[word];
                }
            }
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
