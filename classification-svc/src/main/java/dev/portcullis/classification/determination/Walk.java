package dev.portcullis.classification.determination;

import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.facts.Subject;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The paragraphs in the order of review, up to the first that is met.
 *
 * @param candidates those that were asked
 * @param decider the first that is met; null where none is
 */
record Walk(List<Candidate> candidates, @Nullable Candidate decider) {
    private static final ParagraphRef EAR99 = new ParagraphRef(Eccn.EAR99, null);

    static Walk of(List<Rule> rules, Evaluation evaluation, Subject subject) {
        List<Candidate> candidates = new ArrayList<>();
        for (Rule rule : rules) {
            Candidate candidate = evaluation.candidate(rule, subject);
            candidates.add(candidate);
            if (candidate.outcome() == Outcome.MET) {
                return new Walk(List.copyOf(candidates), candidate);
            }
        }
        return new Walk(List.copyOf(candidates), null);
    }

    /** Those before the decider that a missing fact leaves open. */
    List<Candidate> open() {
        return candidates.stream()
                .filter(candidate -> candidate.outcome() == Outcome.UNKNOWN)
                .toList();
    }

    Status status() {
        List<Candidate> open = open();
        if (open.stream().anyMatch(candidate -> !MissingFacts.named(candidate).isEmpty())) {
            return Status.INSUFFICIENT_DATA;
        }
        boolean person = !open.isEmpty() || decider != null && decider.review() != null;
        return person ? Status.REVIEW : Status.CLASSIFIED;
    }

    /** The paragraph that classifies the item; null unless it is classified. */
    @Nullable
    ParagraphRef paragraph() {
        return status() == Status.CLASSIFIED ? last() : null;
    }

    /** What the item is where nothing that stands open is met; null where that is for a person to say. */
    @Nullable
    ParagraphRef last() {
        return decider == null ? EAR99 : decider.paragraph();
    }

    /** What a person has to settle. */
    List<String> reviews() {
        Stream<String> undefined = open().stream()
                .flatMap(candidate -> MissingFacts.leaves(candidate)
                        .map(Finding::note)
                        .filter(Objects::nonNull)
                        .map(note -> candidate.label() + ": " + note));
        Stream<String> asked = decider == null || decider.review() == null ? Stream.of() : Stream.of(decider.review());
        return Stream.concat(undefined, asked).distinct().toList();
    }
}
