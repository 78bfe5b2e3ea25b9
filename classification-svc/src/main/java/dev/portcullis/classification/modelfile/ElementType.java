package dev.portcullis.classification.modelfile;

/**
 * How the elements of a tensor are stored: in blocks of one or several elements.
 *
 * @param name as its format writes it
 * @param group what the elements can be
 * @param blockElements elements of a block, 1 or more
 * @param blockBytes bytes of a block, 0 where the size varies
 */
record ElementType(String name, Group group, int blockElements, int blockBytes) {
    /** What elements of a type can be. */
    enum Group {
        /** Numbers with a fraction: learned parameters, or the scales of quantized ones. */
        FLOATING,
        /** Quantized parameters, each element one of them. */
        QUANTIZED,
        /** Whole numbers: buffers, or several quantized parameters packed into one number. */
        INTEGER,
        /** Anything else, such as texts. */
        OTHER
    }

    static ElementType floating(String name, int bytes) {
        return new ElementType(name, Group.FLOATING, 1, bytes);
    }

    static ElementType integer(String name, int bytes) {
        return new ElementType(name, Group.INTEGER, 1, bytes);
    }

    static ElementType quantized(String name, int blockElements, int blockBytes) {
        return new ElementType(name, Group.QUANTIZED, blockElements, blockBytes);
    }

    /** Bytes of so many elements. */
    long bytes(long elements, String tensor) throws ModelFileException {
        if (elements % blockElements != 0) {
            throw ModelFileException.malformed(
                    "tensor %s has %d elements of type %s, which come in blocks of %d",
                    tensor, elements, name, blockElements);
        }
        return Sizes.multiply(elements / blockElements, blockBytes, tensor);
    }
}
