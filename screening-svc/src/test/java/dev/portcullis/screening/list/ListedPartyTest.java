package dev.portcullis.screening.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedPartyTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void an_entry_is_read_as_it_was_written() throws JsonProcessingException {
        ListedParty entry = new ListedParty(
                "7",
                "SDN",
                ListedParty.Type.VESSEL,
                "MERANTI STAR",
                List.of(Alias.strong("LANTERN"), new Alias("STAR", Alias.Kind.WEAK)),
                List.of(),
                List.of(),
                List.of("DPRK4"),
                null,
                null,
                null,
                null,
                null,
                new Particulars(
                        List.of("1998"),
                        List.of(),
                        List.of("PA"),
                        List.of(new Identifier(Identifier.IMO, "9074729", null))));
        assertThat(json.readValue(json.writeValueAsString(entry), ListedParty.class))
                .isEqualTo(entry);
    }

    @Test
    void an_entry_that_was_stored_before_aliases_had_a_kind_is_read() throws JsonProcessingException {
        ListedParty entry = json.readValue(
                "{\"id\":\"7\",\"list\":\"EL\",\"type\":\"UNKNOWN\",\"name\":\"A\",\"aliases\":[\"B\"]}",
                ListedParty.class);
        assertThat(entry.aliases()).containsExactly(Alias.strong("B"));
        assertThat(entry.particulars()).isEqualTo(Particulars.NONE);
    }
}
