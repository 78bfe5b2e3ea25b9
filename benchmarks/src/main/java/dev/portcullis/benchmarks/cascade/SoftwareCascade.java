package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.MET;
import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.is;
import static dev.portcullis.benchmarks.cascade.Answer.not;
import static dev.portcullis.benchmarks.cascade.Answer.or;

import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Software;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Software: 5D002 and 5D992, then Categories 3, 4 and 5 Part 1 (15 CFR 774 Supp. 1, product group D, as of 2026-11-28). */
final class SoftwareCascade {
    private static final Verdict FOR_ENCRYPTION = Verdict.of("5D002.a.1");
    private static final Verdict FOR_DETECTION = Verdict.of("5D002.a.2");
    private static final Verdict FOR_ANALYSIS = Verdict.of("5D002.a.3.a");
    private static final Verdict FOR_EXTRACTION = Verdict.of("5D002.a.3.b");
    private static final Verdict TOKEN = Verdict.of("5D002.b");
    private static final Verdict ENCRYPTION = Verdict.of("5D002.c.1");
    private static final Verdict DETECTION = Verdict.of("5D002.c.2");
    private static final Verdict ANALYSIS = Verdict.of("5D002.c.3.a");
    private static final Verdict EXTRACTION = Verdict.of("5D002.c.3.b");
    private static final Verdict MASS_MARKET = Verdict.of("5D992.c");
    private static final Verdict MASS_MARKET_A = Verdict.of("5D992.z.1");
    private static final Verdict MASS_MARKET_B = Verdict.of("5D992.z.2");
    private static final Verdict ELECTRONICS = Verdict.of("3D001");
    private static final Verdict COMPUTERS = Verdict.of("4D001.a");
    private static final Verdict COMPUTERS_PEAK = Verdict.of("4D001.b.1");
    private static final Verdict ASSEMBLIES_PEAK = Verdict.of("4D001.b.2");
    private static final Verdict INTRUSION = Verdict.of("4D004");
    private static final Verdict TELECOMMUNICATION = Verdict.of("5D001.a");
    private static final Verdict FEATURES = Verdict.of("5D001.c");
    private static final Verdict MONITORING = Verdict.of("5D001.e");
    private static final Verdict EQUIPMENT_USE = Verdict.of("3D002");
    private static final Verdict LITHOGRAPHY = Verdict.of("3D003");
    private static final Verdict COMPUTERS_090 = Verdict.of("4D090");
    private static final Verdict EQUIPMENT_OTHER = Verdict.of("3D992.a");
    private static final Verdict PACKAGING = Verdict.of("3D992.b");
    private static final Verdict ELECTRONICS_991 = Verdict.of("3D991");
    private static final Verdict COMPUTERS_994 = Verdict.of("4D994");
    private static final Verdict[] Z = {
        Verdict.of("5D002.z.1.a"),
        Verdict.of("5D002.z.1.b"),
        Verdict.of("5D002.z.2.a"),
        Verdict.of("5D002.z.2.b"),
        Verdict.of("5D002.z.3.a"),
        Verdict.of("5D002.z.3.b"),
        Verdict.of("5D002.z.4.a"),
        Verdict.of("5D002.z.4.b"),
        Verdict.of("5D002.z.5.a"),
        Verdict.of("5D002.z.5.b"),
        Verdict.of("5D002.z.6.a"),
        Verdict.of("5D002.z.6.b"),
        Verdict.of("5D002.z.7.a"),
        Verdict.of("5D002.z.7.b"),
        Verdict.of("5D002.z.8.a"),
        Verdict.of("5D002.z.8.b"),
        Verdict.of("5D002.z.9.a"),
        Verdict.of("5D002.z.9.b")
    };
    private static final BigDecimal PEAK = BigDecimal.valueOf(24);

    private final Software software;
    private final Cryptography said;
    private final Stated stated;
    private final Targets targets;
    private final Walk walk = new Walk();

    private SoftwareCascade(Software software) {
        this.software = software;
        said = Algorithms.orUnsaid(software.cryptography());
        stated = Stated.of(software.characteristics(), software.otherEntriesExcluded());
        targets = Targets.of(software.speciallyDesignedFor());
    }

    static Verdict decide(Software software) {
        SoftwareCascade cascade = new SoftwareCascade(software);
        return cascade.walk().publishedBy(cascade.published());
    }

    /** 15 CFR 734.7(b): published encryption software stays subject to the EAR unless it is source code of standard algorithms. */
    private int published() {
        int published = Answer.of(software.published());
        if (published == NOT_MET) {
            return NOT_MET;
        }
        int freed = or(
                not(Answer.of(said.dataConfidentiality())),
                or(Answer.of(said.excludedByNote4()), Answer.of(said.massMarket())));
        int source = software.form() == Software.CodeForm.SOURCE_CODE ? Answer.of(said.standardAlgorithms()) : NOT_MET;
        return and(published, or(freed, source));
    }

