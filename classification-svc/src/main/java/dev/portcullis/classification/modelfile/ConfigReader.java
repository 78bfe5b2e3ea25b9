package dev.portcullis.classification.modelfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/** {@code config.json} and {@code adapter_config.json}: the few members that say what a model is made of. */
final class ConfigReader {
    private static final Set<String> KEPT = Set.of(
            "model_type",
            "hidden_size",
            "n_embd",
            "d_model",
            "num_hidden_layers",
            "n_layer",
            "num_attention_heads",
            "num_key_value_heads",
            "intermediate_size",
            "moe_intermediate_size",
            "vocab_size",
            "max_position_embeddings",
            "tie_word_embeddings",
            "torch_dtype",
            "dtype",
            "num_local_experts",
            "num_experts",
            "n_routed_experts",
            "num_experts_per_tok",
            "n_shared_experts",
            "transformers_version",
            "base_model_name_or_path",
            "peft_type",
            "r",
            "quant_method");

    /** Members that hold the configuration of a part: of the language model in a multimodal one, of quantization. */
    private static final Set<String> PARTS = Set.of("text_config", "llm_config", "quantization_config");

    private final Details details;

    ConfigReader(Details details) {
        this.details = details;
    }

    void read(ByteCursor cursor) throws IOException {
        try (JsonHeader json = JsonHeader.deep(cursor)) {
            json.object(parser -> members(parser, false));
        }
    }

    private void members(JsonParser json, boolean part) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && !part && PARTS.contains(name)) {
                members(json, true);
            } else if (value == JsonToken.START_ARRAY && name.equals("architectures")) {
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    details.put("architectures", json.getText());
                }
                while (json.currentToken() != JsonToken.END_ARRAY) {
                    json.skipChildren();
                    if (json.nextToken() == null) {
                        return;
                    }
                }
            } else if (value != null && value.isScalarValue() && value != JsonToken.VALUE_NULL && KEPT.contains(name)) {
                details.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }
}
