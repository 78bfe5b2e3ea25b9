package dev.portcullis.classification.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.AnyDatasheet;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.classification.rules.CompanyPolicy;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Which classifications a change of law affects: those whose answer differs, whichever way that is found out. */
class LawEffectTest {
    private static final RuleBook RULES = RuleBookFile.shipped();
    private static final Law LAW = new Law(ControlListFile.shipped(), RULES);
    private static final Map<LocalDate, LawMark> MARKS = new HashMap<>();
    private static final Map<String, LawEffect> EFFECTS = new HashMap<>();
    private static final Classifier CLASSIFIER = new Classifier(LAW, CompanyPolicy.NONE);

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void a_classification_is_affected_where_its_answer_differs_and_only_there(
            @ForAll("datasheets") Datasheet datasheet,
            @ForAll("daysOfChange") LocalDate before,
            @ForAll("daysOfChange") LocalDate after) {
        ItemState.Classification then = Answers.of(CLASSIFIER.classify(datasheet, before), 1);
        ItemState.Classification now = Answers.of(CLASSIFIER.classify(datasheet, after), 1);
        LawEffect effect = EFFECTS.computeIfAbsent(
                before + "/" + after, way -> new LawEffect(LAW, CompanyPolicy.NONE, after, mark(before), mark(after)));
        boolean differs =
                !Answers.differences(then, now, Reason.Cause.LAW, "The law").isEmpty();
        assertThat(effect.on(then, LAW.list().edition(), datasheet, 1).isPresent())
                .isEqualTo(differs);
    }

    private static LawMark mark(LocalDate day) {
        return MARKS.computeIfAbsent(day, of -> LawMark.of(LAW, "", of));
    }

    @Provide
    Arbitrary<Datasheet> datasheets() {
        return new AnyDatasheet(RULES).arbitrary();
    }

    @Provide
    Arbitrary<LocalDate> daysOfChange() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Rule rule : RULES.rules()) {
            days.add(rule.effectiveFrom());
            if (rule.effectiveTo() != null) {
                days.add(rule.effectiveTo());
            }
        }
        List<LocalDate> all = new ArrayList<>(days);
        all.removeIf(day -> day.isBefore(RULES.historyFrom()));
        return Arbitraries.of(all);
    }
}
