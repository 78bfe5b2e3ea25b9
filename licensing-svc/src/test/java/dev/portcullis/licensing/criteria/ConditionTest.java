package dev.portcullis.licensing.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.criteria.Truth.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Conditions and what is not known. */
class ConditionTest {
    private static final List<String> FACTS = List.of("a", "b", "c");

    @Test
    void what_is_not_known_is_asked_for_only_where_it_matters() throws Exception {
        Condition both = read("{'all': [{'fact': 'a', 'in': ['X']}, {'fact': 'b', 'in': ['X']}]}");
        Condition either = read("{'any': [{'fact': 'a', 'in': ['X']}, {'fact': 'n', 'above': 2500}]}");

        assertThat(both.test(known(Map.of("a", "Y"))).value()).isEqualTo(Value.NO);
        assertThat(both.test(known(Map.of("a", "X"))).missing()).containsExactly("b");
        assertThat(either.test(known(Map.of("a", "X"))).value()).isEqualTo(Value.YES);
        assertThat(either.test(known(Map.of("a", "Y"))).missing()).containsExactly("n");
        assertThat(either.test(known(Map.of())).missing()).containsExactly("a", "n");
    }

    @Test
    void limits_are_exact() throws Exception {
        Condition above = read("{'fact': 'n', 'above': 2500}");
        Condition below = read("{'fact': 'n', 'below': 21000}");
        assertThat(above.test(number("2500")).isNo()).isTrue();
        assertThat(above.test(number("2500.01")).isYes()).isTrue();
        assertThat(below.test(number("20999.99")).isYes()).isTrue();
        assertThat(below.test(number("21000")).isNo()).isTrue();
    }

    @Test
    void a_condition_with_words_that_are_not_known_is_refused() {
        for (String wrong : List.of(
                "{}",
                "{'fact': 'a'}",
                "{'fact': 'a', 'in': ['X'], 'above': 1}",
                "{'all': [], 'any': []}",
                "{'nor': []}",
                "{'fact': 'a', 'equals': 'X'}",
                "[]")) {
            assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(IllegalStateException.class);
        }
    }

    @Property(tries = 500)
    void an_answer_stays_whatever_is_learned_later(
            @ForAll("conditions") Condition condition, @ForAll("worlds") Map<String, Boolean> world) {
        // Each way of knowing less than all.
        for (int mask = 0; mask < 1 << FACTS.size(); mask++) {
            Known.Gathering less = new Known.Gathering();
            for (int i = 0; i < FACTS.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    less.yes(FACTS.get(i), world.get(FACTS.get(i)));
                }
            }
            Known.Gathering all = new Known.Gathering();
            world.forEach(all::yes);
            Truth early = condition.test(less.known());
            Truth late = condition.test(all.known());
            assertThat(late.isUnknown()).isFalse();
            assertThat(early.isUnknown() || early.value() == late.value()).isTrue();
            assertThat(FACTS).containsAll(early.missing());
        }
    }

    @Provide
    Arbitrary<Condition> conditions() {
        Arbitrary<Condition> leaf = Arbitraries.of(FACTS).map(fact -> new Condition.In(fact, Set.of("YES")));
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf,
                () -> conditions().list().ofMaxSize(3).map(Condition.All::new),
                () -> conditions().list().ofMaxSize(3).map(Condition.Any::new),
                () -> conditions().map(Condition.Not::new));
    }

    @Provide
    Arbitrary<Map<String, Boolean>> worlds() {
        return Arbitraries.of(true, false)
                .list()
                .ofSize(3)
                .map(values -> Map.of("a", values.get(0), "b", values.get(1), "c", values.get(2)));
    }

    private static Known known(Map<String, String> texts) {
        Known.Gathering known = new Known.Gathering();
        texts.forEach(known::text);
        return known.known();
    }

    private static Known number(String value) {
        return new Known.Gathering().number("n", new BigDecimal(value)).known();
    }

    private static Condition read(String json) throws JsonProcessingException {
        return ConditionReader.read(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @Test
    void nothing_at_all_always_holds() {
        assertThat(Stream.of(ConditionReader.ALWAYS)
                        .allMatch(all -> all.test(known(Map.of())).isYes()))
                .isTrue();
    }
}
