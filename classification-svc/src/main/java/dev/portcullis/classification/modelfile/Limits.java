package dev.portcullis.classification.modelfile;

/**
 * What reading a model may cost. A file that holds weights gives at most one hundredth of its bytes, except that small files, whose
 * header is a large part of them, may give up to the floor of their format; GGUF carries its tokenizer in the header and ONNX its
 * whole graph, hence their higher floors. No claim of a file takes memory before the bytes behind it were read.
 *
 * @param safetensorsFloor bytes that may be read of any safetensors file
 * @param ggufFloor bytes that may be read of any GGUF file
 * @param onnxFloor bytes that may be read of any ONNX file
 * @param pytorchFloor bytes that may be read of any PyTorch file
 * @param largestHeader bytes that may be read of a file however large; safetensors itself allows
 *     100,000,000 for its header
 * @param largestIndex bytes of the index of a sharded model
 * @param largestConfig bytes of a configuration
 * @param largestTrainerState bytes of a trainer's state
 * @param tensors tensors of one model
 * @param pickleValues objects that a pickle may build, its memo included
 * @param files files of one model
 */
public record Limits(
        long safetensorsFloor,
        long ggufFloor,
        long onnxFloor,
        long pytorchFloor,
        long largestHeader,
        long largestIndex,
        long largestConfig,
        long largestTrainerState,
        int tensors,
        int pickleValues,
        int files) {

    private static final long MIB = 1 << 20;

    /** What the largest published models need, with room. */
    public static final Limits DEFAULT = new Limits(
            MIB, 32 * MIB, 32 * MIB, 4 * MIB, 100_001_024, 64 * MIB, 4 * MIB, 64 * MIB, 300_000, 500_000, 2_000);

    /** Longest name of a tensor, bytes. */
    static final int LONGEST_NAME = 4096;

    /** Dimensions of a tensor. */
    static final int MOST_DIMENSIONS = 32;

    /** How many bytes of a file of this kind and size may be read. */
    long budget(FileKind kind, long size) {
        return switch (kind) {
            case SAFETENSORS -> weights(size, safetensorsFloor);
            case GGUF -> weights(size, ggufFloor);
            case ONNX -> weights(size, onnxFloor);
            case PYTORCH -> weights(size, pytorchFloor);
            case SHARD_INDEX -> largestIndex;
            case CONFIG, ADAPTER_CONFIG -> largestConfig;
            case TRAINER_STATE -> largestTrainerState;
        };
    }

    private long weights(long size, long floor) {
        return Math.min(largestHeader, Math.max(size / 100, floor));
    }
}
