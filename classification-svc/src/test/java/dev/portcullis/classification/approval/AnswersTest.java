package dev.portcullis.classification.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How two answers differ, and what persons make of one. */
class AnswersTest {
    private static final ItemState.Classification CONTROLLED =
            answer(Status.CLASSIFIED, "3A090", "a.1", 15831.2, List.of());

    @Test
    void equal_answers_do_not_differ_whatever_their_edition_and_datasheet() {
        ItemState.Classification later = new ItemState.Classification(
                Status.CLASSIFIED,
                Eccn.of("3A090"),
                "a.1",
                List.of(),
                "2027-01-01",
                9,
                CONTROLLED.publication(),
                15831.2,
                19.4,
                3350.0,
                true,
                List.of());
        assertThat(differences(CONTROLLED, later)).isEmpty();
    }

    @Test
    void another_paragraph_and_another_figure_are_told_with_both_values() {
        ItemState.Classification after = answer(Status.CLASSIFIED, "3A991", "p", 2368, List.of());
        assertThat(differences(CONTROLLED, after))
                .extracting(Reason::before, Reason::after)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("3A090.a.1", "3A991.p"),
                        org.assertj.core.groups.Tuple.tuple("15831.2", "2368.0"));
    }

    @Test
    void a_figure_alone_differs_because_licenses_turn_on_it() {
        assertThat(differences(CONTROLLED, answer(Status.CLASSIFIED, "3A090", "a.1", 15832, List.of())))
                .hasSize(1);
    }

    @Test
    void open_questions_count_where_nothing_else_differs() {
        ItemState.Classification before = answer(Status.REVIEW, null, null, 1, List.of("first question"));
        ItemState.Classification after = answer(Status.REVIEW, null, null, 1, List.of("second question"));
        assertThat(differences(before, after)).hasSize(1);
        assertThat(differences(before, before)).isEmpty();
    }

    @Test
    void what_a_person_determined_takes_the_place_of_the_rules_answer_and_keeps_its_figures() {
        Determined determined = new Determined(ParagraphRef.of("3A991.p"), "the agency says so", null);
        ItemState.Classification settled = Answers.settled(CONTROLLED, determined);
        assertThat(settled.status()).isEqualTo(Status.CLASSIFIED);
        assertThat(settled.eccn()).isEqualTo(Eccn.of("3A991"));
        assertThat(settled.paragraph()).isEqualTo("p");
        assertThat(settled.totalProcessingPerformance()).isEqualTo(15831.2);
    }

    @Test
    void a_reopened_answer_permits_nothing() {
        ItemState.Classification open =
                Answers.open(CONTROLLED, List.of(new Reason(Reason.Cause.LAW, "Entry 3A090 has changed.", null, null)));
        assertThat(open.status()).isEqualTo(Status.REVIEW);
        assertThat(open.eccn()).isNull();
        assertThat(open.paragraph()).isNull();
        assertThat(open.missing()).containsExactly("Entry 3A090 has changed.");
    }

    private static List<Reason> differences(ItemState.Classification before, ItemState.Classification after) {
        return Answers.differences(before, after, Reason.Cause.DATASHEET, "Datasheet 2");
    }

    private static ItemState.Classification answer(
            Status status, String eccn, String paragraph, double performance, List<String> missing) {
        return new ItemState.Classification(
                status,
                eccn == null ? null : Eccn.of(eccn),
                paragraph,
                List.of(),
                "2026-07-23",
                1,
                ItemState.Publication.NOT_PUBLISHED,
                performance,
                19.4,
                3350.0,
                true,
                missing);
    }
}
