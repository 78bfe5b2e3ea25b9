package dev.portcullis.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.Particulars;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListChangeTest {
    @Test
    void an_entry_that_says_something_else_has_left_as_it_was_and_come_as_it_is() {
        ListedParty stays = entry("SDN", "1", "Stays");
        ListedParty goes = entry("SDN", "2", "Goes");
        ListedParty was = entry("SDN", "3", "Was");
        ListedParty is = entry("SDN", "3", "Is");
        ListedParty comes = entry("EL", "2", "Goes");

        ListChange change =
                ListChange.between(List.of(stays, goes, was), List.of(is, comes, entry("SDN", "1", "Stays")));

        assertThat(change.come()).containsExactlyInAnyOrder(is, comes);
        assertThat(change.left()).containsExactlyInAnyOrder(goes, was);
        assertThat(change.isEmpty()).isFalse();
    }

    @Test
    void nothing_differs_from_the_same_in_another_order() {
        ListedParty one = entry("SDN", "1", "One");
        ListedParty two = entry("SDN", "2", "Two");

        assertThat(ListChange.between(List.of(one, two), List.of(two, one)).isEmpty())
                .isTrue();
    }

    private static ListedParty entry(String list, String id, String name) {
        return new ListedParty(
                id,
                list,
                ListedParty.Type.ENTITY,
                name,
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
    }
}
