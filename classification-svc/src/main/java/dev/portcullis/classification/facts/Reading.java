package dev.portcullis.classification.facts;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import org.jspecify.annotations.Nullable;

/** A datasheet while its facts are read one by one, with what several of them are derived from. For one thread. */
public final class Reading {
    private final Datasheet datasheet;
    private @Nullable CircuitEstimates estimates;

    /** @param datasheet components and relations looked up */
    public Reading(Datasheet datasheet) {
        this.datasheet = datasheet;
    }

    /** What is read. */
    public Datasheet datasheet() {
        return datasheet;
    }

    CircuitEstimates estimates(IntegratedCircuit circuit) {
        CircuitEstimates known = estimates;
        if (known == null) {
            known = new CircuitEstimates(circuit.processingUnits());
            estimates = known;
        }
        return known;
    }
}
