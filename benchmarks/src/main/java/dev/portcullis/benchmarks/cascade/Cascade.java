package dev.portcullis.benchmarks.cascade;

import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;

/**
 * All rules of 2026-11-28 as a cascade of conditions, written by hand for speed: it reads the datasheet directly, compares primitive
 * numbers where that is exact, stops at the first missing fact and allocates little. Its answers are those of the program; it has to be
 * written again when a rule changes, and says nothing of any other day.
 */
public final class Cascade {
    private Cascade() {}

    /** What the law of the day says of a datasheet, components and relations looked up. */
    public static Verdict decide(Datasheet datasheet) {
        if (datasheet instanceof IntegratedCircuit circuit) {
            return CircuitCascade.decide(circuit);
        } else if (datasheet instanceof Computer computer) {
            return ComputerCascade.decide(computer);
        } else if (datasheet instanceof Software software) {
            return SoftwareCascade.decide(software);
        } else if (datasheet instanceof Technology technology) {
            return TechnologyCascade.decide(technology);
        }
        return ModelCascade.decide((Model) datasheet);
    }
}
