package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.MISSING;
import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.is;
import static dev.portcullis.benchmarks.cascade.Answer.not;
import static dev.portcullis.benchmarks.cascade.Answer.or;

import dev.portcullis.classification.datasheet.Computer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Computers and assemblies: Category 5, then 4A003, 4A004, 4A005, 4A090 and 4A994 (15 CFR 774 Supp. 1, as of 2026-11-28). */
final class ComputerCascade {
    private static final Verdict INTERCEPTION_1 = Verdict.of("5A001.f.1");
    private static final Verdict INTERCEPTION_2 = Verdict.of("5A001.f.2");
    private static final Verdict INTERCEPTION_3 = Verdict.of("5A001.f.3");
    private static final Verdict INTERCEPTION_4 = Verdict.of("5A001.f.4");
    private static final Verdict SURVEILLANCE = Verdict.of("5A001.j");
    private static final Verdict INTRUSION = Verdict.of("4A005");
    private static final Verdict INTRUSION_A = Verdict.of("4A005.z.1");
    private static final Verdict INTRUSION_B = Verdict.of("4A005.z.2");
    private static final Verdict COMPUTER_B = Verdict.of("4A003.b");
    private static final Verdict ASSEMBLY_C = Verdict.of("4A003.c");
    private static final Verdict LINK_G = Verdict.of("4A003.g");
    private static final Verdict PEAK_A = Verdict.of("4A003.z.1.a");
    private static final Verdict PEAK_B = Verdict.of("4A003.z.1.b");
    private static final Verdict LINK_A = Verdict.of("4A003.z.2.a");
    private static final Verdict LINK_B = Verdict.of("4A003.z.2.b");
    private static final Verdict SYSTOLIC = Verdict.of("4A004.a");
    private static final Verdict NEURAL = Verdict.of("4A004.b");
    private static final Verdict OPTICAL = Verdict.of("4A004.c");
    private static final Verdict UNCONVENTIONAL_A = Verdict.of("4A004.z.1");
    private static final Verdict UNCONVENTIONAL_B = Verdict.of("4A004.z.2");
    private static final Verdict CONTAINS_A = Verdict.of("4A090.a");
    private static final Verdict CONTAINS_B = Verdict.of("4A090.b");
    private static final Verdict CONTAINS_P = Verdict.of("4A994.l");
    private static final Verdict PEAK = Verdict.of("4A994.b");
    private static final Verdict MASS_MARKET = Verdict.of("5A992.c");
    private static final Verdict MASS_MARKET_A = Verdict.of("5A992.z.1");
    private static final Verdict MASS_MARKET_B = Verdict.of("5A992.z.2");
    private static final BigDecimal PEAK_70 = BigDecimal.valueOf(70);
    private static final BigDecimal PEAK_LEAST = new BigDecimal("0.0128");
    private static final BigDecimal LINK_GBS = BigDecimal.valueOf(2);

    private final Computer computer;
    private final Stated stated;
    private final Walk walk = new Walk();

    /** Whether it contains a circuit of 3A090.a, of 3A090.b, or of 3A991.p. */
    private int chipA = NOT_MET;

    private int chipB = NOT_MET;
    private int chipP = NOT_MET;

    private ComputerCascade(Computer computer) {
        this.computer = computer;
        stated = Stated.of(computer.characteristics(), computer.otherEntriesExcluded());
        read(computer);
    }

    static Verdict decide(Computer computer) {
        return new ComputerCascade(computer).decide();
    }

    private void read(Computer assembly) {
        var components = assembly.components();
        if (components == null) {
            chip(Chip.UNREAD);
            return;
        }
        for (int i = 0; i < components.size(); i++) {
            Computer.Component component = components.get(i);
            if (component.integratedCircuit() != null) {
                chip(Chip.of(component.integratedCircuit()));
            } else if (component.computer() != null) {
                read(component.computer());
            } else {
                chip(Chip.UNREAD);
            }
        }
    }

    private void chip(Chip chip) {
        chipA = or(chipA, chip.a());
        chipB = or(chipB, chip.b());
        chipP = or(chipP, chip.p());
    }

    private Verdict decide() {
        int fast = Answer.moreThan(stated.adjustedPeakPerformance, PEAK_70);
        int links = stated.aggregatesComputers == NOT_MET
                ? NOT_MET
                : and(stated.aggregatesComputers, Answer.moreThan(stated.linkGBs, LINK_GBS));
        Encryption encryption = new Encryption(computer.cryptography(), stated, false);
        Verdict found = encryption(encryption, fast, links);
        found = found == null ? interception() : found;
        if (found != null) {
            return found;
        }
        if (Uses.end(walk, stated)) {
            return walk.at(Verdict.REVIEW);
        }
        found = containing(encryption, fast, links);
        found = found == null ? itself(fast, links) : found;
        return found == null ? rest(encryption) : found;
    }

