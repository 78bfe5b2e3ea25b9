package dev.portcullis.benchmarks.cascade;

import dev.portcullis.classification.datasheet.Characteristic;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The characteristics of a datasheet, read once into fields. What is presumed where a person has excluded the entries of which the
 * datasheet does not speak stands in {@link #PRESUMED}; most datasheets state no characteristic and share one of the two constants.
 */
final class Stated {
    private static final Stated UNSAID = new Stated(false);
    private static final Stated PRESUMED = new Stated(true);

    @Nullable
    BigDecimal adjustedPeakPerformance;

    int electronicAssembly = Answer.MISSING;
    int aggregatesComputers = Answer.MISSING;

    @Nullable
    BigDecimal linkGBs;

    @Nullable
    String unconventionalComputer;

    int intrusionSoftwareEquipment = Answer.MISSING;
    int authorizedUpdatesOnly = Answer.MISSING;
    int developsIntrusionSoftware = Answer.MISSING;
    int vulnerabilityDisclosure = Answer.MISSING;

    @Nullable
    String mobileInterception;

    int interceptionOutsideControl = Answer.MISSING;
    int carrierClassIpNetwork = Answer.MISSING;
    int analyzesApplicationLayer = Answer.MISSING;
    int extractsContent = Answer.MISSING;
    int indexesExtractedData = Answer.MISSING;
    int searchesByHardSelectors = Answer.MISSING;
    int mapsRelations = Answer.MISSING;
    int ipSurveillanceOutsideControl = Answer.MISSING;
    int providesTelecommunicationFeatures = Answer.MISSING;
    int searchesByHandoverInterface = Answer.MISSING;
    int mapsOrTracksTargets = Answer.MISSING;
    int monitoringOutsideControl = Answer.MISSING;

    @Nullable
    BigDecimal ellipticCurveBits;

    int postQuantumCryptography = Answer.MISSING;

    @Nullable
    String cryptographyRole;

    int incorporatedEncryptionControlled = Answer.MISSING;
    int dormantUntilActivated = Answer.MISSING;

    @Nullable
    String encryptionExclusion;

    @Nullable
    BigDecimal cordlessRangeMeters;

    @Nullable
    BigDecimal radioOutputWatts;

    @Nullable
    BigDecimal concurrentUsers;

    @Nullable
    String encryptionFunction;

    @Nullable
    BigDecimal ultraWidebandMHz;

    @Nullable
    BigDecimal fractionalBandwidth;

    @Nullable
    String informationSecurityFunction;

    int dataExtractionOutsideControl = Answer.MISSING;

    @Nullable
    String massMarketBasis;

    int maintenanceOnly = Answer.MISSING;
    int intrusionSoftware = Answer.MISSING;

    @Nullable
    BigDecimal targetPeakPerformance;

    int targetIsAssembly = Answer.MISSING;
    int euvMaskLithography = Answer.MISSING;
    int integratesMultipleDies = Answer.MISSING;
    int floorPlanning = Answer.MISSING;
    int designsDieWithPackage = Answer.MISSING;
    int securityEvaluationData = Answer.MISSING;

    @Nullable
    BigDecimal technologyNodeMicrometers;

    @Nullable
    BigDecimal metalLayers;

    int microprocessorCore = Answer.MISSING;

    @Nullable
    BigDecimal aluWidthBits;

    @Nullable
    BigDecimal vectorCalculations;

    @Nullable
    BigDecimal float64ResultsPerCycle;

    @Nullable
    BigDecimal fixed16ResultsPerCycle;

    int multimediaExtensions = Answer.MISSING;

    @Nullable
    String otherElectronicTechnology;

    @Nullable
    BigDecimal operatingFrequencyGHz;

    int gaafetProcess = Answer.MISSING;
    int gaafetOutsideControl = Answer.MISSING;

    /** Stands so unless said otherwise, as does the next. */
    String exporterRole = "OTHER";

    String electronicsParagraph = "NONE";

    int advancedLogicNode = Answer.MISSING;

    @Nullable
    String designerAttestation;

    @Nullable
    BigDecimal approvalApplicationDays;

    @Nullable
    String packagedBy;

    @Nullable
    BigDecimal transistorBillions;

    int containsHighBandwidthMemory = Answer.MISSING;

    @Nullable
    String holdingEntry;

    @Nullable
    String intendedUse;

    int describedBySecurityEntries = Answer.MISSING;
    int describedBySurveillanceEntries = Answer.MISSING;
    int describedByMilitaryEntries = Answer.MISSING;

    private Stated(boolean othersExcluded) {
        if (!othersExcluded) {
            return;
        }
        adjustedPeakPerformance = BigDecimal.ZERO;
        electronicAssembly = Answer.NOT_MET;
        aggregatesComputers = Answer.NOT_MET;
        linkGBs = BigDecimal.ZERO;
        unconventionalComputer = "NONE";
        intrusionSoftwareEquipment = Answer.NOT_MET;
        authorizedUpdatesOnly = Answer.NOT_MET;
        developsIntrusionSoftware = Answer.NOT_MET;
        mobileInterception = "NONE";
        carrierClassIpNetwork = Answer.NOT_MET;
        analyzesApplicationLayer = Answer.NOT_MET;
        extractsContent = Answer.NOT_MET;
        indexesExtractedData = Answer.NOT_MET;
        searchesByHardSelectors = Answer.NOT_MET;
        mapsRelations = Answer.NOT_MET;
        providesTelecommunicationFeatures = Answer.NOT_MET;
        searchesByHandoverInterface = Answer.NOT_MET;
        mapsOrTracksTargets = Answer.NOT_MET;
        ellipticCurveBits = BigDecimal.ZERO;
        postQuantumCryptography = Answer.NOT_MET;
        dormantUntilActivated = Answer.NOT_MET;
        encryptionExclusion = "NONE";
        encryptionFunction = "NONE";
        informationSecurityFunction = "NONE";
        maintenanceOnly = Answer.NOT_MET;
        targetPeakPerformance = BigDecimal.ZERO;
        targetIsAssembly = Answer.NOT_MET;
        euvMaskLithography = Answer.NOT_MET;
        integratesMultipleDies = Answer.NOT_MET;
        securityEvaluationData = Answer.NOT_MET;
        microprocessorCore = Answer.NOT_MET;
        otherElectronicTechnology = "NONE";
        gaafetProcess = Answer.NOT_MET;
        holdingEntry = "NONE";
        intendedUse = "GENERAL";
    }

    static Stated of(@Nullable Map<String, Characteristic> said, @Nullable Boolean othersExcluded) {
        boolean presumed = Boolean.TRUE.equals(othersExcluded);
        if (said == null || said.isEmpty()) {
            return presumed ? PRESUMED : UNSAID;
        }
        Stated stated = new Stated(presumed);
        for (Map.Entry<String, Characteristic> entry : said.entrySet()) {
            stated.read(entry.getKey(), entry.getValue());
        }
        return stated;
    }

    private void read(String name, Characteristic said) {
        if (said.flag() != null) {
            flag(name, Answer.of(said.flag()));
        } else if (said.word() != null) {
            word(name, said.word());
        } else if (said.figure() != null) {
            figure(name, said.figure());
        }
    }

    private void flag(String name, int said) {
        switch (name) {
            case "electronicAssembly" -> electronicAssembly = said;
            case "aggregatesComputers" -> aggregatesComputers = said;
            case "intrusionSoftwareEquipment" -> intrusionSoftwareEquipment = said;
            case "authorizedUpdatesOnly" -> authorizedUpdatesOnly = said;
            case "developsIntrusionSoftware" -> developsIntrusionSoftware = said;
            case "vulnerabilityDisclosure" -> vulnerabilityDisclosure = said;
            case "interceptionOutsideControl" -> interceptionOutsideControl = said;
            case "carrierClassIpNetwork" -> carrierClassIpNetwork = said;
            case "analyzesApplicationLayer" -> analyzesApplicationLayer = said;
            case "extractsContent" -> extractsContent = said;
            case "indexesExtractedData" -> indexesExtractedData = said;
            case "searchesByHardSelectors" -> searchesByHardSelectors = said;
            case "mapsRelations" -> mapsRelations = said;
            case "ipSurveillanceOutsideControl" -> ipSurveillanceOutsideControl = said;
            case "providesTelecommunicationFeatures" -> providesTelecommunicationFeatures = said;
            case "searchesByHandoverInterface" -> searchesByHandoverInterface = said;
            case "mapsOrTracksTargets" -> mapsOrTracksTargets = said;
            case "monitoringOutsideControl" -> monitoringOutsideControl = said;
            case "postQuantumCryptography" -> postQuantumCryptography = said;
            case "incorporatedEncryptionControlled" -> incorporatedEncryptionControlled = said;
            case "dormantUntilActivated" -> dormantUntilActivated = said;
            case "dataExtractionOutsideControl" -> dataExtractionOutsideControl = said;
            case "maintenanceOnly" -> maintenanceOnly = said;
            case "intrusionSoftware" -> intrusionSoftware = said;
            case "targetIsAssembly" -> targetIsAssembly = said;
            case "euvMaskLithography" -> euvMaskLithography = said;
            case "integratesMultipleDies" -> integratesMultipleDies = said;
            case "floorPlanning" -> floorPlanning = said;
            case "designsDieWithPackage" -> designsDieWithPackage = said;
            case "securityEvaluationData" -> securityEvaluationData = said;
            case "microprocessorCore" -> microprocessorCore = said;
            case "multimediaExtensions" -> multimediaExtensions = said;
            case "gaafetProcess" -> gaafetProcess = said;
            case "gaafetOutsideControl" -> gaafetOutsideControl = said;
            case "advancedLogicNode" -> advancedLogicNode = said;
            case "containsHighBandwidthMemory" -> containsHighBandwidthMemory = said;
            case "describedBySecurityEntries" -> describedBySecurityEntries = said;
            case "describedBySurveillanceEntries" -> describedBySurveillanceEntries = said;
            case "describedByMilitaryEntries" -> describedByMilitaryEntries = said;
            default -> {
                // Said in another form than the dictionary knows: decides nothing.
            }
        }
    }

    private void word(String name, String said) {
        switch (name) {
            case "unconventionalComputer" -> unconventionalComputer = said;
            case "mobileInterception" -> mobileInterception = said;
            case "cryptographyRole" -> cryptographyRole = said;
            case "encryptionExclusion" -> encryptionExclusion = said;
            case "encryptionFunction" -> encryptionFunction = said;
            case "informationSecurityFunction" -> informationSecurityFunction = said;
            case "massMarketBasis" -> massMarketBasis = said;
            case "otherElectronicTechnology" -> otherElectronicTechnology = said;
            case "exporterRole" -> exporterRole = said;
            case "electronicsParagraph" -> electronicsParagraph = said;
            case "designerAttestation" -> designerAttestation = said;
            case "packagedBy" -> packagedBy = said;
            case "holdingEntry" -> holdingEntry = said;
            case "intendedUse" -> intendedUse = said;
            default -> {
                // Said in another form than the dictionary knows: decides nothing.
            }
        }
    }

    private void figure(String name, BigDecimal said) {
        switch (name) {
            case "adjustedPeakPerformance" -> adjustedPeakPerformance = said;
            case "linkGBs" -> linkGBs = said;
            case "ellipticCurveBits" -> ellipticCurveBits = said;
            case "cordlessRangeMeters" -> cordlessRangeMeters = said;
            case "radioOutputWatts" -> radioOutputWatts = said;
            case "concurrentUsers" -> concurrentUsers = said;
            case "ultraWidebandMHz" -> ultraWidebandMHz = said;
            case "fractionalBandwidth" -> fractionalBandwidth = said;
            case "targetPeakPerformance" -> targetPeakPerformance = said;
            case "technologyNodeMicrometers" -> technologyNodeMicrometers = said;
            case "metalLayers" -> metalLayers = said;
            case "aluWidthBits" -> aluWidthBits = said;
            case "vectorCalculations" -> vectorCalculations = said;
            case "float64ResultsPerCycle" -> float64ResultsPerCycle = said;
            case "fixed16ResultsPerCycle" -> fixed16ResultsPerCycle = said;
            case "operatingFrequencyGHz" -> operatingFrequencyGHz = said;
            case "approvalApplicationDays" -> approvalApplicationDays = said;
            case "transistorBillions" -> transistorBillions = said;
            default -> {
                // Said in another form than the dictionary knows: decides nothing.
            }
        }
    }
}
