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
    /** Total processing performance. */
    final double performance;

    /** The same with each rate for itself, whatever its bit length. */
    final double tops;

    CircuitEstimates(@Nullable List<ProcessingUnit> units) {
        double byBitLength = 0;
        double total = 0;
        for (int i = 0; units != null && i < units.size(); i++) {
            ProcessingUnit unit = units.get(i);
            List<Rate> rates = unit.rates();
            double most = Double.NEGATIVE_INFINITY;
            double mostTops = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < rates.size(); j++) {
                Rate rate = rates.get(j);
                if (rate.dense()) {
                    // Of a number that is none, the greater one is none either.
                    double one = Estimate.of(rate.tops());
                    mostTops = Math.max(mostTops, one);
                    most = Math.max(most, one * rate.bitLength());
                }
            }
            byBitLength += most >= 0 ? most * unit.units() : Double.NaN;
            total += mostTops >= 0 ? mostTops * unit.units() : Double.NaN;
        }
        performance = units == null ? Double.NaN : byBitLength;
        tops = units == null ? Double.NaN : total;
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
