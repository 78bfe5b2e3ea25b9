package dev.portcullis.classification.determination;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Computer.Component;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.MemoryDevice;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import dev.portcullis.classification.datasheet.Provenance;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Datasheets for tests. */
final class Parts {
    private Parts() {}

    /** A circuit of one unit and one non-planar die; null leaves a figure unknown. */
    static IntegratedCircuit circuit(String tops, int bits, String dieAreaMm2, String ioGBs, Boolean dataCenter) {
        return circuit(
                List.of(new ProcessingUnit("unit", 1, List.of(new Rate(new BigDecimal(tops), bits, false)))),
                dieAreaMm2,
                ioGBs,
                dataCenter);
    }

    /** A circuit of several units and one non-planar die; null leaves a figure unknown. */
    static IntegratedCircuit circuit(List<ProcessingUnit> units, String dieAreaMm2, String ioGBs, Boolean dataCenter) {
        return new IntegratedCircuit(
                Provenance.DECLARED,
                null,
                units,
                dieAreaMm2 == null ? null : List.of(new Die(null, 1, new BigDecimal(dieAreaMm2), true, true)),
                ioGBs == null ? null : new BigDecimal(ioGBs),
                null,
                dataCenter,
                null,
                null,
                null,
                null);
    }

    static IntegratedCircuit with(IntegratedCircuit circuit, Cryptography cryptography, Boolean otherEntriesExcluded) {
        return with(circuit, cryptography, otherEntriesExcluded, null);
    }

    static IntegratedCircuit with(
            IntegratedCircuit circuit,
            Cryptography cryptography,
            Boolean otherEntriesExcluded,
            Map<String, Characteristic> said) {
        return new IntegratedCircuit(
                circuit.provenance(),
                circuit.source(),
                circuit.processingUnits(),
                circuit.dies(),
                circuit.aggregateIoGBs(),
                circuit.totalDramBandwidthGBs(),
                circuit.dataCenter(),
                circuit.memory(),
                cryptography,
                otherEntriesExcluded,
                said);
    }

    static IntegratedCircuit memory(String bandwidthGBs, String areaMm2, Boolean processingDominates) {
        return new IntegratedCircuit(
                Provenance.DECLARED,
                null,
                List.of(),
                null,
                BigDecimal.ZERO,
                null,
                null,
                new MemoryDevice(new BigDecimal(bandwidthGBs), new BigDecimal(areaMm2), processingDominates),
                null,
                true,
                null);
    }

    /** A computer that no paragraph of 4A003 to 4A005 describes. */
    static Computer computer(Component... components) {
        return computer(Map.of(), components);
    }

    /** A computer of which the given facts are said instead of those that describe an ordinary one. */
    static Computer computer(Map<String, Characteristic> said, Component... components) {
        Map<String, Characteristic> characteristics = new HashMap<>(Map.of(
                "adjustedPeakPerformance", Characteristic.of(new BigDecimal("0.01")),
                "electronicAssembly", Characteristic.of(false),
                "aggregatesComputers", Characteristic.of(false),
                "unconventionalComputer", Characteristic.of("NONE"),
                "intrusionSoftwareEquipment", Characteristic.of(false),
                "mobileInterception", Characteristic.of("NONE"),
                "carrierClassIpNetwork", Characteristic.of(false),
                "informationSecurityFunction", Characteristic.of("NONE"),
                "intendedUse", Characteristic.of("GENERAL")));
        characteristics.putAll(said);
        return new Computer(Provenance.DECLARED, null, List.of(components), true, null, null, characteristics);
    }

    /** A characteristic as text says it. */
    static Characteristic said(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Characteristic.of(Boolean.parseBoolean(value));
        }
        return value.matches("[0-9.]+") ? Characteristic.of(new BigDecimal(value)) : Characteristic.of(value);
    }

    /** Characteristics as text says them: {@code name=value}, with spaces between. */
    static Map<String, Characteristic> allSaid(String facts) {
        Map<String, Characteristic> said = new HashMap<>();
        for (String fact : facts.trim().split(" +")) {
            said.put(fact.substring(0, fact.indexOf('=')), said(fact.substring(fact.indexOf('=') + 1)));
        }
        return said;
    }

    static Component of(String name, int count, IntegratedCircuit circuit) {
        return new Component(name, count, circuit, null, null, null);
    }

    static Component of(String name, int count, Computer computer) {
        return new Component(name, count, null, computer, null, null);
    }
}
