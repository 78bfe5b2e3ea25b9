package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.is;
import static dev.portcullis.benchmarks.cascade.Answer.not;
import static dev.portcullis.benchmarks.cascade.Answer.or;

import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.MemoryDevice;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Integrated circuits: Category 5 Part 2 first, then 3A001, 3A090 and 3A991 (15 CFR 774 Supp. 1, as of 2026-11-28). */
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
    private static final Verdict[] ELECTRONICS_Z = {
        Verdict.of("3A001.z.1.a"),
        Verdict.of("3A001.z.1.b"),
        Verdict.of("3A001.z.2.a"),
        Verdict.of("3A001.z.2.b"),
        Verdict.of("3A001.z.3.a"),
        Verdict.of("3A001.z.3.b"),
        Verdict.of("3A001.z.4.a"),
        Verdict.of("3A001.z.4.b")
    };
    private static final BigDecimal MEMORY_DENSITY = BigDecimal.valueOf(2);
    private static final List<String> ELECTRONICS = List.of("MICROWAVE", "MISSILE", "PULSED_POWER", "OTHER");
    private static final BigDecimal TRANSISTOR_BILLIONS = BigDecimal.valueOf(30);

    private CircuitCascade() {}

    static Verdict decide(IntegratedCircuit circuit) {
        Stated stated = Stated.of(circuit.characteristics(), circuit.otherEntriesExcluded());
        Walk walk = new Walk();
        Chip chip = Chip.of(circuit);
        int presumed = presumed(stated);
        if (presumed != NOT_MET && walk.ends(and(presumed, not(chip.a())))) {
            return walk.at(Verdict.REVIEW);
        }
        int massMarket = NOT_MET;
        if (circuit.cryptography() != null) {
            Encryption encryption = new Encryption(circuit.cryptography(), stated, true);
            massMarket = encryption.massMarket;
            Verdict found = encryption(walk, encryption, circuit, chip, stated);
            if (found != null) {
                return found;
            }
        }
        Verdict found = stated.electronicsParagraph.equals("NONE") ? null : electronics(walk, chip, stated);
        if (found == null && massMarket != NOT_MET) {
            found = massMarket(walk, chip, massMarket);
        }
        found = found == null ? performance(walk, circuit, chip, massMarket) : found;
        return found == null ? rest(walk, circuit, stated) : found;
    }

    private static @Nullable Verdict encryption(
            Walk walk, Encryption encryption, IntegratedCircuit circuit, Chip chip, Stated stated) {
        int chipA = chip.a();
        int chipB = chip.b();
        int encrypts = encryption.encrypts();
        int defeats = encryption.defeats();
        if (walk.ends(and(encrypts, defeats))) {
            return walk.at(Verdict.REVIEW);
        }
        int withoutZ = encryption.withoutZ();
        int security = or(or(encrypts, defeats), withoutZ);
        if (security != NOT_MET) {
            MemoryDevice memory = circuit.memory();
            if (walk.ends(and(electronics(stated), security))
                    || walk.ends(and(withoutZ, or(chipA, chipB)))
                    || memory != null && walk.ends(and(memory(memory), security))) {
                return walk.at(Verdict.REVIEW);
            }
        }
        Verdict found = encryption.z(walk, chipA, chipB);
        found = found == null ? encryption.itself(walk) : found;
        if (found != null || encryption.massMarket == NOT_MET) {
            return found;
        }
        return walk.ends(encryption.selfClassified(Algorithms.orUnsaid(circuit.cryptography())))
                ? walk.at(Verdict.REVIEW)
                : null;
    }

    private static @Nullable Verdict massMarket(Walk walk, Chip chip, int massMarket) {
        if (walk.ends(and(massMarket, chip.a()))) {
            return walk.at(MASS_MARKET_A);
        }
        return walk.ends(and(massMarket, chip.b())) ? walk.at(MASS_MARKET_B) : null;
    }

    /** Whether 3A001 describes it. */
    private static int electronics(Stated stated) {
        return Answer.of(ELECTRONICS.contains(stated.electronicsParagraph));
    }

    /** 3A001.z, and 3A001 otherwise. */
    private static @Nullable Verdict electronics(Walk walk, Chip chip, Stated stated) {
        int at = 2 * ELECTRONICS.indexOf(stated.electronicsParagraph);
        if (at < 0) {
            return null;
        }
        if (walk.ends(chip.a())) {
            return walk.at(ELECTRONICS_Z[at]);
        }
        if (walk.ends(chip.b())) {
            return walk.at(ELECTRONICS_Z[at + 1]);
        }
        walk.ends(Answer.MET);
        return walk.at(Verdict.REVIEW);
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
                || Uses.end(walk, stated)
                || walk.ends(is(stated.holdingEntry, "0A521"))
                || walk.ends(is(stated.holdingEntry, "0B521"))
                || walk.ends(is(stated.holdingEntry, "0C521"));
        return walk.at(ends ? Verdict.REVIEW : Verdict.EAR99);
    }

    /** Presumed to be 3A090.a by Note 1 of it, where a fabricator or packager exports advanced logic (since 2025-01-16). */
    private static int presumed(Stated stated) {
        String exporter = stated.exporterRole;
        if (!exporter.equals("FRONT_END_FABRICATOR") && !exporter.equals("OSAT")) {
            return NOT_MET;
        }
        int asked = stated.advancedLogicNode;
        int attested = or(is(stated.designerAttestation, "APPROVED"), is(stated.designerAttestation, "AUTHORIZED"));
        int packaged = and(
                or(is(stated.packagedBy, "FABRICATOR"), is(stated.packagedBy, "APPROVED_OSAT")),
                Answer.lessThan(stated.transistorBillions, TRANSISTOR_BILLIONS));
        return and(asked, and(not(attested), not(packaged)));
    }
}
