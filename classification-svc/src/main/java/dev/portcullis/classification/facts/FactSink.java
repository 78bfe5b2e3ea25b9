package dev.portcullis.classification.facts;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.technical.Quotient;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Takes a fact of a datasheet as it is derived: the walk that explains keeps it by name, the compiled program ranks it at once. A value of
 * null says that the datasheet does not say it, and so does a fact that is never handed over.
 */
public interface FactSink {
    /**
     * Takes an estimate of a figure where that is enough.
     *
     * @param estimate in floating point, off by a few roundings; not a number where there is none
     * @return whether it was; else the figure itself is to be handed over
     */
    boolean settles(OwnFact fact, double estimate);

    void figure(OwnFact fact, @Nullable BigDecimal value);

    void count(OwnFact fact, @Nullable Integer value);

    /** A figure that a formula gives; its trailing zeros say nothing. */
    void derived(OwnFact fact, @Nullable BigDecimal value);

    /** A figure that a formula gives as a quotient. */
    void quotient(OwnFact fact, Quotient value);

    void flag(OwnFact fact, @Nullable Boolean value);

    void word(OwnFact fact, String value);

    /** Said, but the law's formula gives it no value. */
    void undefined(OwnFact fact, String reason);

    /** A characteristic, to be read in the form that the dictionary gives it. */
    void stated(String fact, FactDefinition.Form form, Characteristic said);
}
