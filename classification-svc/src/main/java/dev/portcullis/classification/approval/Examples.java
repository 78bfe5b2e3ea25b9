package dev.portcullis.classification.approval;

/** What the published interface shows. */
final class Examples {
    static final String CLASSIFICATION = """
            {"itemId": "itm-01jdv4m3k2p9q8r7s6t5v4w3x2", "number": 1, "state": "APPROVED", "datasheetNumber": 1,
             "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "nextReview": "2027-07-23",
             "createdBy": "7d8f", "createdAt": "2026-11-23T09:05:00Z", "inputs": [],
             "steps": [
               {"sha256": "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",
                "step": {"step": "PROPOSED", "by": {"subject": "7d8f", "name": "classifier"},
                         "at": "2026-11-23T09:05:00Z"}},
               {"sha256": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
                "step": {"step": "APPROVED", "by": {"subject": "91c2", "name": "approver"},
                         "at": "2026-11-23T10:40:00Z", "nextReview": "2027-07-23"}}],
             "result":
            """ + dev.portcullis.classification.item.Examples.ANSWER + "}";

    static final String TASK = """
            {"itemId": "itm-01jdv4m3k2p9q8r7s6t5v4w3x2", "item": "Accelerator A1", "partNumber": "A1-80", "number": 2,
             "state": "REOPENED", "status": "CLASSIFIED", "eccn": "3A991", "paragraph": "p",
             "changedAt": "2026-11-23T09:05:00Z"}""";

    private Examples() {}
}
