package dev.portcullis.classification.record;

/** What the published interface shows. */
final class Examples {
    static final String RECORD = """
            {"issuedAt": "2026-11-24T09:00:00Z",
             "item": {"id": "itm-01jdv4m3k2p9q8r7s6t5v4w3x2", "name": "Accelerator A1", "partNumber": "A1-80", "form": "COMMODITY"},
             "classification": {"itemId": "itm-01jdv4m3k2p9q8r7s6t5v4w3x2", "number": 1, "state": "APPROVED", "datasheetNumber": 1,
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "createdBy": "7d8f",
              "createdAt": "2026-11-23T09:05:00Z", "inputs": [], "steps": [], "result": {}},
             "datasheet": {"number": 1, "sha256": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b", "createdBy": "4b1c",
              "createdAt": "2026-11-23T09:01:00Z", "datasheet": {"kind": "INTEGRATED_CIRCUIT", "provenance": "DECLARED"}},
             "margins": [{"label": "total processing performance", "value": 15831.2, "comparison": "atLeast", "threshold": 4800,
              "margin": 11031.2, "met": true, "citations": ["15 CFR 774 Supp. 1, 3A090.a.1"], "paragraphs": ["3A090.a.1"]}],
             "ledger": {"origin": "classification-svc", "verifierKey": "classification-svc+c8d1b648+AQuWwSdUjZ0kmBZQ...",
              "checkpoint": "classification-svc\\n42\\nq83vEjRWeJA4mMWwY0fJTi9oAJdVPYWG3rBJHuYkWoE=\\n\\n\\u2014 classification-svc yNG2SAbc...\\n",
              "proofs": [{"entry": {"id": 7, "index": 6, "payload": "eyJ0eXBlIjoi..."}, "size": 42,
                "path": ["q83vEjRWeJA4mMWwY0fJTi9oAJdVPYWG3rBJHuYkWoE="]}]},
             "proved": [{"what": "answer", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "entry": 7}]}""";

    static final String MATRIX = """
            part_number,item,form,state,eccn,related_to,reasons_for_control,license_exceptions,wassenaar,eu,uk,ccats,decided_by,...
            A1-80,Accelerator A1,COMMODITY,APPROVED,3A090.a.1,,RS AT,"AIA: Yes, for 3A090.a.",,,,,rules,...
            """;

    private Examples() {}
}
