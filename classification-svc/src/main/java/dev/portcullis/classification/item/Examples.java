package dev.portcullis.classification.item;

/** Bodies that the API's description shows. */
public final class Examples {
    static final String NEW_ITEM = """
            {"name": "Accelerator A1", "partNumber": "A1-80", "form": "COMMODITY"}""";

    static final String ITEM = """
            {"id": "itm-01jdv4m3k2p9q8r7s6t5v4w3x2", "version": 3, "name": "Accelerator A1", "partNumber": "A1-80",
             "form": "COMMODITY", "datasheets": 1, "classifications": 1,
             "classification": {"status": "CLASSIFIED", "eccn": "3A090", "paragraph": "a.1", "relatedTo": [],
               "edition": "2026-07-23", "datasheetVersion": 1, "publication": "NOT_PUBLISHED",
               "totalProcessingPerformance": 15831.2, "performanceDensity": 19.448, "totalDramBandwidth": 3350,
               "dataCenter": true, "missing": []},
             "createdAt": "2026-11-23T09:00:00Z", "changedAt": "2026-11-23T09:05:00Z"}""";

    static final String CIRCUIT = """
            {"kind": "INTEGRATED_CIRCUIT", "provenance": "DECLARED",
             "source": {"title": "Accelerator A1 datasheet, revision 4", "issued": "2026-03-01"},
             "processingUnits": [{"name": "tensor cores", "count": 1,
               "rates": [{"tops": 1978.9, "bitLength": 8}, {"tops": 989.4, "bitLength": 16}]}],
             "dies": [{"name": "GPU die", "count": 1, "areaMm2": 814, "logic": true, "nonPlanar": true}],
             "aggregateIoGBs": 1028, "totalDramBandwidthGBs": 3350, "dataCenter": true}""";

    static final String COMPUTER = """
            {"kind": "COMPUTER", "provenance": "DECLARED", "dataCenter": true,
             "components": [{"name": "server", "count": 32, "computer": {"provenance": "DECLARED",
               "components": [{"name": "accelerator", "count": 8, "itemId": "itm-01jdv4m3k2p9q8r7s6t5v4w3x2"}]}}],
             "characteristics": {"adjustedPeakPerformance": 482.4, "intrusionSoftwareEquipment": false,
               "mobileInterception": "NONE", "carrierClassIpNetwork": false, "informationSecurityFunction": "NONE",
               "intendedUse": "GENERAL"}}""";

    static final String MODEL = """
            {"kind": "MODEL", "provenance": "DERIVED", "parameterCount": 4.05e11, "trainingTokens": 1.56e13,
             "published": false, "derivative": {"fromPublished": false}, "syntheticData": {"share": 0},
             "otherEntriesExcluded": true}""";

    static final String SOFTWARE = """
            {"kind": "SOFTWARE", "provenance": "DECLARED", "form": "SOURCE_CODE", "published": false,
             "speciallyDesignedFor": [],
             "cryptography": {"dataConfidentiality": true, "symmetricKeyBits": 256, "asymmetricKeyBits": 4096,
               "excludedByNote4": false, "massMarket": false, "standardAlgorithms": true},
             "characteristics": {"encryptionExclusion": "NONE", "dormantUntilActivated": false, "maintenanceOnly": false}}""";

    static final String TECHNOLOGY = """
            {"kind": "TECHNOLOGY", "provenance": "DECLARED", "published": false,
             "requiredFor": [{"itemId": "itm-01jdv4m3k2p9q8r7s6t5v4w3x2", "purposes": ["DEVELOPMENT", "PRODUCTION"]}]}""";

    static final String WHAT_IF = """
            {"asOf": "2026-11-23", "datasheet": {"kind": "INTEGRATED_CIRCUIT", "provenance": "DECLARED",
             "processingUnits": [{"rates": [{"tops": 296, "bitLength": 8}]}],
             "dies": [{"areaMm2": 814, "nonPlanar": true}], "aggregateIoGBs": 1028, "dataCenter": true}}""";

    public static final String ANSWER = """
            {"status": "CLASSIFIED", "subjectToEar": "MET", "eccn": "3A991", "paragraph": "p",
             "title": "Electronic devices and components not controlled by 3A001", "posture": "IN_FORCE",
             "summary": "3A991.p: Integrated circuits, not elsewhere specified, with processing or transfer performance.",
             "asOf": "2026-11-23", "edition": "2026-07-23",
             "figures": {"totalProcessingPerformance": 2368, "performanceDensity": 2.909, "dataCenter": true,
               "publication": "NOT_PUBLISHED"},
             "walk": [{"rule": "3A090.a.1/2024-12-02", "paragraph": "3A090.a.1", "outcome": "NOT_MET",
               "criteria": {"outcome": "NOT_MET", "criterion": "fact", "fact": "totalProcessingPerformance",
                 "value": 2368, "comparison": "atLeast", "threshold": 4800, "unit": "TPP", "margin": -2432,
                 "citation": "15 CFR 774 Supp. 1, 3A090.a.1"}}]}""";

    static final String WHAT_IFS = """
            {"from": {"itemId": "itm-01jdv4m3k2p9q8r7s6t5v4w3x2", "number": 1},
             "to": {"datasheet": """ + CIRCUIT + "}}";

    static final String COMPARISON = """
            {"asOf": "2026-11-23", "edition": "2026-07-23",
             "from": {"status": "CLASSIFIED", "eccn": "3A090", "paragraph": "a.1", "summary": "3A090.a.1."},
             "to": {"status": "CLASSIFIED", "eccn": "3A991", "paragraph": "p", "summary": "3A991.p."},
             "facts": [{"fact": "totalProcessingPerformance", "label": "total processing performance", "unit": "TPP",
               "field": "/processingUnits", "from": 15831.2, "to": 2368, "turns": true,
               "alone": {"status": "CLASSIFIED", "eccn": "3A090", "paragraph": "b", "summary": "3A090.b."},
               "without": {"status": "CLASSIFIED", "eccn": "3A090", "paragraph": "a.1", "summary": "3A090.a.1."}}],
             "criteria": [{"rule": "3A090.a.1/2024-12-02", "paragraph": "3A090.a.1", "fact": "totalProcessingPerformance",
               "comparison": "atLeast", "threshold": 4800, "unit": "TPP", "citation": "15 CFR 774 Supp. 1, 3A090.a.1",
               "from": {"outcome": "MET", "value": 15831.2, "margin": 11031.2},
               "to": {"outcome": "NOT_MET", "value": 2368, "margin": -2432}}]}""";

    private Examples() {}

    static final String FACTS = """
            {
              "adjustedPeakPerformance": {
                "label": "adjusted peak performance",
                "unit": "WT",
                "field": "/characteristics/adjustedPeakPerformance",
                "question": "What is the adjusted peak performance (APP) in weighted teraflops?",
                "stated": {"as": "FIGURE", "words": []}
              }
            }""";
}
