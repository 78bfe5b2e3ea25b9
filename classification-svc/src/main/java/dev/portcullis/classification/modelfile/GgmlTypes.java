package dev.portcullis.classification.modelfile;

import java.util.HashMap;
import java.util.Map;

/** The element types of ggml, by their numbers in GGUF files (ggml.h, ggml-common.h). */
final class GgmlTypes {
    private static final Map<Long, ElementType> TYPES = new HashMap<>();

    static {
        add(0, ElementType.floating("F32", 4));
        add(1, ElementType.floating("F16", 2));
        quantized(2, "Q4_0", 32, 18);
        quantized(3, "Q4_1", 32, 20);
        quantized(6, "Q5_0", 32, 22);
        quantized(7, "Q5_1", 32, 24);
        quantized(8, "Q8_0", 32, 34);
        quantized(9, "Q8_1", 32, 36);
        quantized(10, "Q2_K", 256, 84);
        quantized(11, "Q3_K", 256, 110);
        quantized(12, "Q4_K", 256, 144);
        quantized(13, "Q5_K", 256, 176);
        quantized(14, "Q6_K", 256, 210);
        quantized(15, "Q8_K", 256, 292);
        quantized(16, "IQ2_XXS", 256, 66);
        quantized(17, "IQ2_XS", 256, 74);
        quantized(18, "IQ3_XXS", 256, 98);
        quantized(19, "IQ1_S", 256, 50);
        quantized(20, "IQ4_NL", 32, 18);
        quantized(21, "IQ3_S", 256, 110);
        quantized(22, "IQ2_S", 256, 82);
        quantized(23, "IQ4_XS", 256, 136);
        add(24, ElementType.integer("I8", 1));
        add(25, ElementType.integer("I16", 2));
        add(26, ElementType.integer("I32", 4));
        add(27, ElementType.integer("I64", 8));
        add(28, ElementType.floating("F64", 8));
        quantized(29, "IQ1_M", 256, 56);
        add(30, ElementType.floating("BF16", 2));
        quantized(34, "TQ1_0", 256, 54);
        quantized(35, "TQ2_0", 256, 66);
        quantized(39, "MXFP4", 32, 17);
        quantized(40, "NVFP4", 64, 36);
        quantized(41, "Q1_0", 128, 18);
    }

    private GgmlTypes() {}

    static ElementType of(long number, String tensor) throws ModelFileException {
        ElementType type = TYPES.get(number);
        if (type == null) {
            throw ModelFileException.unsupported(
                    "tensor %s is of ggml type %d, which is withdrawn or not known here", tensor, number);
        }
        return type;
    }

    private static void quantized(long number, String name, int elements, int bytes) {
        add(number, ElementType.quantized(name, elements, bytes));
    }

    private static void add(long number, ElementType type) {
        TYPES.put(number, type);
    }
}
