package dev.portcullis.classification.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.approval.LawMark.EntryMark;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a change of law means for an answer whatever the rules say. */
class LawMarkTest {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 23);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final Eccn ENTRY = Eccn.of("3A090");
    private static final Eccn ANOTHER = Eccn.of("4A090");
    private static final Law LAW = new Law(ControlListFile.shipped(), RuleBookFile.shipped());

    @Test
    void the_same_law_on_the_next_day_is_the_same_unless_a_rule_begins_or_ends() {
        assertThat(LawMark.of(LAW, "d", OCTOBER).same(LawMark.of(LAW, "d", OCTOBER.plusDays(1))))
                .isTrue();
        // 3A090.c is dated 2024-12-02 (89 FR 96790).
        LocalDate begins = LocalDate.of(2024, 12, 2);
        assertThat(LawMark.of(LAW, "d", begins.minusDays(1)).same(LawMark.of(LAW, "d", begins)))
                .isFalse();
    }

    @Test
    void other_files_of_rules_or_another_policy_are_another_law() {
        assertThat(LawMark.of(LAW, "d", OCTOBER).same(LawMark.of(LAW, "e", OCTOBER)))
                .isFalse();
    }

    @Test
    void only_the_entry_of_the_answer_is_asked_for_its_reasons_for_control() {
        LawMark from = mark(JULY, new EntryMark("a", null));
        LawMark to = mark(OCTOBER, new EntryMark("b", null));
        assertThat(from.reasons(to, ENTRY, List.of()))
                .singleElement()
                .satisfies(reason -> assertThat(reason.text())
                        .contains("Entry 3A090")
                        .contains("2026-07-23")
                        .contains("2026-10-01"));
        assertThat(from.reasons(to, ANOTHER, List.of(ENTRY))).isEmpty();
        assertThat(from.reasons(to, null, List.of())).isEmpty();
        assertThat(from.reasons(to, Eccn.EAR99, List.of())).isEmpty();
    }

    @Test
    void an_entry_that_is_gone_concerns_who_has_it() {
        LawMark gone = new LawMark(OCTOBER, "r", Map.of());
        assertThat(mark(JULY, new EntryMark("a", null)).reasons(gone, ENTRY, List.of()))
                .hasSize(1);
    }

    @Test
    void other_paragraphs_concern_every_answer_that_asked_them() {
        LawMark from = mark(JULY, new EntryMark("a", "text"));
        LawMark to = mark(OCTOBER, new EntryMark("a", "another text"));
        assertThat(from.reasons(to, ANOTHER, List.of(ENTRY, ENTRY))).hasSize(1);
        assertThat(from.reasons(to, ANOTHER, List.of(ANOTHER))).isEmpty();
        // An edition whose source did not carry the paragraphs says nothing about them.
        assertThat(mark(JULY, new EntryMark("a", null)).reasons(to, ANOTHER, List.of(ENTRY)))
                .isEmpty();
    }

    private static LawMark mark(LocalDate edition, @Nullable EntryMark entry) {
        return new LawMark(edition, "r", entry == null ? Map.of() : Map.of(ENTRY.value(), entry));
    }
}