    private Verdict walk() {
        int described = Algorithms.described(said, stated);
        int massMarket = and(described, Answer.of(said.massMarket()));
        Verdict found = security(described);
        if (found == null
                && massMarket != NOT_MET
                && walk.ends(and(
                        and(massMarket, not(Answer.of(said.standardAlgorithms()))),
                        is(stated.massMarketBasis, "SELF_CLASSIFICATION")))) {
            return walk.at(Verdict.REVIEW);
        }
        found = found == null ? massMarket(massMarket) : found;
        found = found == null ? electronics() : found;
        found = found == null ? computers() : found;
        found = found == null ? telecommunication() : found;
        if (found != null) {
            return found;
        }
        if (Uses.end(walk, stated)) {
            return walk.at(Verdict.REVIEW);
        }
        found = others();
        return found == null ? rest(massMarket) : found;
    }

    private @Nullable Verdict security(int described) {
        int notMass = not(Answer.of(said.massMarket()));
        String function = stated.encryptionFunction;
        String defeats = stated.informationSecurityFunction;
        boolean aimed = !targets.none();
        int encryption = and(encryption(described, function), notMass);
        int token = and(is(function, "ACTIVATION_TOKEN"), notMass);
        int detection = or(is(defeats, "CABLE_INTRUSION"), is(defeats, "EMANATIONS"));
        int analysis = is(defeats, "CRYPTANALYSIS");
        int extraction = and(
                is(defeats, "DATA_EXTRACTION"),
                and(not(stated.intrusionSoftware), not(stated.dataExtractionOutsideControl)));
        if (aimed) {
            Verdict found = aimed(notMass, token, encryption, detection, analysis, extraction);
            if (found != null) {
                return found;
            }
        }
        if (walk.ends(encryption)) {
            return walk.at(ENCRYPTION);
        }
        if (walk.ends(token)) {
            return walk.at(TOKEN);
        }
        if (walk.ends(detection)) {
            return walk.at(DETECTION);
        }
        if (walk.ends(analysis)) {
            return walk.at(ANALYSIS);
        }
        return walk.ends(extraction) ? walk.at(EXTRACTION) : null;
    }

    /** 5D002.c.1 before Note 3, which is mass market. */
    private int encryption(int described, @Nullable String function) {
        int encryption = or(described, or(is(function, "QUANTUM"), is(function, "SPREAD_SPECTRUM")));
        encryption = encryption == MET ? MET : or(encryption, Algorithms.ultraWideband(stated));
        if (encryption == NOT_MET) {
            return NOT_MET;
        }
        int maintenance = stated.maintenanceOnly == NOT_MET
                ? NOT_MET
                : and(stated.maintenanceOnly, Answer.of(said.standardAlgorithms()));
        return and(encryption, not(maintenance));
    }

    /** 5D002.z, then 5D002.a: software for other items. */
    private @Nullable Verdict aimed(
            int notMass, int token, int encryption, int detection, int analysis, int extraction) {
        int forEncryption = and(targets.all(Target.ENCRYPTING), notMass);
        int forDetection = targets.all(Target.INTRUSION_DETECTING);
        int forAnalysis = targets.all(Target.ANALYZING);
        int forExtraction = targets.all(Target.EXTRACTING);
        int chipA = targets.made(Target.CHIPS_A);
        int chipB = targets.made(Target.CHIPS_B);
        if (chipA != NOT_MET || chipB != NOT_MET) {
            Verdict found = z(0, forEncryption, chipA, chipB);
            found = found == null ? z(2, forDetection, chipA, chipB) : found;
            found = found == null ? z(4, forAnalysis, chipA, chipB) : found;
            found = found == null ? z(6, forExtraction, chipA, chipB) : found;
            found = found == null ? z(8, token, chipA, chipB) : found;
            found = found == null ? z(10, encryption, chipA, chipB) : found;
            found = found == null ? z(12, detection, chipA, chipB) : found;
            found = found == null ? z(14, analysis, chipA, chipB) : found;
            found = found == null ? z(16, extraction, chipA, chipB) : found;
            if (found != null) {
                return found;
            }
        }
        int open = or(targets.made(Target.UNNAMED_CONTAINING), targets.used(Target.ENCRYPTING_Z));
        if (open != NOT_MET) {
            int made = or(or(forEncryption, forDetection), or(forAnalysis, forExtraction));
            int itself = or(or(token, encryption), or(detection, or(analysis, extraction)));
            if (walk.ends(and(or(made, itself), open))) {
                return walk.at(Verdict.REVIEW);
            }
        }
        if (walk.ends(forEncryption)) {
            return walk.at(FOR_ENCRYPTION);
        }
        if (walk.ends(forDetection)) {
            return walk.at(FOR_DETECTION);
        }
        if (walk.ends(forAnalysis)) {
            return walk.at(FOR_ANALYSIS);
        }
        if (walk.ends(forExtraction)) {
            return walk.at(FOR_EXTRACTION);
        }
        boolean coarse = walk.ends(and(targets.all(Target.SECURITY), not(targets.all(Target.SECURITY_NAMED))));
        return coarse ? walk.at(Verdict.REVIEW) : null;
    }

