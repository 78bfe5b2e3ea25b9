package dev.portcullis.classification.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.classification.controllist.ControlListEntry.Paragraph;
import dev.portcullis.classification.controllist.ControlListSearch.Hit;
import dev.portcullis.classification.controllist.EditionDiff.EntryChange;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchAndDiffTest {
    private static final ControlList LIST = ControlListFile.shipped();
    private static final ControlListSearch SEARCH =
            new ControlListSearch(new Law(LIST, RuleBookFile.shipped()), LocalDate.of(2026, 11, 23));

    private static List<String> found(String question) {
        return SEARCH.find(question, null, 1000).stream()
                .map(hit -> hit.eccn().value())
                .toList();
    }

    @Test
    void a_number_finds_its_entry_and_the_beginning_of_one_all_that_begin_so() {
        assertThat(found("3a090")).containsExactly("3A090");
        assertThat(found("4E09")).containsExactly("4E091");
        assertThat(found("5D")).isNotEmpty().allMatch(number -> number.startsWith("5D"));
        assertThat(found("0")).isNotEmpty().allMatch(number -> number.startsWith("0"));
    }

    @Test
    void a_number_with_a_paragraph_shows_the_paragraph() {
        Hit hit = SEARCH.find("3A001.a.1", null, 10).get(0);
        assertThat(hit.eccn()).isEqualTo(Eccn.of("3A001"));
        assertThat(hit.passages().get(0).label()).isEqualTo("a.1");
        assertThat(hit.passages().get(0).excerpt()).contains("radiation hardened");
    }

    @Test
    void words_must_all_occur() {
        assertThat(found("total processing performance")).contains("3A090");
        assertThat(found("intrusion software")).contains("4A005", "4D004");
        assertThat(found("horses sea")).containsExactly("0A980");
        assertThat(found("horses lithography")).isEmpty();
        assertThat(found("\u0000???")).isEmpty();
    }

    @Test
    void a_parameter_finds_the_entries_whose_rules_ask_for_it() {
        assertThat(found("memory bandwidth density")).contains("3A090");
        assertThat(SEARCH.find("totalProcessingPerformance", null, 10))
                .extracting(hit -> hit.eccn().value())
                .contains("3A090");
    }

    @Test
    void pages_follow_each_other_without_hole() {
        List<String> all = new ArrayList<>();
        Eccn after = null;
        List<Hit> page;
        while (!(page = SEARCH.find("", after, 100)).isEmpty()) {
            page.forEach(hit -> all.add(hit.eccn().value()));
            after = page.get(page.size() - 1).eccn();
        }
        assertThat(all).hasSize(LIST.entries().size()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_question_is_bounded() {
        assertThatThrownBy(() -> SEARCH.find("x".repeat(101), null, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_edition_does_not_differ_from_itself() {
        assertThat(EditionDiff.between(LIST, LIST, null, 10)).isEmpty();
    }

    @Test
    void added_removed_and_changed_entries_are_told_with_their_fields() {
        List<ControlListEntry> entries = new ArrayList<>(LIST.entries());
        entries.removeIf(entry -> entry.eccn().equals(Eccn.of("0A980")));
        ControlListEntry old = LIST.entry(Eccn.of("3A090")).orElseThrow();
        List<Paragraph> paragraphs = new ArrayList<>(old.paragraphs());
        paragraphs.add(new Paragraph("d", "More of it."));
        entries.remove(old);
        entries.add(with(old, old.eccn(), List.of("NS", "RS", "AT"), paragraphs));
        entries.add(with(old, Eccn.of("3A092"), old.reasonsForControl(), old.paragraphs()));
        ControlList next = new ControlList(LocalDate.of(2026, 10, 1), "test", entries);
        List<EntryChange> changes = EditionDiff.between(LIST, next, null, 100);
        assertThat(changes)
                .extracting(change -> change.eccn() + " " + change.change())
                .containsExactly("0A980 REMOVED", "3A090 CHANGED", "3A092 ADDED");
        assertThat(changes.get(1).fields())
                .extracting(EditionDiff.FieldChange::field)
                .containsExactly("reasonsForControl", "paragraphs");
        assertThat(changes.get(1).fields().get(0).after()).containsExactly("NS");
        assertThat(changes.get(1).fields().get(1).before()).isEmpty();
        assertThat(EditionDiff.between(LIST, next, Eccn.of("3A090"), 100)).hasSize(1);
        assertThat(EditionDiff.between(LIST, next, null, 1)).hasSize(1);
    }

    @Test
    void an_edition_answers_from_its_issue_date_until_the_next() {
        ControlLists lists = new ControlLists(Optional.empty());
        ControlList next = new ControlList(LocalDate.of(2026, 10, 1), "test", LIST.entries());
        lists.use(List.of(lists.law(next)));
        assertThat(lists.current().list()).isSameAs(next);
        assertThat(lists.asOf(LocalDate.of(2026, 9, 30)).list().edition()).isEqualTo(LIST.edition());
        assertThat(lists.asOf(LocalDate.of(2026, 10, 1)).list()).isSameAs(next);
        assertThat(lists.asOf(LocalDate.of(2020, 1, 1)).list().edition()).isEqualTo(LIST.edition());
        assertThat(lists.issueDates()).containsExactly(LIST.edition(), next.edition());
    }

    private static ControlListEntry with(
            ControlListEntry entry, Eccn eccn, List<String> reasons, List<Paragraph> paragraphs) {
        return new ControlListEntry(
                eccn,
                entry.title(),
                entry.heading(),
                reasons,
                entry.reasonsInProse(),
                entry.requirement(),
                entry.controls(),
                entry.exceptions(),
                entry.relatedControls(),
                entry.related(),
                entry.paragraphsHeld(),
                paragraphs,
                entry.citation());
    }
}
