package dev.portcullis.classification.facts;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.technical.Quotient;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the facts of a datasheet by name. */
final class FactMap implements FactSink {
    /** Room for what a datasheet usually says. */
    private static final int MOST_FACTS = 64;

    private final Map<String, FactValue> values = new LinkedHashMap<>(MOST_FACTS);

    Map<String, FactValue> values() {
        return values;
    }

    /** A characteristic in the form that the dictionary gives it; said in another one, it decides nothing. */
    static FactValue value(FactDefinition.Form form, Characteristic said) {
        return switch (form) {
            case FIGURE -> FactValue.of(said.figure());
            case FLAG -> FactValue.of(said.flag());
            case WORD -> said.word() == null ? FactValue.MISSING : new FactValue.Word(said.word());
        };
    }

    @Override
    public boolean settles(OwnFact fact, double estimate) {
        return false;
    }

    @Override
    public void figure(OwnFact fact, @Nullable BigDecimal value) {
        values.put(fact.key(), FactValue.of(value));
    }

    @Override
    public void count(OwnFact fact, @Nullable Integer value) {
        figure(fact, value == null ? null : BigDecimal.valueOf(value));
    }

    @Override
    public void derived(OwnFact fact, @Nullable BigDecimal value) {
        figure(fact, value == null ? null : value.stripTrailingZeros());
    }

    @Override
    public void quotient(OwnFact fact, Quotient value) {
        figure(fact, value.value());
    }

    @Override
    public void flag(OwnFact fact, @Nullable Boolean value) {
        values.put(fact.key(), FactValue.of(value));
    }

    @Override
    public void word(OwnFact fact, String value) {
        values.put(fact.key(), new FactValue.Word(value));
    }

    @Override
    public void undefined(OwnFact fact, String reason) {
        values.put(fact.key(), new FactValue.Undefined(reason));
    }

    @Override
    public void stated(String fact, FactDefinition.Form form, Characteristic said) {
        values.put(fact, value(form, said));
    }
}
