package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.is;
import static dev.portcullis.benchmarks.cascade.Answer.not;
import static dev.portcullis.benchmarks.cascade.Answer.or;

import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.MemoryDevice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Integrated circuits: Category 5 Part 2 first, then 3A090 and 3A991 (15 CFR 774 Supp. 1, as of 2026-11-24). */
final class CircuitCascade {
    private static final Verdict MEMORY = Verdict.of("3A090.c");
    private static final Verdict A1 = Verdict.of("3A090.a.1");
    private static final Verdict A2 = Verdict.of("3A090.a.2");
    private static final Verdict B1 = Verdict.of("3A090.b.1");
    private static final Verdict B2 = Verdict.of("3A090.b.2");
    private static final Verdict P = Verdict.of("3A991.p");
    private static final Verdict MASS_MARKET = Verdict.of("5A992.c");
    private static final Verdict MASS_MARKET_A = Verdict.of("5A992.z.1");
    private static final Verdict MASS_MARKET_B = Verdict.of("5A992.z.2");
    private static final BigDecimal MEMORY_DENSITY = BigDecimal.valueOf(2);
    private static final BigDecimal TRANSISTOR_BILLIONS = BigDecimal.valueOf(30);

    private CircuitCascade() {}

    static Verdict decide(IntegratedCircuit circuit) {
        Stated stated = Stated.of(circuit.characteristics(), circuit.otherEntriesExcluded());
        Walk walk = new Walk();
        Chip chip = Chip.of(circuit);
        int massMarket = NOT_MET;
        if (circuit.cryptography() != null) {
            Encryption encryption = new Encryption(circuit.cryptography(), stated, true);
            massMarket = encryption.massMarket;
            Verdict found = encryption(walk, encryption, chip, stated);
            if (found != null) {
                return found;
            }
        }
        Verdict found = performance(walk, circuit, chip, massMarket);
        return found == null ? rest(walk, circuit, stated) : found;
    }

    private static @Nullable Verdict encryption(Walk walk, Encryption encryption, Chip chip, Stated stated) {
        int chipA = chip.a();
        int chipB = chip.b();
        if (walk.ends(and(encryption.encrypts(), encryption.defeats()))) {
            return walk.at(Verdict.REVIEW);
        }
        Verdict found = encryption.z(walk, chipA, chipB);
        found = found == null ? encryption.itself(walk) : found;
        if (found != null || encryption.massMarket == NOT_MET) {
            return found;
        }
        if (walk.ends(and(encryption.massMarket, is(stated.massMarketBasis, "SELF_CLASSIFICATION")))) {
            return walk.at(Verdict.REVIEW);
        }
        if (walk.ends(and(encryption.massMarket, chipA))) {
            return walk.at(MASS_MARKET_A);
        }
        return walk.ends(and(encryption.massMarket, chipB)) ? walk.at(MASS_MARKET_B) : null;
    }

    private static @Nullable Verdict performance(Walk walk, IntegratedCircuit circuit, Chip chip, int massMarket) {
        MemoryDevice memory = circuit.memory();
        if (memory != null && walk.ends(memory(memory))) {
            return walk.at(MEMORY);
        }
        if (walk.ends(chip.a1())) {
            return walk.at(A1);
        }
        if (walk.ends(chip.a2())) {
            return walk.at(A2);
        }
        if (walk.ends(chip.b1())) {
            return walk.at(B1);
        }
        if (walk.ends(chip.b2())) {
            return walk.at(B2);
        }
        if (walk.ends(massMarket)) {
            return walk.at(MASS_MARKET);
        }
        return walk.ends(chip.p()) ? walk.at(P) : null;
    }

    /** More than 2 GB/s per square millimeter (3A090.c). */
    private static int memory(MemoryDevice memory) {
        BigDecimal bandwidth = memory.bandwidthGBs();
        BigDecimal area = memory.areaMm2();
        int dense = bandwidth == null || area == null
                ? Answer.MISSING
                : Answer.moreThan(bandwidth, area.multiply(MEMORY_DENSITY));
        return and(dense, not(Answer.of(memory.processingDominates())));
    }

    private static Verdict rest(Walk walk, IntegratedCircuit circuit, Stated stated) {
        boolean ends = walk.ends(not(Answer.of(circuit.otherEntriesExcluded())))
                || walk.ends(presumed(stated))
                || Uses.end(walk, stated)
                || walk.ends(is(stated.holdingEntry, "0A521"))
                || walk.ends(is(stated.holdingEntry, "0B521"))
                || walk.ends(is(stated.holdingEntry, "0C521"));
        return walk.at(ends ? Verdict.REVIEW : Verdict.EAR99);
    }

    /** Presumed to be 3A090.a by Note 1 of it, where a fabricator or packager exports advanced logic (since 2025-01-16). */
    private static int presumed(Stated stated) {
        String exporter = stated.exporterRole;
        if (exporter != null && !exporter.equals("FRONT_END_FABRICATOR") && !exporter.equals("OSAT")) {
            return NOT_MET;
        }
        int asked = and(exporter == null ? Answer.MISSING : Answer.MET, stated.advancedLogicNode);
        int attested = or(is(stated.designerAttestation, "APPROVED"), is(stated.designerAttestation, "AUTHORIZED"));
        int packaged = and(
                or(is(stated.packagedBy, "FABRICATOR"), is(stated.packagedBy, "APPROVED_OSAT")),
                Answer.lessThan(stated.transistorBillions, TRANSISTOR_BILLIONS));
        return and(asked, and(not(attested), not(packaged)));
    }
}
