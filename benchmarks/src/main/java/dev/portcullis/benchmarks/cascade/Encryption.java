package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.is;
import static dev.portcullis.benchmarks.cascade.Answer.not;
import static dev.portcullis.benchmarks.cascade.Answer.or;

import dev.portcullis.classification.datasheet.Cryptography;
import org.jspecify.annotations.Nullable;

/** The commodities of Category 5 Part 2 by themselves (15 CFR 774 Supp. 1, 5A002, 5A003, 5A004, 5A992, 5B002), as far as they count. */
final class Encryption {
    private static final Verdict A1 = Verdict.of("5A002.a.1");
    private static final Verdict A2 = Verdict.of("5A002.a.2");
    private static final Verdict A3 = Verdict.of("5A002.a.3");
    private static final Verdict A4 = Verdict.of("5A002.a.4");
    private static final Verdict B = Verdict.of("5A002.b");
    private static final Verdict C = Verdict.of("5A002.c");
    private static final Verdict D = Verdict.of("5A002.d");
    private static final Verdict E = Verdict.of("5A002.e");
    private static final Verdict ANALYSIS = Verdict.of("5A004.a");
    private static final Verdict EXTRACTION = Verdict.of("5A004.b");
    private static final Verdict CABLE = Verdict.of("5A003.a");
    private static final Verdict EMANATIONS = Verdict.of("5A003.b");
    private static final Verdict PRODUCTION = Verdict.of("5B002.a");
    private static final Verdict EVALUATION = Verdict.of("5B002.b");
    private static final Verdict[] Z = {
        Verdict.of("5A002.z.1.a"),
        Verdict.of("5A002.z.1.b"),
        Verdict.of("5A002.z.2.a"),
        Verdict.of("5A002.z.2.b"),
        Verdict.of("5A002.z.3.a"),
        Verdict.of("5A002.z.3.b"),
        Verdict.of("5A002.z.4.a"),
        Verdict.of("5A002.z.4.b"),
        Verdict.of("5A002.z.5.a"),
        Verdict.of("5A002.z.5.b"),
        Verdict.of("5A004.z.1.a"),
        Verdict.of("5A004.z.1.b"),
        Verdict.of("5A004.z.2.a"),
        Verdict.of("5A004.z.2.b")
    };

    private final Stated stated;

    /** 5A002.a to .e, its notes applied. */
    private final int a;

    private final int a1;
    private final int a2;
    private final int a3;
    private final int a4;
    private final int b;
    private final int c;
    private final int d;
    private final int e;

    /** Whether 5A003 and 5A004 can be met at all: of a circuit only where it does something with cryptography. */
    private final int possible;

    private final int analysis;
    private final int extraction;

    /** 5A992.c. */
    final int massMarket;

    Encryption(@Nullable Cryptography said, Stated stated, boolean circuit) {
        this.stated = stated;
        possible = circuit ? Answer.of(said != null) : Answer.MET;
        analysis = possible == NOT_MET ? NOT_MET : is(stated.informationSecurityFunction, "CRYPTANALYSIS");
        extraction = possible == NOT_MET ? NOT_MET : extraction(stated);
        if (said == null) {
            a = NOT_MET;
            a1 = NOT_MET;
            a2 = NOT_MET;
            a3 = NOT_MET;
            a4 = NOT_MET;
            b = NOT_MET;
            c = NOT_MET;
            d = NOT_MET;
            e = NOT_MET;
            massMarket = NOT_MET;
            return;
        }
        int mass = Answer.of(said.massMarket());
        int described = Algorithms.described(said, stated);
        massMarket = and(described, mass);
        int counted = and(described, not(mass));
        if (counted == NOT_MET) {
            a = NOT_MET;
            a1 = NOT_MET;
            a2 = NOT_MET;
            a3 = NOT_MET;
            a4 = NOT_MET;
        } else {
            String role = stated.cryptographyRole;
            a1 = and(counted, is(role, "INFORMATION_SECURITY"));
            a2 = and(counted, is(role, "COMMUNICATION"));
            a3 = and(counted, is(role, "COMPUTING"));
            a4 = and(counted, and(is(role, "NON_PRIMARY"), stated.incorporatedEncryptionControlled));
            a = or(or(a1, a2), or(a3, a4));
        }
        String function = stated.encryptionFunction;
        int notMass = not(mass);
        b = and(is(function, "ACTIVATION_TOKEN"), notMass);
        c = and(is(function, "QUANTUM"), notMass);
        d = and(Algorithms.ultraWideband(stated), notMass);
        e = and(is(function, "SPREAD_SPECTRUM"), notMass);
    }

