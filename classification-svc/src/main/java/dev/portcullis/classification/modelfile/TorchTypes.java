package dev.portcullis.classification.modelfile;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Element types of torch: by the class of a storage, and by dtype. */
final class TorchTypes {
    /** Bytes without a type; the tensor gives it. */
    static final String UNTYPED = "UntypedStorage";

    private static final Map<String, ElementType> DTYPES = new HashMap<>();
    private static final Map<String, ElementType> STORAGES = new HashMap<>();

    static {
        add(ElementType.floating("float64", 8), "DoubleStorage", "double");
        add(ElementType.floating("float32", 4), "FloatStorage", "float");
        add(ElementType.floating("float16", 2), "HalfStorage", "half");
        add(ElementType.floating("bfloat16", 2), "BFloat16Storage");
        add(ElementType.floating("float8_e4m3fn", 1), "Float8_e4m3fnStorage");
        add(ElementType.floating("float8_e4m3fnuz", 1), "Float8_e4m3fnuzStorage");
        add(ElementType.floating("float8_e5m2", 1), "Float8_e5m2Storage");
        add(ElementType.floating("float8_e5m2fnuz", 1), "Float8_e5m2fnuzStorage");
        add(ElementType.floating("float8_e8m0fnu", 1), "Float8_e8m0fnuStorage");
        add(ElementType.floating("complex64", 8), "ComplexFloatStorage", "cfloat");
        add(ElementType.floating("complex128", 16), "ComplexDoubleStorage", "cdouble");
        add(ElementType.integer("int64", 8), "LongStorage", "long");
        add(ElementType.integer("int32", 4), "IntStorage", "int");
        add(ElementType.integer("int16", 2), "ShortStorage", "short");
        add(ElementType.integer("int8", 1), "CharStorage");
        add(ElementType.integer("uint8", 1), "ByteStorage");
        add(ElementType.integer("uint16", 2), "UInt16Storage");
        add(ElementType.integer("uint32", 4), "UInt32Storage");
        add(ElementType.integer("uint64", 8), "UInt64Storage");
        add(ElementType.integer("bool", 1), "BoolStorage");
        // One element of a byte holds two parameters: counted as packed integers are.
        add(ElementType.integer("float4_e2m1fn_x2", 1), "Float4_e2m1fn_x2Storage");
        add(ElementType.quantized("qint8", 1, 1), "QInt8Storage");
        add(ElementType.quantized("quint8", 1, 1), "QUInt8Storage");
        add(ElementType.quantized("qint32", 1, 4), "QInt32Storage");
        add(ElementType.quantized("quint4x2", 2, 1), "QUInt4x2Storage");
        add(ElementType.quantized("quint2x4", 4, 1), "QUInt2x4Storage");
    }

    private TorchTypes() {}

    static boolean isDtype(String name) {
        return DTYPES.containsKey(name);
    }

    @Nullable
    static ElementType dtype(String name) {
        return DTYPES.get(name);
    }

    @Nullable
    static ElementType storage(String name) {
        return STORAGES.get(name);
    }

    private static void add(ElementType type, String storage, String... otherNames) {
        DTYPES.put(type.name(), type);
        STORAGES.put(storage, type);
        for (String name : otherNames) {
            DTYPES.put(name, type);
        }
    }
}
