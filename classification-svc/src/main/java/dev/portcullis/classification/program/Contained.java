package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.facts.Subjects;
import java.util.Arrays;
import java.util.List;

/** What rules ask of the circuits in a computer, answered for all of them together: yes where it is yes for one. */
final class Contained {
    private final Ranking ranking;
    private final Node[] questions;
    private final Paths<Answers> paths;
    private final Answers unsaid;

    /**
     * @param ranking of circuits
     * @param mostSteps that are noted of them
     * @param questions what is asked of each, in the order of {@link Slot.Contains#number()}
     */
    Contained(Ranking ranking, int mostSteps, List<Node> questions) {
        this.ranking = ranking;
        this.questions = questions.toArray(Node[]::new);
        this.paths = new Paths<>(ranking, mostSteps, this::ask);
        int[] missing = new int[this.questions.length];
        Arrays.fill(missing, Node.MISSING);
        this.unsaid = new Answers(missing);
    }

    /** An answer to each question. */
    record Answers(int[] byNumber) {
        /** Of what contains no circuits. */
        static final Answers NONE = new Answers(new int[0]);

        int of(int number) {
            return number < byNumber.length ? byNumber[number] : Node.NOT_MET;
        }
    }

    /** The answers on all circuits in a computer, however deep. */
    Answers in(Computer computer) {
        int[] all = new int[questions.length];
        Arrays.fill(all, Node.NOT_MET);
        boolean said = Subjects.eachCircuit(computer, circuit -> {
            int[] one = paths.of(ranking.of(circuit)).byNumber;
            for (int i = 0; i < all.length; i++) {
                all[i] = Node.or(all[i], one[i]);
            }
        });
        return said ? new Answers(all) : unsaid;
    }

    private Answers ask(Trace trace) {
        return new Answers(Arrays.stream(questions)
                .mapToInt(question -> question.ask(trace))
                .toArray());
    }
}
