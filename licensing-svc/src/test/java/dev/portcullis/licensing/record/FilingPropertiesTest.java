package dev.portcullis.licensing.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.record.Filing.Need;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is learned later never takes a filing back that was spared, nor spares one that was required. */
class FilingPropertiesTest {
    private static final ExportInformation INFORMATION = ExportInformation.shipped();

    private static final Map<String, List<Set<String>>> FACTS = Map.ofEntries(
            Map.entry("activity", List.of(Set.of("EXPORT"), Set.of("REEXPORT"), Set.of("DEEMED_EXPORT"))),
            Map.entry("tangible", List.of(Set.of("YES"), Set.of("NO"))),
            Map.entry("destination", List.of(Set.of("CN"), Set.of("DE"), Set.of("CA"), Set.of("IR"), Set.of("VE"))),
            Map.entry("destinationGroups", List.of(Set.of(), Set.of("D:1", "D:5"), Set.of("E:1"))),
            Map.entry("authorityKind", List.of(Set.of("LICENSE"), Set.of("NLR"), Set.of("EXCEPTION"))),
            Map.entry("authority", List.of(Set.of("NLR"), Set.of("STA"), Set.of("GOV"), Set.of("D1234567"))),
            Map.entry(
                    "item.eccn",
                    List.of(Set.of("3A090"), Set.of("EAR99"), Set.of("9A515"), Set.of("3A069"), Set.of("0A501"))),
            Map.entry("item.listed", List.of(Set.of("YES"), Set.of("NO"))),
            Map.entry("transshipped", List.of(Set.of("YES"), Set.of("NO"))),
            Map.entry("validatedEndUser", List.of(Set.of("YES"), Set.of("NO"))),
            Map.entry("unverified", List.of(Set.of("YES"), Set.of("NO"))),
            Map.entry("ftrExemption", List.of(Set.of(), Set.of("30.37(b)"))));

    @Property(tries = 2000)
    void an_answer_stays_whatever_is_learned_later(@ForAll("worlds") World world) {
        Need early = judge(world.texts(), world.value(), world.hidden()).need();
        Need late = judge(world.texts(), world.value(), Set.of()).need();

        assertThat(late).isNotEqualTo(Need.UNDECIDED);
        assertThat(early == Need.UNDECIDED || early == late).isTrue();
    }

    @Property(tries = 2000)
    void what_is_undecided_says_what_would_decide_it_and_lists_every_element(@ForAll("worlds") World world) {
        Filing early = judge(world.texts(), world.value(), world.hidden());

        assertThat(early.questions().isEmpty()).isEqualTo(early.need() != Need.UNDECIDED);
        assertThat(early.elements().isEmpty()).isEqualTo(early.need() == Need.NOT_REQUIRED);
    }

    private static Filing judge(Map<String, Set<String>> texts, BigDecimal value, Set<String> hidden) {
        Map<String, Set<String>> told = new HashMap<>(texts);
        hidden.forEach(told::remove);
        Map<String, BigDecimal> numbers = hidden.contains("value") ? Map.of() : Map.of("value", value);
        return INFORMATION.judge(new Known(told, numbers), Map.of());
    }

    @Provide
    Arbitrary<World> worlds() {
        List<String> names = FACTS.keySet().stream().sorted().toList();
        Arbitrary<List<Integer>> choices =
                Arbitraries.integers().between(0, 59).list().ofSize(names.size());
        Arbitrary<Set<String>> hidden =
                Arbitraries.of(FACTS.keySet()).set().ofMaxSize(6).map(HashSet::new);
        Arbitrary<BigDecimal> values = Arbitraries.of("0", "2499.99", "2500", "2500.005", "2500.01", "240000")
                .map(BigDecimal::new);
        return Combinators.combine(choices, hidden, values, Arbitraries.of(true, false))
                .as((chosen, hide, value, hideValue) -> {
                    Map<String, Set<String>> texts = new HashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        List<Set<String>> possible = FACTS.get(names.get(i));
                        texts.put(names.get(i), possible.get(chosen.get(i) % possible.size()));
                    }
                    Set<String> gone = new HashSet<>(hide);
                    if (hideValue) {
                        gone.add("value");
                    }
                    return new World(texts, value, gone);
                });
    }

    record World(Map<String, Set<String>> texts, BigDecimal value, Set<String> hidden) {}
}