    private static int extraction(Stated stated) {
        int function = is(stated.informationSecurityFunction, "DATA_EXTRACTION");
        return function == NOT_MET
                ? NOT_MET
                : and(function, and(not(stated.intrusionSoftwareEquipment), not(stated.dataExtractionOutsideControl)));
    }

    /** 5A002. */
    int encrypts() {
        return or(or(a, b), or(c, or(d, e)));
    }

    /** 5A004. */
    int defeats() {
        return or(analysis, extraction);
    }

    /** 5A003 and 5B002, which no .z paragraph carries. */
    int withoutZ() {
        if (possible == NOT_MET) {
            return NOT_MET;
        }
        String function = stated.informationSecurityFunction;
        return or(
                or(is(function, "CABLE_INTRUSION"), is(function, "EMANATIONS")),
                or(is(function, "PRODUCTION"), is(function, "EVALUATION")));
    }

    /** Mass market by the maker's own word, with cryptography that is no standard (15 CFR 740.17(b)(3)). */
    int selfClassified(Cryptography said) {
        return and(
                and(massMarket, not(Answer.of(said.standardAlgorithms()))),
                is(stated.massMarketBasis, "SELF_CLASSIFICATION"));
    }

    /** 5A002.z and 5A004.z, where the item is or contains a circuit of 3A090.a or .b. */
    @Nullable
    Verdict z(Walk walk, int chipA, int chipB) {
        if (and(chipA, chipB) == NOT_MET && chipA == chipB) {
            return null;
        }
        Verdict found = z(walk, 0, a, chipA, chipB);
        found = found == null ? z(walk, 2, b, chipA, chipB) : found;
        found = found == null ? z(walk, 4, c, chipA, chipB) : found;
        found = found == null ? z(walk, 6, d, chipA, chipB) : found;
        found = found == null ? z(walk, 8, e, chipA, chipB) : found;
        found = found == null ? z(walk, 10, analysis, chipA, chipB) : found;
        return found == null ? z(walk, 12, extraction, chipA, chipB) : found;
    }

    private static @Nullable Verdict z(Walk walk, int at, int base, int chipA, int chipB) {
        if (base == NOT_MET) {
            return null;
        }
        if (walk.ends(and(base, chipA))) {
            return walk.at(Z[at]);
        }
        return walk.ends(and(base, chipB)) ? walk.at(Z[at + 1]) : null;
    }

    /** 5A002, 5A004, 5A003 and 5B002. */
    @Nullable
    Verdict itself(Walk walk) {
        if (a != NOT_MET) {
            if (walk.ends(a1)) {
                return walk.at(A1);
            }
            if (walk.ends(a2)) {
                return walk.at(A2);
            }
            if (walk.ends(a3)) {
                return walk.at(A3);
            }
            if (walk.ends(a4)) {
                return walk.at(A4);
            }
        }
        if (walk.ends(b)) {
            return walk.at(B);
        }
        if (walk.ends(c)) {
            return walk.at(C);
        }
        if (walk.ends(d)) {
            return walk.at(D);
        }
        if (walk.ends(e)) {
            return walk.at(E);
        }
        if (walk.ends(analysis)) {
            return walk.at(ANALYSIS);
        }
        if (walk.ends(extraction)) {
            return walk.at(EXTRACTION);
        }
        if (possible == NOT_MET) {
            return null;
        }
        if (walk.ends(is(stated.informationSecurityFunction, "CABLE_INTRUSION"))) {
            return walk.at(CABLE);
        }
        if (walk.ends(is(stated.informationSecurityFunction, "EMANATIONS"))) {
            return walk.at(EMANATIONS);
        }
        if (walk.ends(is(stated.informationSecurityFunction, "PRODUCTION"))) {
            return walk.at(PRODUCTION);
        }
        return walk.ends(is(stated.informationSecurityFunction, "EVALUATION")) ? walk.at(EVALUATION) : null;
    }
}
