package dev.portcullis.classification.modelfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/** The kinds of file that make up a model. */
public enum FileKind {
    SAFETENSORS,
    GGUF,
    ONNX,
    PYTORCH,
    /** {@code model.safetensors.index.json}: which shard holds which tensor. */
    SHARD_INDEX,
    /** {@code config.json} of the transformers library. */
    CONFIG,
    /** {@code adapter_config.json} of a low-rank adapter. */
    ADAPTER_CONFIG,
    /** {@code trainer_state.json} of the transformers library's trainer. */
    TRAINER_STATE;

    /** Whether files of this kind hold tensors. */
    public boolean holdsWeights() {
        return this == SAFETENSORS || this == GGUF || this == ONNX || this == PYTORCH;
    }

    /** Tells a file's kind from its first bytes, and where these say too little from its name. */
    static FileKind of(MeteredSource source) throws IOException {
        ByteBuffer head = source.read(0, (int) Math.min(16, source.size()));
        String name = source.name().toLowerCase(Locale.ROOT);
        if (startsWith(head, 'G', 'G', 'U', 'F')) {
            return GGUF;
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return PYTORCH;
        }
        if (head.limit() > 8 && head.get(8) == '{') {
            return SAFETENSORS;
        }
        if (name.endsWith(".json")) {
            return json(name);
        }
        if (name.endsWith(".safetensors")) {
            return SAFETENSORS;
        }
        if (name.endsWith(".onnx")) {
            return ONNX;
        }
        if (startsWith(head, 0x80) || name.matches(".*\\.(pt|pth|bin|ckpt|pkl)")) {
            throw ModelFileException.unsupported(
                    "a pickle outside a zip file, as torch.save wrote before version 1.6, or no PyTorch"
                            + " file at all. Reading it would mean to walk its weights: save it again with a current torch, or as safetensors");
        }
        if (startsWith(head, 0x89, 'H', 'D', 'F')) {
            throw ModelFileException.unsupported("an HDF5 file: this reader knows safetensors, GGUF, ONNX and PyTorch");
        }
        throw ModelFileException.unsupported(
                "of no kind that this reader knows: safetensors, GGUF, ONNX, PyTorch, and the JSON files beside them");
    }

    private static FileKind json(String name) throws ModelFileException {
        if (name.endsWith(".safetensors.index.json")) {
            return SHARD_INDEX;
        }
        return switch (name) {
            case "config.json" -> CONFIG;
            case "adapter_config.json" -> ADAPTER_CONFIG;
            case "trainer_state.json" -> TRAINER_STATE;
            default ->
                throw ModelFileException.unsupported("of the JSON files, *.safetensors.index.json, config.json,"
                        + " adapter_config.json and trainer_state.json are read, by these names");
        };
    }

    private static boolean startsWith(ByteBuffer head, int... magic) {
        if (head.limit() < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head.get(i) & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
