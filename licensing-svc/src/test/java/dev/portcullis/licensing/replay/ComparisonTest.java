package dev.portcullis.licensing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.determination.Step;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String A = "{\"question\":\"a\",\"result\":\"PASSES\"}";
    private static final String B = "{\"question\":\"b\",\"result\":\"REVIEW\"}";

    @Test
    void the_same_bytes_differ_in_nothing() {
        Comparison same = compare("{\"steps\":[" + A + "]}", "{\"steps\":[" + A + "]}");

        assertThat(same.parts()).isEmpty();
        assertThat(same.onlyStored()).isEmpty();
        assertThat(same.onlyComputed()).isEmpty();
    }

    @Test
    void steps_that_one_side_lacks_are_told_as_often_as_it_lacks_them() {
        Comparison found = compare(
                "{\"steps\":[" + A + "," + A + "],\"outcome\":\"REVIEW\",\"gone\":1}",
                "{\"steps\":[" + B + "," + A + "],\"outcome\":\"REVIEW\",\"new\":1}");

        assertThat(found.parts()).containsExactly("gone", "new", "steps");
        assertThat(found.onlyStored()).extracting(Step::question).containsExactly("a");
        assertThat(found.onlyComputed()).extracting(Step::question).containsExactly("b");
    }

    @Test
    void another_order_or_another_way_of_writing_is_a_difference() {
        assertThat(compare("{\"steps\":[" + A + "," + B + "]}", "{\"steps\":[" + B + "," + A + "]}")
                        .parts())
                .containsExactly("steps");
        assertThat(compare("{\"a\":1}", "{\"a\": 1}").parts()).containsExactly("bytes");
        assertThat(compare("no json", "{\"a\":1}").parts()).containsExactly("bytes");
    }

    @Test
    void the_ledgers_word_is_read_and_other_entries_say_nothing() {
        ObjectMapper json = new ObjectMapper();
        LedgerWord word = LedgerWord.of(
                bytes("{\"subject\":\"det-1\",\"fact\":{\"answerSha256\":\"aa\",\"inputsSha256\":\"bb\"}}"), json);

        assertThat(word).isEqualTo(new LedgerWord("det-1", "aa", "bb"));
        assertThat(LedgerWord.of(bytes("{\"subject\":\"det-1\",\"fact\":{}}"), json))
                .isNull();
        assertThat(LedgerWord.of(bytes("{"), json)).isNull();
        assertThat(LedgerWord.of(null, json)).isNull();
    }

    private static Comparison compare(String stored, String computed) {
        return Comparison.of(bytes(stored), bytes(computed), new ObjectMapper());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
