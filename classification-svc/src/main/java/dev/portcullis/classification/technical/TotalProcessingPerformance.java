package dev.portcullis.classification.technical;

import java.math.BigDecimal;

/**
 * Total processing performance (TPP): 2 x MacTOPS x bit length of the operation, aggregated over all processing units (15 CFR 774
 * Supp. 1, ECCN 3A090, Technical Notes 1 to 3). One multiply-accumulate counts as two operations, so that it is also the TOPS or
 * TFLOPS of a datasheet times the bit length. Figures are for dense matrices at the theoretical peak.
 *
 * @param value a pure number, 0 or more
 */
public record TotalProcessingPerformance(BigDecimal value) implements Comparable<TotalProcessingPerformance> {
    private static final BigDecimal OPERATIONS_PER_MAC = BigDecimal.valueOf(2);

    /** No processing at all. */
    public static final TotalProcessingPerformance NONE = new TotalProcessingPerformance(BigDecimal.ZERO);

    public TotalProcessingPerformance {
        Figures.notNegative(value, "a total processing performance");
    }

    /**
     * From the rate that a datasheet reports.
     *
     * @param tops tera-operations a second, a multiply-accumulate counted as two
     * @param bitLength the largest bit length of the inputs to the multiplication, 1 or more
     */
    public static TotalProcessingPerformance ofTops(BigDecimal tops, int bitLength) {
        if (bitLength < 1) {
            throw new IllegalArgumentException("a bit length must be 1 or more");
        }
        return new TotalProcessingPerformance(
                Figures.notNegative(tops, "a rate").multiply(BigDecimal.valueOf(bitLength)));
    }

    /**
     * From the rate of multiply-accumulate operations.
     *
     * @param macTops tera multiply-accumulate operations a second
     * @param bitLength the largest bit length of the inputs to the multiplication, 1 or more
     */
    public static TotalProcessingPerformance ofMacTops(BigDecimal macTops, int bitLength) {
        return ofTops(macTops.multiply(OPERATIONS_PER_MAC), bitLength);
    }

    /** The aggregate of two processing units, or of two circuits of an assembly. */
    public TotalProcessingPerformance plus(TotalProcessingPerformance other) {
        return new TotalProcessingPerformance(value.add(other.value));
    }

    /** The aggregate of equal units. */
    public TotalProcessingPerformance times(int count) {
        return new TotalProcessingPerformance(value.multiply(BigDecimal.valueOf(count)));
    }

    @Override
    public int compareTo(TotalProcessingPerformance other) {
        return value.compareTo(other.value);
    }
}
