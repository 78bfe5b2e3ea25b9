package dev.portcullis.classification.program;

import dev.portcullis.classification.technical.Estimate;
import dev.portcullis.classification.technical.Quotient;
import java.math.BigDecimal;
import java.util.List;

/**
 * A figure: its rank is 2i below the i-th threshold that rules hold against it, 2i + 1 at it. Floating point finds the place where the figure
 * is far from every threshold; near one, exact decimals decide, and at one they alone can.
 */
final class FigureSlot implements Slot.OfFact {
    /** Of a figure that no rule asks for. */
    static final FigureSlot NONE = new FigureSlot("", List.of());

    private final String fact;
    private final BigDecimal[] thresholds;
    private final double[] below;
    private final double[] above;

    FigureSlot(String fact, List<BigDecimal> thresholds) {
        this.fact = fact;
        this.thresholds = thresholds.toArray(BigDecimal[]::new);
        this.below = new double[this.thresholds.length];
        this.above = new double[this.thresholds.length];
        for (int i = 0; i < this.thresholds.length; i++) {
            double threshold = this.thresholds[i].doubleValue();
            below[i] = threshold - Math.abs(threshold) * Estimate.MARGIN;
            above[i] = threshold + Math.abs(threshold) * Estimate.MARGIN;
        }
    }

    @Override
    public String fact() {
        return fact;
    }

    @Override
    public int ranks() {
        return 2 * thresholds.length + 1;
    }

    @Override
    public int count(int value) {
        int rank = far(value);
        return rank < 0 ? exact(BigDecimal.valueOf(value)) : rank;
    }

    @Override
    public int figure(BigDecimal value) {
        int rank = far(Estimate.of(value));
        return rank < 0 ? exact(value) : rank;
    }

    @Override
    public int quotient(Quotient value) {
        for (int i = 0; i < thresholds.length; i++) {
            int sign = value.compareTo(thresholds[i]);
            if (sign <= 0) {
                return sign == 0 ? 2 * i + 1 : 2 * i;
            }
        }
        return 2 * thresholds.length;
    }

    /** The rank of an estimate where no threshold is near; else less than 0. */
    int far(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        for (int i = 0; i < below.length; i++) {
            if (value <= above[i]) {
                return value < below[i] ? 2 * i : -1;
            }
        }
        return 2 * below.length;
    }

    private int exact(BigDecimal value) {
        for (int i = 0; i < thresholds.length; i++) {
            int sign = value.compareTo(thresholds[i]);
            if (sign <= 0) {
                return sign == 0 ? 2 * i + 1 : 2 * i;
            }
        }
        return 2 * thresholds.length;
    }
}
