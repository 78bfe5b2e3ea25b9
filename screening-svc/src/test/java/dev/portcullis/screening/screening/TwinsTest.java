package dev.portcullis.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.Particulars;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TwinsTest {
    private static LoadedEdition edition(String source, ListedParty... entries) {
        Map<String, Integer> counts = new TreeMap<>();
        List.of(entries).forEach(entry -> counts.merge(entry.list(), 1, Integer::sum));
        return new LoadedEdition(
                new Edition("led-" + source, source, "X", "00", 1, counts, 0, List.of(), null, 0, Instant.EPOCH, "t"),
                List.of(entries));
    }

    private static ListedParty entry(
            String id, String list, String name, @Nullable String number, String country, String... aliases) {
        return new ListedParty(
                id,
                list,
                ListedParty.Type.ENTITY,
                name,
                List.of(aliases).stream().map(Alias::strong).toList(),
                List.of(),
                List.of(country),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                new Particulars(
                        List.of(),
                        List.of(),
                        List.of(),
                        number == null ? List.of() : List.of(new Identifier(Identifier.ENTRY, number, null))));
    }

    @Test
    void an_entry_that_stands_on_both_lists_is_searched_once_with_the_names_of_both() {
        List<ListedParty> merged = Twins.merged(List.of(
                edition(
                        "consolidated",
                        entry("a1", "SDN", "BANK OF X", "36", "CU", "BOX"),
                        entry("a2", "EL", "Acme Chips Co., Ltd.", null, "CN", "Acme")),
                edition("ofac-sdn", entry("36", "SDN", "BANK OF X, S.A.", null, "CU", "X BANK")),
                edition("bis-part-744", entry("el-1", "EL", "ACME CHIPS CO LTD", null, "CN"))));
        assertThat(merged).extracting(ListedParty::id).containsExactlyInAnyOrder("36", "el-1");
        assertThat(merged)
                .filteredOn(entry -> entry.id().equals("36"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.aliases())
                        .containsExactly(Alias.strong("X BANK"), Alias.strong("BANK OF X"), Alias.strong("BOX")));
    }

    @Test
    void an_entry_that_only_one_of_the_lists_has_is_kept_whichever_is_late() {
        List<ListedParty> merged = Twins.merged(List.of(
                edition(
                        "consolidated",
                        entry("a1", "SDN", "NEWLY LISTED", "99", "RU"),
                        entry("a3", "EL", "Acme Chips", null, "RU")),
                edition("ofac-sdn", entry("36", "SDN", "BANK OF X", null, "CU")),
                edition("bis-part-744", entry("el-1", "EL", "Acme Chips", null, "CN"))));
        assertThat(merged).extracting(ListedParty::id).containsExactlyInAnyOrder("a1", "a3", "36", "el-1");
    }

    @Test
    void entries_of_other_authorities_are_no_twins_though_their_numbers_and_names_are_equal() {
        List<ListedParty> merged = Twins.merged(List.of(
                edition("eu", entry("13", "EU", "BANK OF X", null, "CU")),
                edition("un", entry("13", "UN", "BANK OF X", null, "CU"))));
        assertThat(merged).hasSize(2);
    }

    @Test
    void what_is_searched_has_one_id_in_whatever_order_its_editions_are_named() {
        assertThat(new Searched(List.of("led-1", "led-2"), "wct-1").id())
                .startsWith("les-")
                .isEqualTo(new Searched(List.of("led-2", "led-1"), "wct-1").id())
                .isNotEqualTo(new Searched(List.of("led-1", "led-3"), "wct-1").id())
                .isNotEqualTo(new Searched(List.of("led-1", "led-2"), "wct-2").id());
    }
}
