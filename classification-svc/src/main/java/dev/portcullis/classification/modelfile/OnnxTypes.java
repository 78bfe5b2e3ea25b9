package dev.portcullis.classification.modelfile;

import java.util.HashMap;
import java.util.Map;

/** The element types of ONNX tensors (TensorProto.DataType). Elements of less than a byte share one, the last byte padded. */
final class OnnxTypes {
    private static final Map<Long, ElementType> TYPES = new HashMap<>();

    static {
        add(1, ElementType.floating("FLOAT", 4));
        add(2, ElementType.integer("UINT8", 1));
        add(3, ElementType.integer("INT8", 1));
        add(4, ElementType.integer("UINT16", 2));
        add(5, ElementType.integer("INT16", 2));
        add(6, ElementType.integer("INT32", 4));
        add(7, ElementType.integer("INT64", 8));
        add(8, new ElementType("STRING", ElementType.Group.OTHER, 1, 0));
        add(9, ElementType.integer("BOOL", 1));
        add(10, ElementType.floating("FLOAT16", 2));
        add(11, ElementType.floating("DOUBLE", 8));
        add(12, ElementType.integer("UINT32", 4));
        add(13, ElementType.integer("UINT64", 8));
        add(14, ElementType.floating("COMPLEX64", 8));
        add(15, ElementType.floating("COMPLEX128", 16));
        add(16, ElementType.floating("BFLOAT16", 2));
        add(17, ElementType.floating("FLOAT8E4M3FN", 1));
        add(18, ElementType.floating("FLOAT8E4M3FNUZ", 1));
        add(19, ElementType.floating("FLOAT8E5M2", 1));
        add(20, ElementType.floating("FLOAT8E5M2FNUZ", 1));
        add(21, new ElementType("UINT4", ElementType.Group.INTEGER, 2, 1));
        add(22, new ElementType("INT4", ElementType.Group.INTEGER, 2, 1));
        add(23, new ElementType("FLOAT4E2M1", ElementType.Group.FLOATING, 2, 1));
        add(24, ElementType.floating("FLOAT8E8M0", 1));
        add(25, new ElementType("UINT2", ElementType.Group.INTEGER, 4, 1));
        add(26, new ElementType("INT2", ElementType.Group.INTEGER, 4, 1));
    }

    private OnnxTypes() {}

    static ElementType of(long number, String tensor) throws ModelFileException {
        ElementType type = TYPES.get(number);
        if (type == null) {
            throw ModelFileException.unsupported(
                    "tensor %s is of ONNX type %d, which is not known here", tensor, number);
        }
        return type;
    }

    /** Bytes of so many elements, with the padding of the last byte. */
    static long bytes(ElementType type, long elements, String tensor) throws ModelFileException {
        int block = type.blockElements();
        long blocks = elements / block + (elements % block == 0 ? 0 : 1);
        return Sizes.multiply(blocks, type.blockBytes(), tensor);
    }

    private static void add(long number, ElementType type) {
        TYPES.put(number, type);
    }
}