    private @Nullable Verdict encryption(Encryption encryption, int fast, int links) {
        int encrypts = encryption.encrypts();
        int defeats = encryption.defeats();
        if (walk.ends(and(encrypts, defeats))) {
            return walk.at(Verdict.REVIEW);
        }
        int withoutZ = encryption.withoutZ();
        int either = or(encrypts, defeats);
        if (either != NOT_MET || withoutZ != NOT_MET) {
            String kind = stated.unconventionalComputer;
            int unconventional = or(is(kind, "SYSTOLIC_ARRAY"), or(is(kind, "NEURAL"), is(kind, "OPTICAL")));
            int peak = or(and(fast, not(stated.electronicAssembly)), and(fast, stated.electronicAssembly));
            if (walk.ends(and(either, or(or(peak, links), unconventional)))) {
                return walk.at(Verdict.REVIEW);
            }
            if (walk.ends(and(withoutZ, or(or(chipA, chipB), or(or(peak, links), unconventional))))) {
                return walk.at(Verdict.REVIEW);
            }
            Verdict found = encryption.z(walk, chipA, chipB);
            if (found != null) {
                return found;
            }
        }
        Verdict found = encryption.itself(walk);
        if (found != null || encryption.massMarket == NOT_MET) {
            return found;
        }
        return walk.ends(encryption.selfClassified(Algorithms.orUnsaid(computer.cryptography())))
                ? walk.at(Verdict.REVIEW)
                : null;
    }

    private @Nullable Verdict interception() {
        String kind = stated.mobileInterception;
        int controlled = not(stated.interceptionOutsideControl);
        int analyzes = and(stated.carrierClassIpNetwork, and(stated.analyzesApplicationLayer, stated.extractsContent));
        int finds = and(stated.indexesExtractedData, and(stated.searchesByHardSelectors, stated.mapsRelations));
        int surveys = and(and(analyzes, finds), not(stated.ipSurveillanceOutsideControl));
        if (chipA != NOT_MET || chipB != NOT_MET) {
            int spied = or(and(is(kind, "VOICE_OR_DATA"), controlled), and(is(kind, "IDENTIFIERS"), controlled));
            int heard = or(is(kind, "JAMMING"), is(kind, "MONITORING"));
            if (walk.ends(and(or(or(spied, heard), surveys), or(chipA, chipB)))) {
                return walk.at(Verdict.REVIEW);
            }
        }
        if (walk.ends(and(is(kind, "VOICE_OR_DATA"), controlled))) {
            return walk.at(INTERCEPTION_1);
        }
        if (walk.ends(and(is(kind, "IDENTIFIERS"), controlled))) {
            return walk.at(INTERCEPTION_2);
        }
        if (walk.ends(is(kind, "JAMMING"))) {
            return walk.at(INTERCEPTION_3);
        }
        if (walk.ends(is(kind, "MONITORING"))) {
            return walk.at(INTERCEPTION_4);
        }
        return walk.ends(surveys) ? walk.at(SURVEILLANCE) : null;
    }

    /** What contains a circuit of 3A090.a or .b. */
    private @Nullable Verdict containing(Encryption encryption, int fast, int links) {
        if (chipA == NOT_MET && chipB == NOT_MET) {
            return null;
        }
        Verdict found = both(stated.intrusionSoftwareEquipment, INTRUSION_A, INTRUSION_B);
        found = found == null ? both(fast, PEAK_A, PEAK_B) : found;
        found = found == null ? both(links, LINK_A, LINK_B) : found;
        found = found == null ? both(unconventional(), UNCONVENTIONAL_A, UNCONVENTIONAL_B) : found;
        found = found == null ? both(encryption.massMarket, MASS_MARKET_A, MASS_MARKET_B) : found;
        return found == null ? both(Answer.MET, CONTAINS_A, CONTAINS_B) : found;
    }

    private int unconventional() {
        String kind = stated.unconventionalComputer;
        if (kind == null) {
            return MISSING;
        }
        return Answer.of(kind.equals("SYSTOLIC_ARRAY") || kind.equals("NEURAL") || kind.equals("OPTICAL"));
    }

    private @Nullable Verdict both(int asked, Verdict withA, Verdict withB) {
        if (walk.ends(and(asked, chipA))) {
            return walk.at(withA);
        }
        return walk.ends(and(asked, chipB)) ? walk.at(withB) : null;
    }

    private @Nullable Verdict itself(int fast, int links) {
        if (walk.ends(stated.intrusionSoftwareEquipment)) {
            return walk.at(INTRUSION);
        }
        if (walk.ends(and(fast, not(stated.electronicAssembly)))) {
            return walk.at(COMPUTER_B);
        }
        if (walk.ends(and(fast, stated.electronicAssembly))) {
            return walk.at(ASSEMBLY_C);
        }
        if (walk.ends(links)) {
            return walk.at(LINK_G);
        }
        if (walk.ends(is(stated.unconventionalComputer, "SYSTOLIC_ARRAY"))) {
            return walk.at(SYSTOLIC);
        }
        if (walk.ends(is(stated.unconventionalComputer, "NEURAL"))) {
            return walk.at(NEURAL);
        }
        return walk.ends(is(stated.unconventionalComputer, "OPTICAL")) ? walk.at(OPTICAL) : null;
    }

    private Verdict rest(Encryption encryption) {
        if (walk.ends(encryption.massMarket)) {
            return walk.at(MASS_MARKET);
        }
        if (walk.ends(or(chipP, or(chipA, chipB)))) {
            return walk.at(CONTAINS_P);
        }
        if (walk.ends(Answer.atLeast(stated.adjustedPeakPerformance, PEAK_LEAST))) {
            return walk.at(PEAK);
        }
        boolean ends = walk.ends(not(Answer.of(computer.otherEntriesExcluded())))
                || walk.ends(is(stated.holdingEntry, "0A521"))
                || walk.ends(is(stated.holdingEntry, "0B521"));
        return walk.at(ends ? Verdict.REVIEW : Verdict.EAR99);
    }
}
