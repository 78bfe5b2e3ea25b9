package dev.portcullis.benchmarks.cascade;

import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same as {@link Performance} for figures that do not fit a long of millionths. */
final class ExactPerformance {
    private static final BigDecimal TPP_1600 = BigDecimal.valueOf(1600);
    private static final BigDecimal TPP_2400 = BigDecimal.valueOf(2400);
    private static final BigDecimal TPP_4800 = BigDecimal.valueOf(4800);
    private static final BigDecimal DENSITY_1_6 = new BigDecimal("1.6");
    private static final BigDecimal DENSITY_3_2 = new BigDecimal("3.2");
    private static final BigDecimal DENSITY_5_92 = new BigDecimal("5.92");
    private static final BigDecimal TOPS = BigDecimal.valueOf(8);

    private ExactPerformance() {}

    static int of(List<ProcessingUnit> units, @Nullable List<Die> dies) {
        BigDecimal tpp = BigDecimal.ZERO;
        BigDecimal tops = BigDecimal.ZERO;
        for (ProcessingUnit unit : units) {
            BigDecimal most = null;
            BigDecimal mostTops = null;
            for (Rate rate : unit.rates()) {
                if (rate.dense()) {
                    BigDecimal product = rate.tops().multiply(BigDecimal.valueOf(rate.bitLength()));
                    most = most == null ? product : most.max(product);
                    mostTops = mostTops == null ? rate.tops() : mostTops.max(rate.tops());
                }
            }
            if (most == null || mostTops == null) {
                return Performance.pack(Performance.NOT_SAID, Performance.NOT_SAID, Answer.MISSING);
            }
            BigDecimal count = BigDecimal.valueOf(unit.units());
            tpp = tpp.add(most.multiply(count));
            tops = tops.add(mostTops.multiply(count));
        }
        return Performance.pack(tpp(tpp), density(tpp, dies), Answer.atLeast(tops, TOPS));
    }

    private static int tpp(BigDecimal tpp) {
        if (tpp.compareTo(TPP_4800) >= 0) {
            return Performance.TPP_4800;
        }
        if (tpp.compareTo(TPP_2400) >= 0) {
            return Performance.TPP_2400;
        }
        return tpp.compareTo(TPP_1600) >= 0 ? Performance.TPP_1600 : 0;
    }

    private static int density(BigDecimal tpp, @Nullable List<Die> dies) {
        if (dies == null || dies.isEmpty()) {
            return Performance.NOT_SAID;
        }
        BigDecimal area = BigDecimal.ZERO;
        for (Die die : dies) {
            if (die.isLogic() && die.nonPlanar() == null) {
                return Performance.NOT_SAID;
            }
            if (die.isLogic() && Boolean.TRUE.equals(die.nonPlanar())) {
                area = area.add(die.totalAreaMm2());
            }
        }
        if (area.signum() == 0) {
            return Performance.NO_VALUE;
        }
        if (tpp.compareTo(area.multiply(DENSITY_5_92)) >= 0) {
            return Performance.DENSITY_5_92;
        }
        if (tpp.compareTo(area.multiply(DENSITY_3_2)) >= 0) {
            return Performance.DENSITY_3_2;
        }
        return tpp.compareTo(area.multiply(DENSITY_1_6)) >= 0 ? Performance.DENSITY_1_6 : 0;
    }
}
