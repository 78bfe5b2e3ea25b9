package dev.portcullis.classification.technical;

import java.math.BigDecimal;

/**
 * Memory bandwidth density: bandwidth by the area of the package or stack (15 CFR 774 Supp. 1, Technical Note to 3A090.c). Where a
 * stack is in a package, both are those of the package.
 *
 * @param value gigabytes per second per square millimeter, 0 or more
 */
public record MemoryBandwidthDensity(BigDecimal value) {
    public MemoryBandwidthDensity {
        Figures.notNegative(value, "a memory bandwidth density");
    }

    /**
     * @param bandwidthGBs gigabytes per second
     * @param areaMm2 area of the package or stack, more than 0
     */
    public static MemoryBandwidthDensity of(BigDecimal bandwidthGBs, BigDecimal areaMm2) {
        return new MemoryBandwidthDensity(quotient(bandwidthGBs, areaMm2).value());
    }

    /** The same, not yet divided. */
    public static Quotient quotient(BigDecimal bandwidthGBs, BigDecimal areaMm2) {
        return new Quotient(Figures.notNegative(bandwidthGBs, "a bandwidth"), areaMm2);
    }
}
