package dev.portcullis.classification.determination;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.RuleBookFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The compiled program says what the walk says, of every datasheet and on every day. */
class DecisionPropertiesTest {
    private static final RuleBook RULES = RuleBookFile.shipped();
    private static final CheckedClassifier CLASSIFIER =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RULES));

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void the_program_decides_as_the_walk_does(
            @ForAll("datasheets") Datasheet datasheet, @ForAll("daysOfChange") LocalDate asOf) {
        CLASSIFIER.classify(datasheet, asOf);
    }

    @Provide
    Arbitrary<Datasheet> datasheets() {
        return new AnyDatasheet(RULES).arbitrary();
    }

    @Provide
    Arbitrary<LocalDate> daysOfChange() {
        return Arbitraries.of(days());
    }

    /** Every day on which a rule begins, ends or changes its posture, and the day before. */
    private static List<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Rule rule : RULES.rules()) {
            days.add(rule.effectiveFrom());
            if (rule.effectiveTo() != null) {
                days.add(rule.effectiveTo());
            }
            rule.postures().forEach(change -> days.add(change.from()));
        }
        List<LocalDate> all = new ArrayList<>();
        days.forEach(day -> all.addAll(List.of(day.minusDays(1), day)));
        all.removeIf(day -> day.isBefore(RULES.historyFrom()));
        return all;
    }
}
