package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.CompanyPolicy;
import dev.portcullis.classification.rules.RuleBookFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which change of a design turns its classification. */
class ComparisonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Classifier CLASSIFIER =
            new Classifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()), CompanyPolicy.NONE);

    @Test
    void the_same_datasheet_differs_in_nothing() {
        Datasheet sheet = Parts.circuit("1978.9", 8, "814", "1028", true);
        Comparison comparison = CLASSIFIER.compare(sheet, sheet, DAY);
        assertThat(comparison.facts()).isEmpty();
        assertThat(comparison.criteria()).isEmpty();
        assertThat(comparison.from()).isEqualTo(comparison.to());
    }

    /** 15 CFR 774 Supp. 1, 3A090.a.1: total processing performance of 4800 or more. */
    @Test
    void a_figure_below_the_threshold_turns_the_answer_alone() {
        // 600 dense TOPS at 8 bits are TPP 4800, 599 are TPP 4792; on a large die both densities are below 3A090.a.2's.
        Comparison comparison = CLASSIFIER.compare(
                Parts.circuit("600", 8, "2000", "100", true), Parts.circuit("599", 8, "2000", "100", true), DAY);
        assertThat(comparison.from().paragraph()).isEqualTo("a.1");
        assertThat(comparison.to().paragraph()).isNotEqualTo("a.1");
        assertThat(comparison.facts())
                .filteredOn(Comparison.Change::turns)
                .extracting(Comparison.Change::fact)
                .containsExactly("totalProcessingPerformance");
        assertThat(comparison.criteria()).anySatisfy(criterion -> {
            assertThat(criterion.paragraph()).isEqualTo("3A090.a.1");
            assertThat(criterion.threshold()).isEqualTo(new BigDecimal("4800"));
            assertThat(criterion.from().outcome()).isEqualTo(Outcome.MET);
            assertThat(criterion.from().margin()).isEqualByComparingTo("0");
            assertThat(criterion.to().outcome()).isEqualTo(Outcome.NOT_MET);
            assertThat(criterion.to().margin()).isEqualByComparingTo("-8");
        });
    }

    @Test
    void a_fact_that_becomes_known_is_a_difference() {
        Comparison comparison = CLASSIFIER.compare(
                Parts.circuit("600", 8, "2000", "100", null), Parts.circuit("600", 8, "2000", "100", true), DAY);
        assertThat(comparison.facts())
                .filteredOn(change -> change.fact().equals("dataCenter"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.from()).isNull();
                    assertThat(change.to()).isEqualTo(new FactValue.Flag(true));
                });
    }

    /** Whatever differs, taking over every fact of the second leads to the answer of the second. */
    @Property(tries = 300)
    void what_one_way_adds_the_other_takes_away(@ForAll("sheets") Datasheet from, @ForAll("sheets") Datasheet to) {
        if (from.kind() != to.kind()) {
            return;
        }
        Comparison there = CLASSIFIER.compare(from, to, DAY);
        Comparison back = CLASSIFIER.compare(to, from, DAY);
        assertThat(there.from()).isEqualTo(back.to());
        assertThat(there.facts())
                .extracting(Comparison.Change::fact)
                .containsExactlyInAnyOrderElementsOf(
                        back.facts().stream().map(Comparison.Change::fact).toList());
        if (!there.from().same(there.to())) {
            assertThat(there.facts()).isNotEmpty();
        }
        if (there.facts().size() == 1) {
            assertThat(there.facts().get(0).alone()).isEqualTo(there.to());
            assertThat(there.facts().get(0).without()).isEqualTo(there.from());
        }
        there.facts()
                .forEach(change -> assertThat(back.facts().stream()
                                .filter(other -> other.fact().equals(change.fact()))
                                .map(Comparison.Change::alone)
                                .toList())
                        .isEqualTo(List.of(change.without())));
    }

    @Provide
    Arbitrary<Datasheet> sheets() {
        return new AnyDatasheet(RuleBookFile.shipped()).arbitrary();
    }
}
