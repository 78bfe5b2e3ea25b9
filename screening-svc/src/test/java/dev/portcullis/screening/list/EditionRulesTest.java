package dev.portcullis.screening.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditionRulesTest {
    private final EditionRules rules = new EditionRules(0.2, 20, 0.05);

    @Test
    void an_edition_that_lost_more_than_a_fifth_is_refused() {
        assertThat(rules.losses(Map.of("EL", 100), Map.of("EL", 80))).isEmpty();
        assertThat(rules.losses(Map.of("EL", 100), Map.of("EL", 79)))
                .contains("the edition shrank from 100 to 79 entries, more than 20 %");
    }

    @Test
    void an_edition_that_lost_one_of_its_lists_is_refused_although_it_grew() {
        assertThat(rules.losses(Map.of("EL", 100, "UVL", 30), Map.of("EL", 200)))
                .containsExactly("list UVL shrank from 30 to 0 entries, more than 20 %");
    }

    @Test
    void a_list_of_few_entries_may_lose_any_number() {
        assertThat(rules.losses(Map.of("EL", 100, "CAP", 1), Map.of("EL", 100))).isEmpty();
    }

    @Test
    void an_edition_without_entries_or_with_many_unreadable_rows_is_refused() {
        assertThat(rules.faults(new ListFile(List.of(), 0, List.of())))
                .containsExactly("the edition has no readable entry");
        ListFile.QuarantinedRow row = new ListFile.QuarantinedRow(3, "the row has no name");
        ListedParty entry = new ListedParty(
                "1",
                "EL",
                ListedParty.Type.ENTITY,
                "A",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Particulars.NONE);
        assertThat(rules.faults(new ListFile(List.of(entry), 1, List.of(row))))
                .containsExactly("1 of 2 rows cannot be read, more than 5 %; the first is row 3: the row has no name");
    }

    @Test
    void an_edition_that_was_published_before_the_present_one_is_refused() {
        LocalDate present = LocalDate.of(2026, 2, 27);
        assertThat(rules.staleness(present, LocalDate.of(2025, 4, 19)))
                .containsExactly("it was published on 2025-04-19 and is older than the present edition of 2026-02-27");
        assertThat(rules.staleness(present, present)).isEmpty();
        assertThat(rules.staleness(present, LocalDate.of(2026, 2, 28))).isEmpty();
        assertThat(rules.staleness(null, present)).isEmpty();
        assertThat(rules.staleness(present, null)).isEmpty();
    }
}