    private @Nullable Verdict z(int at, int base, int chipA, int chipB) {
        if (base == NOT_MET) {
            return null;
        }
        if (walk.ends(and(base, chipA))) {
            return walk.at(Z[at]);
        }
        return walk.ends(and(base, chipB)) ? walk.at(Z[at + 1]) : null;
    }

    private @Nullable Verdict massMarket(int massMarket) {
        if (massMarket == NOT_MET || targets.none()) {
            return null;
        }
        if (walk.ends(and(massMarket, targets.made(Target.CIRCUITS_A)))) {
            return walk.at(MASS_MARKET_A);
        }
        if (walk.ends(and(massMarket, targets.made(Target.CIRCUITS_B)))) {
            return walk.at(MASS_MARKET_B);
        }
        return walk.ends(and(massMarket, targets.made(Target.MASS_MARKET_UNNAMED))) ? walk.at(Verdict.REVIEW) : null;
    }

    private @Nullable Verdict electronics() {
        if (targets.none()) {
            return null;
        }
        if (walk.ends(targets.made(Target.ELECTRONICS_SOFTWARE))) {
            return walk.at(ELECTRONICS);
        }
        boolean coarse =
                walk.ends(and(targets.made(Target.ELECTRONICS_COARSE), not(targets.made(Target.ELECTRONICS_OUTSIDE))));
        return coarse ? walk.at(Verdict.REVIEW) : null;
    }

    private @Nullable Verdict computers() {
        if (!targets.none()) {
            if (walk.ends(targets.made(Target.COMPUTERS))) {
                return walk.at(COMPUTERS);
            }
            int peak = and(targets.made(Target.COMPUTERS_PEAK), Answer.moreThan(stated.targetPeakPerformance, PEAK));
            if (walk.ends(and(peak, not(stated.targetIsAssembly)))) {
                return walk.at(COMPUTERS_PEAK);
            }
            if (walk.ends(and(peak, stated.targetIsAssembly))) {
                return walk.at(ASSEMBLIES_PEAK);
            }
        }
        boolean intrusion = walk.ends(and(stated.intrusionSoftwareEquipment, not(stated.authorizedUpdatesOnly)));
        return intrusion ? walk.at(INTRUSION) : null;
    }

    private @Nullable Verdict telecommunication() {
        if (walk.ends(targets.all(Target.TELECOMMUNICATION))) {
            return walk.at(TELECOMMUNICATION);
        }
        if (walk.ends(stated.providesTelecommunicationFeatures)) {
            return walk.at(FEATURES);
        }
        int monitors = and(stated.searchesByHandoverInterface, stated.mapsOrTracksTargets);
        return walk.ends(and(monitors, not(stated.monitoringOutsideControl))) ? walk.at(MONITORING) : null;
    }

    private @Nullable Verdict others() {
        if (walk.ends(targets.used(Target.PRODUCTION_EQUIPMENT))) {
            return walk.at(EQUIPMENT_USE);
        }
        if (walk.ends(and(targets.used(Target.EQUIPMENT_NAMED), not(targets.used(Target.EQUIPMENT_LATER))))) {
            return walk.at(Verdict.REVIEW);
        }
        if (walk.ends(stated.euvMaskLithography)) {
            return walk.at(LITHOGRAPHY);
        }
        if (!targets.none()) {
            if (walk.ends(targets.made(Target.COMPUTERS_090))) {
                return walk.at(COMPUTERS_090);
            }
            if (walk.ends(targets.made(Target.MASS_MARKET_Z))) {
                return walk.at(Verdict.REVIEW);
            }
            if (walk.ends(targets.made(Target.EQUIPMENT_OTHER))) {
                return walk.at(EQUIPMENT_OTHER);
            }
        }
        int packaging = and(stated.integratesMultipleDies, and(stated.floorPlanning, stated.designsDieWithPackage));
        return walk.ends(packaging) ? walk.at(PACKAGING) : null;
    }

    private Verdict rest(int massMarket) {
        if (walk.ends(massMarket)) {
            return walk.at(MASS_MARKET);
        }
        if (walk.ends(or(targets.all(Target.SOFTWARE_991), targets.used(Target.EQUIPMENT_991)))) {
            return walk.at(ELECTRONICS_991);
        }
        if (walk.ends(targets.all(Target.SOFTWARE_994))) {
            return walk.at(COMPUTERS_994);
        }
        boolean ends = walk.ends(not(Answer.of(software.otherEntriesExcluded())))
                || walk.ends(is(stated.holdingEntry, "0D521"));
        return walk.at(ends ? Verdict.REVIEW : Verdict.EAR99);
    }
}
