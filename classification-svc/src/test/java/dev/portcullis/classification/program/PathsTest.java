package dev.portcullis.classification.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.AnyDatasheet;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.RuleBookFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Answers that were noted on the way are those that the rules give. */
class PathsTest {
    private static final RuleBook RULES = RuleBookFile.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private final DecisionProgram asking = DecisionProgram.compile(RULES, DAY, 0);
    private final List<Datasheet> datasheets =
            new AnyDatasheet(RULES).arbitrary().list().ofSize(20_000).sample();

    @Test
    void a_way_that_was_gone_before_ends_where_the_rules_end() {
        DecisionProgram noting = DecisionProgram.compile(RULES, DAY);
        for (int round = 0; round < 2; round++) {
            assertThat(decisions(noting)).isEqualTo(decisions(asking));
        }
    }

    @Test
    void beyond_the_steps_that_are_noted_rules_are_asked() {
        DecisionProgram noting = DecisionProgram.compile(RULES, DAY, 40);
        for (int round = 0; round < 2; round++) {
            assertThat(decisions(noting)).isEqualTo(decisions(asking));
        }
    }

    @Test
    void threads_that_note_at_once_get_what_the_rules_say() throws InterruptedException, ExecutionException {
        List<Decision> expected = decisions(asking);
        DecisionProgram noting = DecisionProgram.compile(RULES, DAY);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Decision>>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> decisions(noting)));
            }
            for (Future<List<Decision>> one : all) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Decision> decisions(DecisionProgram program) {
        return datasheets.stream().map(program::decide).toList();
    }
}
