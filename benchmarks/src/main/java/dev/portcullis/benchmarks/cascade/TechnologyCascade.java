package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.is;
import static dev.portcullis.benchmarks.cascade.Answer.not;
import static dev.portcullis.benchmarks.cascade.Answer.or;

import dev.portcullis.classification.datasheet.Technology;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Technology: 5E002, then Categories 3, 4 and 5 (15 CFR 774 Supp. 1, product group E, as of 2026-11-28). */
final class TechnologyCascade {
    private static final Verdict ENCRYPTION = Verdict.of("5E002.a");
    private static final Verdict TOKEN = Verdict.of("5E002.b");
    private static final Verdict EVALUATION = Verdict.of("5E002");
    private static final Verdict ELECTRONICS = Verdict.of("3E001");
    private static final Verdict COMPUTERS = Verdict.of("4E001.a");
    private static final Verdict COMPUTERS_PEAK = Verdict.of("4E001.b.1");
    private static final Verdict ASSEMBLIES_PEAK = Verdict.of("4E001.b.2");
    private static final Verdict INTRUSION = Verdict.of("4E001.c");
    private static final Verdict TELECOMMUNICATION = Verdict.of("5E001.a");
    private static final Verdict CORES = Verdict.of("3E002");
    private static final Verdict VACUUM = Verdict.of("3E003.a");
    private static final Verdict HETEROSTRUCTURE = Verdict.of("3E003.b");
    private static final Verdict SUPERCONDUCTIVE = Verdict.of("3E003.c");
    private static final Verdict DIAMOND = Verdict.of("3E003.d");
    private static final Verdict INSULATOR = Verdict.of("3E003.e");
    private static final Verdict CARBIDE = Verdict.of("3E003.f");
    private static final Verdict VACUUM_DEVICE = Verdict.of("3E003.g");
    private static final Verdict GALLIUM = Verdict.of("3E003.h");
    private static final Verdict GAAFET = Verdict.of("3E905");
    private static final Verdict EQUIPMENT_OTHER = Verdict.of("3E992.a");
    private static final Verdict MASS_MARKET_USE = Verdict.of("5E992.b");
    private static final Verdict ELECTRONICS_991 = Verdict.of("3E991");
    private static final Verdict COMPUTERS_992 = Verdict.of("4E992");
    private static final BigDecimal PEAK = BigDecimal.valueOf(24);
    private static final BigDecimal NODE = new BigDecimal("0.13");
    private static final BigDecimal FEW_LAYERS = BigDecimal.valueOf(3);
    private static final BigDecimal CORE_LAYERS = BigDecimal.valueOf(5);
    private static final BigDecimal ALU_BITS = BigDecimal.valueOf(32);
    private static final BigDecimal VECTORS = BigDecimal.valueOf(2);
    private static final BigDecimal FLOATS = BigDecimal.valueOf(4);
    private static final BigDecimal FIXED = BigDecimal.valueOf(8);
    private static final BigDecimal FREQUENCY = new BigDecimal("31.8");

    private final Technology technology;
    private final Stated stated;
    private final Targets targets;
    private final Walk walk = new Walk();

    private TechnologyCascade(Technology technology) {
        this.technology = technology;
        stated = Stated.of(technology.characteristics(), technology.otherEntriesExcluded());
        targets = Targets.of(technology.requiredFor());
    }

    static Verdict decide(Technology technology) {
        return new TechnologyCascade(technology).walk().publishedBy(Answer.of(technology.published()));
    }

    private Verdict walk() {
        Verdict found = targets.none() ? null : required();
        found = found == null ? intrusion() : found;
        if (found != null) {
            return found;
        }
        if (walk.ends(targets.all(Target.TELECOMMUNICATION_TECHNOLOGY))) {
            return walk.at(TELECOMMUNICATION);
        }
        if (Uses.end(walk, stated)) {
            return walk.at(Verdict.REVIEW);
        }
        if (walk.ends(is(stated.encryptionFunction, "ACTIVATION_TOKEN"))) {
            return walk.at(TOKEN);
        }
        if (walk.ends(stated.securityEvaluationData)) {
            return walk.at(EVALUATION);
        }
        found = electronics();
        return found == null ? rest() : found;
    }

