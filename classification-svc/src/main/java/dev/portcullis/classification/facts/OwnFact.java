package dev.portcullis.classification.facts;

/** The facts that follow from fields of a datasheet's own, by the names of the rules' dictionary. All others are characteristics. */
public enum OwnFact {
    OTHER_ENTRIES_EXCLUDED("otherEntriesExcluded"),
    TPP(CircuitFacts.TPP),
    TOPS("processingPerformanceTops"),
    DENSITY(CircuitFacts.DENSITY),
    DIE_AREA("applicableDieAreaMm2"),
    IO("aggregateIoGBs"),
    DRAM(CircuitFacts.DRAM),
    DATA_CENTER(CircuitFacts.DATA_CENTER),
    MEMORY_DEVICE("memoryDevice"),
    PROCESSING_DOMINATES("processingDominates"),
    MEMORY_DENSITY("memoryBandwidthDensity"),
    CRYPTOGRAPHY_STATED("cryptographyStated"),
    DATA_CONFIDENTIALITY("dataConfidentiality"),
    SYMMETRIC_KEY_BITS("symmetricKeyBits"),
    ASYMMETRIC_KEY_BITS("asymmetricKeyBits"),
    EXCLUDED_BY_NOTE_4("excludedByNote4"),
    MASS_MARKET("massMarket"),
    STANDARD_ALGORITHMS("standardAlgorithms"),
    CODE_FORM("codeForm"),
    PUBLISHED("published"),
    BELOW_BEST_PUBLISHED("belowBestPublished"),
    TRAINING_OPERATIONS("trainingOperations"),
    DERIVED_FROM_PUBLISHED("derivedFromPublished"),
    ADDITIONAL_OPERATIONS("additionalOperations"),
    ADDITIONAL_SHARE("additionalShare"),
    SYNTHETIC_SHARE("syntheticShare"),
    SYNTHETIC_DATA_PUBLISHED("syntheticDataPublished"),
    COUNTED_OPERATIONS("countedOperations");

    private final String key;

    OwnFact(String key) {
        this.key = key;
    }

    /** Whether it is said in the part of a datasheet on cryptography. */
    boolean isOfCryptography() {
        return switch (this) {
            case CRYPTOGRAPHY_STATED,
                    DATA_CONFIDENTIALITY,
                    SYMMETRIC_KEY_BITS,
                    ASYMMETRIC_KEY_BITS,
                    EXCLUDED_BY_NOTE_4,
                    MASS_MARKET,
                    STANDARD_ALGORITHMS -> true;
            default -> false;
        };
    }

    /** The name in the rules' dictionary. */
    public String key() {
        return key;
    }
}
