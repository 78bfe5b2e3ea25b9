package dev.portcullis.classification.registry;

/** Bodies that the API's description shows. */
final class Examples {
    static final String BY_ADDRESS = """
            {"files": [{"url": "https://models.example.com/acme/m1/resolve/main/model.safetensors.index.json"},
              {"url": "https://models.example.com/acme/m1/resolve/main/model-00001-of-00002.safetensors"},
              {"url": "https://models.example.com/acme/m1/resolve/main/model-00002-of-00002.safetensors"},
              {"url": "https://models.example.com/acme/m1/resolve/main/config.json"}], "trainingTokens": 15000000000000}""";

    static final String BY_HEAD = """
            {"files": [{"name": "model.safetensors", "size": 2120,
              "head": "QAAAAAAAAAB7InciOnsiZHR5cGUiOiJCRjE2Iiwic2hhcGUiOlsxMDI0XSwiZGF0YV9vZmZzZXRzIjpbMCwyMDQ4XX19ICAg"}]}""";

    static final String DERIVATION = """
            {"facts": {"format": "SAFETENSORS", "architecture": "LlamaForCausalLM", "tensorCount": 291,
               "elementCount": 8030261248, "parameterCount": 8030261248, "integerCount": 0, "expertParameterCount": 0,
               "elementsByType": {"BF16": 8030261248}, "details": {"num_hidden_layers": "32", "hidden_size": "4096"},
               "files": [{"name": "model.safetensors", "kind": "SAFETENSORS", "size": 16060556376, "bytesRead": 33893,
                 "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "sha256Of": "bytes 0 to 33879 of the file: its whole header"}], "findings": []},
             "draft": {"datasheet": {"kind": "MODEL", "provenance": "DERIVED", "parameterCount": 8030261248,
                 "trainingTokens": 15000000000000, "trainingOperations": 722723512320000000000000},
               "figures": [{"field": "/trainingOperations", "value": 722723512320000000000000,
                 "basis": "6 x N x D with N = 8030261248 parameters and D = 15000000000000 (15 CFR 774 Supp. 1, 4E091, Technical Note 2)"}],
               "questions": ["Are the parameters published (15 CFR 734.7(a))?"]}}""";

    private Examples() {}
}