    /** 5E002.a, 3E001, 4E001.a and .b: technology required for other items. */
    private @Nullable Verdict required() {
        if (walk.ends(targets.all(Target.ENCRYPTION))) {
            return walk.at(ENCRYPTION);
        }
        int coarse = and(targets.all(Target.SECURITY), not(targets.all(Target.ENCRYPTION_OUTSIDE)));
        if (walk.ends(or(targets.all(Target.EXTRACTING_Z), coarse))) {
            return walk.at(Verdict.REVIEW);
        }
        if (walk.ends(and(targets.made(Target.ELECTRONICS), not(fewLayers())))) {
            return walk.at(ELECTRONICS);
        }
        if (walk.ends(and(targets.made(Target.EQUIPMENT_COARSE), not(targets.made(Target.EQUIPMENT_OUTSIDE))))) {
            return walk.at(Verdict.REVIEW);
        }
        int disclosure = and(
                and(targets.all(Target.INTRUSION), not(targets.all(Target.INTRUSION_BESIDE))),
                stated.vulnerabilityDisclosure);
        int kept = not(disclosure);
        int computers = or(targets.made(Target.COMPUTERS_TECHNOLOGY), targets.used(Target.COMPUTERS_USE));
        if (walk.ends(and(computers, kept))) {
            return walk.at(COMPUTERS);
        }
        int peak = and(targets.made(Target.COMPUTERS_994), Answer.moreThan(stated.targetPeakPerformance, PEAK));
        if (walk.ends(and(peak, not(stated.targetIsAssembly)))) {
            return walk.at(COMPUTERS_PEAK);
        }
        return walk.ends(and(peak, stated.targetIsAssembly)) ? walk.at(ASSEMBLIES_PEAK) : null;
    }

    /** The note to 3E001 on circuits of 0.130 micrometers or more and at most three metal layers. */
    private int fewLayers() {
        int few = and(targets.made(Target.FEW_LAYERS), not(targets.made(Target.MANY_LAYERS)));
        return few == NOT_MET
                ? NOT_MET
                : and(
                        few,
                        and(
                                Answer.atLeast(stated.technologyNodeMicrometers, NODE),
                                Answer.atMost(stated.metalLayers, FEW_LAYERS)));
    }

    private @Nullable Verdict intrusion() {
        boolean develops = walk.ends(and(stated.developsIntrusionSoftware, not(stated.vulnerabilityDisclosure)));
        return develops ? walk.at(INTRUSION) : null;
    }

    private @Nullable Verdict electronics() {
        if (walk.ends(cores())) {
            return walk.at(CORES);
        }
        String other = stated.otherElectronicTechnology;
        if (walk.ends(is(other, "VACUUM_MICROELECTRONIC"))) {
            return walk.at(VACUUM);
        }
        int fast = Answer.atLeast(stated.operatingFrequencyGHz, FREQUENCY);
        if (walk.ends(or(is(other, "HETEROSTRUCTURE"), and(is(other, "HETEROSTRUCTURE_TRANSISTOR"), fast)))) {
            return walk.at(HETEROSTRUCTURE);
        }
        if (walk.ends(is(other, "SUPERCONDUCTIVE"))) {
            return walk.at(SUPERCONDUCTIVE);
        }
        if (walk.ends(is(other, "DIAMOND"))) {
            return walk.at(DIAMOND);
        }
        if (walk.ends(is(other, "SILICON_ON_INSULATOR"))) {
            return walk.at(INSULATOR);
        }
        if (walk.ends(is(other, "SILICON_CARBIDE"))) {
            return walk.at(CARBIDE);
        }
        if (walk.ends(and(is(other, "VACUUM_DEVICE"), fast))) {
            return walk.at(VACUUM_DEVICE);
        }
        if (walk.ends(is(other, "GALLIUM_OXIDE"))) {
            return walk.at(GALLIUM);
        }
        return walk.ends(and(stated.gaafetProcess, not(stated.gaafetOutsideControl))) ? walk.at(GAAFET) : null;
    }

    /** 3E002 with its notes. */
    private int cores() {
        if (stated.microprocessorCore == NOT_MET) {
            return NOT_MET;
        }
        int wide = and(stated.microprocessorCore, Answer.atLeast(stated.aluWidthBits, ALU_BITS));
        int much = or(
                Answer.moreThan(stated.vectorCalculations, VECTORS),
                or(
                        Answer.moreThan(stated.float64ResultsPerCycle, FLOATS),
                        Answer.moreThan(stated.fixed16ResultsPerCycle, FIXED)));
        int old = and(
                Answer.atLeast(stated.technologyNodeMicrometers, NODE), Answer.atMost(stated.metalLayers, CORE_LAYERS));
        return and(and(wide, much), and(not(stated.multimediaExtensions), not(old)));
    }

    private Verdict rest() {
        if (!targets.none()) {
            if (walk.ends(targets.made(Target.EQUIPMENT_OTHER))) {
                return walk.at(EQUIPMENT_OTHER);
            }
            if (walk.ends(targets.made(Target.MASS_MARKET_OPEN))) {
                return walk.at(Verdict.REVIEW);
            }
            if (walk.ends(targets.used(Target.MASS_MARKET_USE))) {
                return walk.at(MASS_MARKET_USE);
            }
            if (walk.ends(targets.all(Target.ELECTRONICS_991))) {
                return walk.at(ELECTRONICS_991);
            }
            if (walk.ends(targets.all(Target.COMPUTERS_992))) {
                return walk.at(COMPUTERS_992);
            }
        }
        boolean ends = walk.ends(not(Answer.of(technology.otherEntriesExcluded())))
                || walk.ends(is(stated.holdingEntry, "0E521"));
        return walk.at(ends ? Verdict.REVIEW : Verdict.EAR99);
    }
}
