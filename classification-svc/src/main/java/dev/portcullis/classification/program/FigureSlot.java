package dev.portcullis.classification.program;

import dev.portcullis.classification.technical.Quotient;
import java.math.BigDecimal;
import java.util.List;

/**
 * A figure: its rank is 2i below the i-th threshold that rules hold against it, 2i + 1 at it. Floating point finds the place where the figure
 * is far from every threshold; near one, exact decimals decide, and at one they alone can.
 */
final class FigureSlot implements Slot.OfFact {
    /** Far more than floating point errs on what it is used for, and far less than figures are apart. */
    private static final double NEAR = 1e-12;

    /** Up to so many digits and powers of ten a decimal becomes a floating-point number fast and with one rounding. */
    private static final int DIGITS = 15;

    private static final int POWERS = 22;

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
            below[i] = threshold - Math.abs(threshold) * NEAR;
            above[i] = threshold + Math.abs(threshold) * NEAR;
        }
    }

    @Override
    public String fact() {
        return fact;
    }

    int ranks() {
        return 2 * thresholds.length + 1;
    }

    @Override
    public int count(int value) {
        int rank = far(value);
        return rank < 0 ? exact(BigDecimal.valueOf(value)) : rank;
    }

    @Override
    public int figure(BigDecimal value) {
        int rank = isShort(value) ? far(value.doubleValue()) : -1;
        return rank < 0 ? exact(value) : rank;
    }

    @Override
    public int quotient(Quotient value) {
        BigDecimal dividend = value.dividend();
        BigDecimal area = value.areaMm2();
        int rank = isShort(dividend) && isShort(area) ? far(dividend.doubleValue() / area.doubleValue()) : -1;
        if (rank >= 0) {
            return rank;
        }
        for (int i = 0; i < thresholds.length; i++) {
            int sign = value.compareTo(thresholds[i]);
            if (sign <= 0) {
                return sign == 0 ? 2 * i + 1 : 2 * i;
            }
        }
        return 2 * thresholds.length;
    }

    private static boolean isShort(BigDecimal value) {
        return value.precision() <= DIGITS && Math.abs(value.scale()) <= POWERS;
    }

    /** The rank where no threshold is near; else less than 0. */
    private int far(double value) {
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
