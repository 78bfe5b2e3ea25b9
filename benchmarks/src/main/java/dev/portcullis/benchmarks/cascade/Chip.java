package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.MET;
import static dev.portcullis.benchmarks.cascade.Answer.MISSING;
import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.UNDEFINED;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.or;

import dev.portcullis.classification.datasheet.IntegratedCircuit;
import java.math.BigDecimal;

/**
 * What the performance of a circuit meets by itself: 3A090.a and .b with Note 2, and 3A991.p (15 CFR 774 Supp. 1, since 2024-12-02). A
 * computer asks it of each circuit that it contains.
 */
record Chip(int a1, int a2, int b1, int b2, int p) {
    /** A component of which no datasheet could be read. */
    static final Chip UNREAD = new Chip(MISSING, MISSING, MISSING, MISSING, MISSING);

    private static final BigDecimal IO_GBS = BigDecimal.valueOf(150);

    static Chip of(IntegratedCircuit circuit) {
        int performance = Performance.of(circuit);
        int p = or(Performance.tops(performance), Answer.atLeast(circuit.aggregateIoGBs(), IO_GBS));
        int tpp = Performance.tpp(performance);
        if (tpp == Performance.NOT_SAID) {
            return new Chip(MISSING, MISSING, MISSING, MISSING, p);
        }
        if (tpp < Performance.TPP_1600) {
            return new Chip(NOT_MET, NOT_MET, NOT_MET, NOT_MET, p);
        }
        int density = Performance.density(performance);
        boolean most = tpp == Performance.TPP_4800;
        // Note 2 takes out what is neither designed nor marketed for data centers and has a TPP below 4800.
        int kept = most ? MET : Answer.of(circuit.dataCenter());
        int densest = density(density, density == Performance.DENSITY_5_92);
        int dense = density(density, density == Performance.DENSITY_3_2);
        int lessDense = density(density, density == Performance.DENSITY_1_6 || density == Performance.DENSITY_3_2);
        int b1 = tpp == Performance.TPP_2400 ? and(lessDense, kept) : NOT_MET;
        return new Chip(Answer.of(most), and(densest, kept), b1, and(dense, kept), p);
    }

    private static int density(int density, boolean holds) {
        if (density == Performance.NOT_SAID) {
            return MISSING;
        }
        return density == Performance.NO_VALUE ? UNDEFINED : Answer.of(holds);
    }

    int a() {
        return or(a1, a2);
    }

    int b() {
        return or(b1, b2);
    }
}
