package dev.portcullis.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.portcullis.benchmarks.cascade.Cascade;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.classification.program.Decision;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.RuleBookFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by hand say what the rules as data say, or the benchmark compares two different laws. */
class CascadeTest {
    private static final RuleBook RULES = RuleBookFile.shipped();
    private static final Classifier CLASSIFIER = new Classifier(new Law(ControlListFile.shipped(), RULES));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261124})
    void saysTheSameOfAProductMaster(long seed) {
        check(new ProductMaster(seed)::next, 50_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void saysTheSameAtTheEdgesOfTheRules(long seed) {
        check(new RandomDatasheets(RULES, seed)::next, 50_000);
    }

    @Test
    void theEdgesReachMostParagraphs() {
        RandomDatasheets datasheets = new RandomDatasheets(RULES, 4);
        Set<String> paragraphs = new TreeSet<>();
        for (int i = 0; i < 100_000; i++) {
            var paragraph = Cascade.decide(datasheets.next()).paragraph();
            if (paragraph != null) {
                paragraphs.add(paragraph.toString());
            }
        }
        assertEquals(true, paragraphs.size() > 100, () -> "only " + paragraphs);
    }

    /** At a threshold of 3A090, and a millionth of a TOPS or of a square millimeter beside it. */
    @ParameterizedTest
    @CsvSource({
        "300.000000, 999.000000, 3A090.a.1",
        "299.999999, 999.000000, 3A090.b.1",
        "299.999999, 9999.000000, 3A991.p",
        "150.000000, 1500.000000, 3A090.b.1",
        "150.000000, 1500.000001, 3A991.p",
        "149.999999, 1400.000000, 3A991.p",
        "100.000000, 270.270270, 3A090.a.2",
        "100.000000, 270.270271, 3A090.b.2",
        "100.000000, 500.000000, 3A090.b.2",
        "100.000000, 500.000001, 3A991.p",
        "99.999999, 1.000000, 3A991.p",
        "74.000000, 200.000000, 3A991.p",
        "148.000000, 400.000000, 3A090.a.2",
        "148.000000, 400.000001, 3A090.b.2"
    })
    void saysTheSameAtAThreshold(BigDecimal tops, BigDecimal area, String paragraph) {
        IntegratedCircuit circuit = new IntegratedCircuit(
                Provenance.DECLARED,
                null,
                List.of(new ProcessingUnit("unit", 1, List.of(new Rate(tops, 16, false)))),
                List.of(new Die(null, 1, area, true, true)),
                BigDecimal.ZERO,
                null,
                true,
                null,
                null,
                true,
                null);
        ClassificationBenchmark.check(CLASSIFIER, circuit);
        Decision decision = CLASSIFIER.decide(circuit, ClassificationBenchmark.AS_OF);
        assertEquals(paragraph, String.valueOf(decision.paragraph()));
        assertEquals(paragraph, String.valueOf(Cascade.decide(circuit).paragraph()));
    }

    /** At a threshold of 4A003 or 4A994, and a unit of the last digit beside it. */
    @ParameterizedTest
    @CsvSource({"70.000001, 4A003.b", "70.000000, 4A994.b", "0.012800, 4A994.b", "0.012799, EAR99"})
    void saysTheSameAtAPeakPerformance(BigDecimal peak, String paragraph) {
        Computer computer = new Computer(
                Provenance.DECLARED,
                null,
                List.of(),
                false,
                null,
                true,
                Map.of("adjustedPeakPerformance", Characteristic.of(peak)));
        ClassificationBenchmark.check(CLASSIFIER, computer);
        assertEquals(paragraph, String.valueOf(Cascade.decide(computer).paragraph()));
    }

    private static void check(Supplier<Datasheet> datasheets, int count) {
        for (int i = 0; i < count; i++) {
            ClassificationBenchmark.check(CLASSIFIER, datasheets.get());
        }
    }
}
