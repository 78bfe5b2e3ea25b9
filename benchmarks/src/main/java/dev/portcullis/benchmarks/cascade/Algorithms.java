package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.MET;
import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.is;
import static dev.portcullis.benchmarks.cascade.Answer.not;
import static dev.portcullis.benchmarks.cascade.Answer.or;

import dev.portcullis.classification.datasheet.Cryptography;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What commodities and software with cryptography share (15 CFR 774 Supp. 1, 5A002.a with its Technical Notes and Note 2). */
final class Algorithms {
    private static final BigDecimal CURVE_BITS = BigDecimal.valueOf(112);
    private static final BigDecimal CORDLESS_METERS = BigDecimal.valueOf(400);
    private static final BigDecimal CELL_WATTS = new BigDecimal("0.1");
    private static final BigDecimal CELL_USERS = BigDecimal.valueOf(16);
    private static final BigDecimal ULTRA_WIDEBAND_MHZ = BigDecimal.valueOf(500);
    private static final BigDecimal ULTRA_WIDEBAND_PERCENT = BigDecimal.valueOf(20);
    private static final int SYMMETRIC_BITS = 56;
    private static final int ASYMMETRIC_BITS = 512;

    private Algorithms() {}

    /** Confidentiality by a described security algorithm that is not dormant, outside Note 2 and Note 4. */
    static int described(Cryptography said, Stated stated) {
        int answer = and(Answer.of(said.dataConfidentiality()), not(stated.dormantUntilActivated));
        if (answer == NOT_MET) {
            return NOT_MET;
        }
        answer = and(answer, not(Answer.of(said.excludedByNote4())));
        if (answer == NOT_MET) {
            return NOT_MET;
        }
        answer = and(answer, strong(said, stated));
        return answer == NOT_MET ? NOT_MET : and(answer, not(excluded(said, stated)));
    }

    private static int strong(Cryptography said, Stated stated) {
        int keys = or(
                Answer.moreThan(said.symmetricKeyBits(), SYMMETRIC_BITS),
                Answer.moreThan(said.asymmetricKeyBits(), ASYMMETRIC_BITS));
        return keys == MET
                ? MET
                : or(or(keys, Answer.moreThan(stated.ellipticCurveBits, CURVE_BITS)), stated.postQuantumCryptography);
    }

    /** Note 2.a to 2.j. */
    private static int excluded(Cryptography said, Stated stated) {
        String exclusion = stated.encryptionExclusion;
        if (exclusion == null) {
            // Open, unless each of the four is answered no by its other half; the first has none.
            return Answer.MISSING;
        }
        return switch (exclusion) {
            case "SMART_CARD", "BANKING", "MOBILE_TELEPHONE" -> MET;
            case "CORDLESS_TELEPHONE" -> Answer.lessThan(stated.cordlessRangeMeters, CORDLESS_METERS);
            case "CUSTOMIZED_WIRELESS",
                    "PERSONAL_AREA_NETWORK",
                    "NETWORK_MAINTENANCE",
                    "GENERAL_COMPUTING",
                    "CONNECTED_CIVIL" -> Answer.of(said.standardAlgorithms());
            case "SMALL_CELL" ->
                and(
                        Answer.atMost(stated.radioOutputWatts, CELL_WATTS),
                        Answer.atMost(stated.concurrentUsers, CELL_USERS));
            default -> NOT_MET;
        };
    }

    /** 5A002.d. */
    static int ultraWideband(Stated stated) {
        int function = is(stated.encryptionFunction, "ULTRA_WIDEBAND");
        return function == NOT_MET
                ? NOT_MET
                : and(
                        function,
                        or(
                                Answer.moreThan(stated.ultraWidebandMHz, ULTRA_WIDEBAND_MHZ),
                                Answer.atLeast(stated.fractionalBandwidth, ULTRA_WIDEBAND_PERCENT)));
    }

    /** A datasheet that does not speak of cryptography leaves each of its facts open. */
    static Cryptography orUnsaid(@Nullable Cryptography said) {
        return said == null ? UNSAID : said;
    }

    private static final Cryptography UNSAID = new Cryptography(null, null, null, null, null, null);
}
