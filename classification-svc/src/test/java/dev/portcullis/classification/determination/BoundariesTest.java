package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.facts.CircuitFacts;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Subject;
import dev.portcullis.classification.facts.Subjects;
import dev.portcullis.classification.rules.RuleBookFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every threshold of 3A090 holds exactly at its figure and not one unit beside it (15 CFR 774 Supp. 1, 3A090.a, .b and Note 2). */
class BoundariesTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);
    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    /** The paragraph by the words of the regulation, independent of the rule file: TPP in whole units, density in hundredths. */
    private static String byTheText(int tpp, int densityHundredths, boolean dataCenter) {
        if (!dataCenter && tpp < 4800) {
            return "3A991.p";
        }
        if (tpp >= 4800) {
            return "3A090.a.1";
        }
        if (tpp >= 1600 && densityHundredths >= 592) {
            return "3A090.a.2";
        }
        if (tpp >= 2400 && densityHundredths >= 160) {
            return "3A090.b.1";
        }
        return tpp >= 1600 && densityHundredths >= 320 ? "3A090.b.2" : "3A991.p";
    }

    @Property(tries = 400)
    void the_paragraph_is_that_of_the_text_around_every_threshold(
            @ForAll @IntRange(min = 0, max = 2) int performance,
            @ForAll @IntRange(min = 0, max = 2) int density,
            @ForAll @IntRange(min = -1, max = 1) int performanceStep,
            @ForAll @IntRange(min = -1, max = 1) int densityStep,
            @ForAll boolean dataCenter) {
        int tpp = new int[] {1600, 2400, 4800}[performance] + performanceStep;
        int hundredths = new int[] {160, 320, 592}[density] + densityStep;
        assertThat(classified(tpp, hundredths, dataCenter)).isEqualTo(byTheText(tpp, hundredths, dataCenter));
    }

    @Property(tries = 400)
    void the_paragraph_is_that_of_the_text_anywhere(
            @ForAll @IntRange(min = 64, max = 6000) int tpp,
            @ForAll @IntRange(min = 1, max = 900) int hundredths,
            @ForAll boolean dataCenter) {
        assertThat(classified(tpp, hundredths, dataCenter)).isEqualTo(byTheText(tpp, hundredths, dataCenter));
    }

    private String classified(int tpp, int densityHundredths, boolean dataCenter) {
        // At 1 bit the rate is the TPP. A scaled part has exactly the wanted density: TPP x 100 over an area of 100 /
        // density.
        BigDecimal scaled = BigDecimal.valueOf(tpp);
        Subject subject = withDensity(scaled, new BigDecimal(densityHundredths).movePointLeft(2), dataCenter);
        Evaluation evaluation = new Evaluation(RuleBookFile.shipped(), NOW);
        Walk walk = Walk.of(RuleBookFile.shipped().rules(subject.kind(), NOW), evaluation, subject);
        return String.valueOf(walk.paragraph());
    }

    private static Subject withDensity(BigDecimal tpp, BigDecimal density, boolean dataCenter) {
        Subject part =
                new Subjects(RuleBookFile.shipped()).of(Parts.circuit(tpp.toPlainString(), 1, "100", "1", dataCenter));
        java.util.Map<String, FactValue> values = new java.util.HashMap<>(part.values());
        values.put(CircuitFacts.DENSITY, FactValue.of(density));
        return new Subject("", BigDecimal.ONE, part.kind(), values, part.presumed(), part.circuits(), part.relations());
    }

    @Property(tries = 200)
    void a_density_is_exact_at_its_threshold_whatever_the_area(@ForAll @IntRange(min = 271, max = 810) int areaMm2) {
        // TPP = 5.92 x area, within 1600 and 4800; a millionth of a TOPS less is below.
        BigDecimal at = new BigDecimal("5.92").multiply(BigDecimal.valueOf(areaMm2));
        BigDecimal below = at.subtract(new BigDecimal("0.000001"));
        assertThat(paragraph(at, areaMm2)).isEqualTo(at.intValue() >= 4800 ? "3A090.a.1" : "3A090.a.2");
        assertThat(paragraph(below, areaMm2)).startsWith("3A090.b.");
    }

    private String paragraph(BigDecimal tpp, int areaMm2) {
        Classification answer =
                classifier.classify(Parts.circuit(tpp.toPlainString(), 1, String.valueOf(areaMm2), "1", true), NOW);
        return answer.eccn() + "." + answer.paragraph();
    }
}
