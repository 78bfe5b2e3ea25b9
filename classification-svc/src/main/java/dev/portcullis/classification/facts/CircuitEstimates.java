package dev.portcullis.classification.facts;

import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import dev.portcullis.classification.technical.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of {@link CircuitFacts} in floating point, as {@link Estimate} means it: not a number where one is not known, is not positive
 * or has many digits. Decides nothing by itself.
 */
final class CircuitEstimates {
    private CircuitEstimates() {}

    /** Total processing performance. */
    static double performance(@Nullable List<ProcessingUnit> units) {
        return total(units, true);
    }

    /** The same with each rate for itself, whatever its bit length. */
    static double tops(@Nullable List<ProcessingUnit> units) {
        return total(units, false);
    }

    private static double total(@Nullable List<ProcessingUnit> units, boolean byBitLength) {
        if (units == null) {
            return Double.NaN;
        }
        double total = 0;
        for (int i = 0; i < units.size(); i++) {
            ProcessingUnit unit = units.get(i);
            total += best(unit.rates(), byBitLength) * unit.units();
        }
        return total;
    }

    private static double best(List<Rate> rates, boolean byBitLength) {
        double best = -1;
        for (int i = 0; i < rates.size(); i++) {
            Rate rate = rates.get(i);
            if (rate.dense()) {
                double one = Estimate.of(rate.tops()) * (byBitLength ? rate.bitLength() : 1);
                if (!(one >= 0)) {
                    return Double.NaN;
                }
                best = Math.max(best, one);
            }
        }
        return best < 0 ? Double.NaN : best;
    }

    /** Applicable die area. */
    static double area(@Nullable List<Die> dies) {
        if (dies == null) {
            return Double.NaN;
        }
        double area = 0;
        for (int i = 0; i < dies.size(); i++) {
            Die die = dies.get(i);
            if (die.isLogic()) {
                if (die.nonPlanar() == null) {
                    return Double.NaN;
                }
                if (die.nonPlanar()) {
                    double one = Estimate.of(die.areaMm2());
                    area += one > 0 ? one * die.dies() : Double.NaN;
                }
            }
        }
        return area > 0 ? area : Double.NaN;
    }
}
