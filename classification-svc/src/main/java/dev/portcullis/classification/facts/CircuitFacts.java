package dev.portcullis.classification.facts;

import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.MemoryDevice;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import dev.portcullis.classification.technical.MemoryBandwidthDensity;
import dev.portcullis.classification.technical.PerformanceDensity;
import dev.portcullis.classification.technical.TotalProcessingPerformance;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures of an integrated circuit, and of what contains several. */
public final class CircuitFacts {
    public static final String TPP = "totalProcessingPerformance";
    public static final String DENSITY = "performanceDensity";
    public static final String DRAM = "totalDramBandwidthGBs";
    public static final String DATA_CENTER = "dataCenter";

    private CircuitFacts() {}

    static void put(Map<String, FactValue> values, IntegratedCircuit circuit) {
        TotalProcessingPerformance tpp = performance(circuit.processingUnits());
        values.put(TPP, FactValue.of(tpp == null ? null : tpp.value().stripTrailingZeros()));
        values.put("processingPerformanceTops", FactValue.of(tops(circuit.processingUnits())));
        values.put(DENSITY, density(tpp, circuit.dies()));
        values.put("applicableDieAreaMm2", FactValue.of(applicableArea(circuit.dies())));
        values.put("aggregateIoGBs", FactValue.of(circuit.aggregateIoGBs()));
        values.put(DRAM, FactValue.of(circuit.totalDramBandwidthGBs()));
        values.put(DATA_CENTER, FactValue.of(circuit.dataCenter()));
        MemoryDevice memory = circuit.memory();
        values.put("memoryDevice", new FactValue.Flag(memory != null));
        if (memory != null) {
            values.put("processingDominates", FactValue.of(memory.processingDominates()));
            if (memory.bandwidthGBs() != null && memory.areaMm2() != null) {
                values.put(
                        "memoryBandwidthDensity",
                        FactValue.of(MemoryBandwidthDensity.of(memory.bandwidthGBs(), memory.areaMm2())
                                .value()));
            }
        }
    }

    /** Aggregates over all circuits; a figure that one of them leaves open is open for the whole. */
    static void putAggregate(Map<String, FactValue> values, @Nullable List<Subject> circuits) {
        if (circuits == null) {
            return;
        }
        for (String fact : List.of(TPP, DRAM)) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Subject circuit : circuits) {
                if (!(circuit.value(fact) instanceof FactValue.Figure figure)) {
                    sum = null;
                    break;
                }
                sum = sum.add(figure.value().multiply(circuit.count()));
            }
            values.put(fact, FactValue.of(sum));
        }
    }

    /** Each unit counts with the bit length at which it does most; units add up (3A090, Technical Notes 1.d, 2 and 3). */
    private static @Nullable TotalProcessingPerformance performance(@Nullable List<ProcessingUnit> units) {
        if (units == null) {
            return null;
        }
        TotalProcessingPerformance total = TotalProcessingPerformance.NONE;
        for (ProcessingUnit unit : units) {
            Optional<TotalProcessingPerformance> best = unit.rates().stream()
                    .filter(Rate::dense)
                    .map(rate -> TotalProcessingPerformance.ofTops(rate.tops(), rate.bitLength()))
                    .max(Comparator.naturalOrder());
            if (best.isEmpty()) {
                // Only sparse rates were given: what the unit does on dense matrices is not known.
                return null;
            }
            total = total.plus(best.get().times(unit.units()));
        }
        return total;
    }

    private static @Nullable BigDecimal tops(@Nullable List<ProcessingUnit> units) {
        if (units == null) {
            return null;
        }
        BigDecimal total = BigDecimal.ZERO;
        for (ProcessingUnit unit : units) {
            Optional<BigDecimal> best =
                    unit.rates().stream().filter(Rate::dense).map(Rate::tops).max(Comparator.naturalOrder());
            if (best.isEmpty()) {
                return null;
            }
            total = total.add(best.get().multiply(BigDecimal.valueOf(unit.units())));
        }
        return total;
    }

    private static @Nullable BigDecimal applicableArea(@Nullable List<Die> dies) {
        if (dies == null || dies.isEmpty()) {
            return null;
        }
        BigDecimal area = BigDecimal.ZERO;
        for (Die die : dies) {
            if (!die.isLogic()) {
                continue;
            }
            if (die.nonPlanar() == null) {
                return null;
            }
            if (die.nonPlanar()) {
                area = area.add(die.totalAreaMm2());
            }
        }
        return area;
    }

    private static FactValue density(@Nullable TotalProcessingPerformance tpp, @Nullable List<Die> dies) {
        BigDecimal area = applicableArea(dies);
        if (tpp == null || area == null) {
            return FactValue.MISSING;
        }
        if (area.signum() == 0) {
            return new FactValue.Undefined(
                    "no logic die has non-planar transistors, so the applicable die area is 0 and the density has no value");
        }
        return FactValue.of(PerformanceDensity.of(tpp, area).value());
    }
}
