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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of an integrated circuit, and of what contains several. */
public final class CircuitFacts {
    public static final String TPP = "totalProcessingPerformance";
    public static final String DENSITY = "performanceDensity";
    public static final String DRAM = "totalDramBandwidthGBs";
    public static final String DATA_CENTER = "dataCenter";

    private CircuitFacts() {}

    static void put(FactSink facts, OwnFact fact, IntegratedCircuit circuit, Reading reading) {
        MemoryDevice memory = circuit.memory();
        switch (fact) {
            case TPP -> {
                if (!facts.settles(fact, reading.estimates(circuit).performance)) {
                    TotalProcessingPerformance tpp = performance(circuit.processingUnits());
                    facts.derived(fact, tpp == null ? null : tpp.value());
                }
            }
            case TOPS -> {
                if (!facts.settles(fact, reading.estimates(circuit).tops)) {
                    facts.figure(fact, tops(circuit.processingUnits()));
                }
            }
            case DENSITY -> {
                double performance = reading.estimates(circuit).performance;
                if (!facts.settles(fact, performance / CircuitEstimates.area(circuit.dies()))) {
                    density(facts, performance(circuit.processingUnits()), applicableArea(circuit.dies()));
                }
            }
            case DIE_AREA -> facts.figure(fact, applicableArea(circuit.dies()));
            case IO -> facts.figure(fact, circuit.aggregateIoGBs());
            case DRAM -> facts.figure(fact, circuit.totalDramBandwidthGBs());
            case DATA_CENTER -> facts.flag(fact, circuit.dataCenter());
            case MEMORY_DEVICE -> facts.flag(fact, memory != null);
            case PROCESSING_DOMINATES -> facts.flag(fact, memory == null ? null : memory.processingDominates());
            case MEMORY_DENSITY -> {
                if (memory != null && memory.bandwidthGBs() != null && memory.areaMm2() != null) {
                    facts.quotient(fact, MemoryBandwidthDensity.quotient(memory.bandwidthGBs(), memory.areaMm2()));
                }
            }
            default -> {
                // Of another form.
            }
        }
    }

    /** Aggregates over all circuits; a figure that one of them leaves open is open for the whole. */
    static void putAggregate(FactSink facts, OwnFact fact, @Nullable List<Subject> circuits) {
        if (circuits == null) {
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Subject circuit : circuits) {
            if (!(circuit.value(fact.key()) instanceof FactValue.Figure figure)) {
                return;
            }
            sum = sum.add(figure.value().multiply(circuit.count()));
        }
        facts.figure(fact, sum);
    }

    /** Each unit counts with the bit length at which it does most; units add up (3A090, Technical Notes 1.d, 2 and 3). */
    private static @Nullable TotalProcessingPerformance performance(@Nullable List<ProcessingUnit> units) {
        if (units == null) {
            return null;
        }
        TotalProcessingPerformance total = TotalProcessingPerformance.NONE;
        for (int i = 0; i < units.size(); i++) {
            ProcessingUnit unit = units.get(i);
            List<Rate> rates = unit.rates();
            TotalProcessingPerformance best = null;
            for (int j = 0; j < rates.size(); j++) {
                Rate rate = rates.get(j);
                if (rate.dense()) {
                    TotalProcessingPerformance one = TotalProcessingPerformance.ofTops(rate.tops(), rate.bitLength());
                    best = best == null || one.compareTo(best) > 0 ? one : best;
                }
            }
            if (best == null) {
                // Only sparse rates were given: what the unit does on dense matrices is not known.
                return null;
            }
            TotalProcessingPerformance all = unit.units() == 1 ? best : best.times(unit.units());
            total = i == 0 ? all : total.plus(all);
        }
        return total;
    }

    private static @Nullable BigDecimal tops(@Nullable List<ProcessingUnit> units) {
        if (units == null) {
            return null;
        }
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < units.size(); i++) {
            ProcessingUnit unit = units.get(i);
            List<Rate> rates = unit.rates();
            BigDecimal best = null;
            for (int j = 0; j < rates.size(); j++) {
                Rate rate = rates.get(j);
                if (rate.dense()) {
                    best = best == null ? rate.tops() : best.max(rate.tops());
                }
            }
            if (best == null) {
                return null;
            }
            BigDecimal all = unit.units() == 1 ? best : best.multiply(BigDecimal.valueOf(unit.units()));
            total = i == 0 ? all : total.add(all);
        }
        return total;
    }

    private static @Nullable BigDecimal applicableArea(@Nullable List<Die> dies) {
        if (dies == null || dies.isEmpty()) {
            return null;
        }
        BigDecimal area = BigDecimal.ZERO;
        for (int i = 0; i < dies.size(); i++) {
            Die die = dies.get(i);
            if (!die.isLogic()) {
                continue;
            }
            if (die.nonPlanar() == null) {
                return null;
            }
            if (die.nonPlanar()) {
                area = area.signum() == 0 ? die.totalAreaMm2() : area.add(die.totalAreaMm2());
            }
        }
        return area;
    }

    private static void density(FactSink facts, @Nullable TotalProcessingPerformance tpp, @Nullable BigDecimal area) {
        if (tpp == null || area == null) {
            return;
        }
        if (area.signum() == 0) {
            facts.undefined(
                    OwnFact.DENSITY,
                    "no logic die has non-planar transistors, so the applicable die area is 0 and the density has no value");
        } else {
            facts.quotient(OwnFact.DENSITY, PerformanceDensity.quotient(tpp, area));
        }
    }
}
