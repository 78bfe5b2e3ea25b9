package dev.portcullis.personnel.person;

import dev.portcullis.contracts.PersonState.Standing;
import dev.portcullis.personnel.nationality.Assessment;
import dev.portcullis.personnel.nationality.Assessment.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The doubts that stand about one person. They only ever narrow: whatever the facts come to, with a doubt it is undetermined, and
 * nobody becomes active by one.
 */
public record Doubts(Set<Doubt> standing) {
    /** No doubt. */
    public static final Doubts NONE = new Doubts(Set.of());

    public Doubts {
        standing = Set.copyOf(standing);
    }

    /** Reads what {@link #words} wrote. */
    static Doubts of(String words) {
        return words.isEmpty()
                ? NONE
                : new Doubts(Stream.of(words.split(",")).map(Doubt::valueOf).collect(Collectors.toSet()));
    }

    /** As the database keeps them: in the order of the enum, so that the same doubts have the same text. */
    String words() {
        return inOrder().map(Doubt::name).collect(Collectors.joining(","));
    }

    Doubts with(Doubt doubt) {
        return new Doubts(Stream.concat(standing.stream(), Stream.of(doubt)).collect(Collectors.toSet()));
    }

    Doubts without(Doubt doubt) {
        return new Doubts(standing.stream().filter(other -> other != doubt).collect(Collectors.toSet()));
    }

    /** With it where it holds, without it where it does not. */
    Doubts set(Doubt doubt, boolean holds) {
        return holds ? with(doubt) : without(doubt);
    }

    /** Whether it stands. */
    boolean has(Doubt doubt) {
        return standing.contains(doubt);
    }

    /** Whether somebody who works here by the record is told as one who does not. */
    boolean inactive() {
        return standing.stream().anyMatch(Doubt::inactive);
    }

    /** What others may be told where the facts come to this. */
    public Assessment over(Assessment facts) {
        if (standing.isEmpty()) {
            return facts;
        }
        List<Reason> reasons = new ArrayList<>(inOrder().map(Doubt::reason).toList());
        reasons.addAll(facts.reasons());
        List<String> questions = new ArrayList<>(inOrder().map(Doubt::question).toList());
        questions.addAll(facts.questions());
        return new Assessment(Standing.UNDETERMINED, null, List.of(), null, facts.changesOn(), reasons, questions);
    }

    private Stream<Doubt> inOrder() {
        return standing.isEmpty() ? Stream.empty() : EnumSet.copyOf(standing).stream();
    }
}
