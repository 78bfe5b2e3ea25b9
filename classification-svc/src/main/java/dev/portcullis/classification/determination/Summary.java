package dev.portcullis.classification.determination;

import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Posture;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.contracts.ItemState.Status;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer in a sentence. */
final class Summary {
    private Summary() {}

    static String of(Status status, Outcome notSubject, @Nullable ParagraphRef decided, Walk walk, RuleBook rules) {
        if (notSubject == Outcome.MET) {
            return "Not subject to the EAR because it is published"
                    + (decided == null || decided.eccn().isEar99() ? "." : "; otherwise " + decided + ".");
        }
        if (status == Status.INSUFFICIENT_DATA) {
            return "Open: " + labels(walk) + " cannot be answered with the facts given.";
        }
        if (status == Status.REVIEW) {
            return "For a person to decide: " + String.join(" ", walk.reviews());
        }
        Candidate decider = walk.decider();
        if (decider == null) {
            return "EAR99: " + walk.candidates().size() + " paragraphs were considered and none describes the item ("
                    + rules.residual().citation() + ").";
        }
        return decided + ": " + decider.title()
                + (decider.posture() == Posture.IN_FORCE ? "." : " (codified; announced as not enforced).");
    }

    private static String labels(Walk walk) {
        return walk.open().stream().map(Candidate::label).collect(Collectors.joining(", "));
    }
}
