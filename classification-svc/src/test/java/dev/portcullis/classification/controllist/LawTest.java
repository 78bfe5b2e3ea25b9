package dev.portcullis.classification.controllist;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.classification.rules.RuleBookFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawTest {
    @Test
    void rules_of_an_entry_that_the_edition_does_not_hold_are_refused() {
        ControlList empty = new ControlList(LocalDate.of(2026, 7, 23), "none", List.of());
        assertThatThrownBy(() -> new Law(empty, RuleBookFile.shipped()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is of an entry that the list does not hold");
    }
}
