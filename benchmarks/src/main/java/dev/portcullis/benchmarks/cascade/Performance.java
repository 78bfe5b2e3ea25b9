package dev.portcullis.benchmarks.cascade;

import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where total processing performance and performance density stand among the thresholds of 3A090.a and .b (15 CFR 774 Supp. 1, ECCN
 * 3A090, Technical Notes 1 to 4), and the rate of 3A991.p.1, packed into one number. Figures of up to six decimals are counted in millionths
 * as long; what does not fit goes the slower way of {@link ExactPerformance}. Both are exact.
 */
final class Performance {
    static final int TPP_1600 = 1;
    static final int TPP_2400 = 2;
    static final int TPP_4800 = 3;
    static final int DENSITY_1_6 = 1;
    static final int DENSITY_3_2 = 2;
    static final int DENSITY_5_92 = 3;
    static final int NOT_SAID = 4;
    static final int NO_VALUE = 5;

    private static final int BITS = 3;
    private static final int MASK = 7;
    private static final long MILLIONTHS = 1_000_000;
    private static final double LARGEST = 1e9;

    private Performance() {}

    static int tpp(int packed) {
        return packed & MASK;
    }

    static int density(int packed) {
        return packed >> BITS & MASK;
    }

    static int tops(int packed) {
        return packed >> 2 * BITS;
    }

    static int pack(int tpp, int density, int tops) {
        return tpp | density << BITS | tops << 2 * BITS;
    }

    static int of(IntegratedCircuit circuit) {
        List<ProcessingUnit> units = circuit.processingUnits();
        if (units == null) {
            return pack(NOT_SAID, NOT_SAID, Answer.MISSING);
        }
        try {
            return ofMillionths(units, circuit.dies());
        } catch (ArithmeticException tooLarge) {
            return ExactPerformance.of(units, circuit.dies());
        }
    }

    private static int ofMillionths(List<ProcessingUnit> units, @Nullable List<Die> dies) {
        long tpp = 0;
        long tops = 0;
        for (int i = 0; i < units.size(); i++) {
            ProcessingUnit unit = units.get(i);
            List<Rate> rates = unit.rates();
            long most = -1;
            long mostTops = -1;
            for (int j = 0; j < rates.size(); j++) {
                Rate rate = rates.get(j);
                if (rate.dense()) {
                    long rateTops = millionths(rate.tops());
                    mostTops = Math.max(mostTops, rateTops);
                    most = Math.max(
                            most, Math.multiplyExact(rateTops, rate.bitLength().intValue()));
                }
            }
            if (most < 0) {
                return pack(NOT_SAID, NOT_SAID, Answer.MISSING);
            }
            tpp = Math.addExact(tpp, Math.multiplyExact(most, unit.units()));
            tops = Math.addExact(tops, Math.multiplyExact(mostTops, unit.units()));
        }
        int met = Answer.of(tops >= 8 * MILLIONTHS);
        if (tpp < 1600 * MILLIONTHS) {
            // Below it no density matters.
            return pack(0, NOT_SAID, met);
        }
        int rank = tpp >= 4800 * MILLIONTHS ? TPP_4800 : tpp >= 2400 * MILLIONTHS ? TPP_2400 : TPP_1600;
        return pack(rank, density(tpp, dies), met);
    }

    private static int density(long tpp, @Nullable List<Die> dies) {
        if (dies == null || dies.isEmpty()) {
            return NOT_SAID;
        }
        long area = 0;
        for (int i = 0; i < dies.size(); i++) {
            Die die = dies.get(i);
            if (die.isLogic()) {
                if (die.nonPlanar() == null) {
                    return NOT_SAID;
                }
                if (die.nonPlanar()) {
                    Integer count = die.count();
                    long one = millionths(die.areaMm2());
                    area = Math.addExact(area, count == null ? one : Math.multiplyExact(one, count.intValue()));
                }
            }
        }
        if (area == 0) {
            return NO_VALUE;
        }
        long hundredfold = Math.multiplyExact(tpp, 100);
        if (hundredfold >= Math.multiplyExact(area, 592)) {
            return DENSITY_5_92;
        }
        if (hundredfold >= area * 320) {
            return DENSITY_3_2;
        }
        return hundredfold >= area * 160 ? DENSITY_1_6 : 0;
    }

    /** Exact: up to 10 to the 15 millionths, two roundings of the floating point together err by less than a half. */
    private static long millionths(BigDecimal figure) {
        double value = figure.doubleValue();
        if (figure.scale() > 6 || value >= LARGEST) {
            throw new ArithmeticException("not in millionths");
        }
        return Math.round(value * MILLIONTHS);
    }
}
