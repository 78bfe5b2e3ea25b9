package dev.portcullis.classification.modelfile;

/** Products and sums of sizes that files state. What passes 2^63-1 is refused, never wrapped. */
final class Sizes {
    private Sizes() {}

    static long multiply(long one, long other, String tensor) throws ModelFileException {
        if (one < 0 || other < 0 || Math.multiplyHigh(one, other) != 0 || one * other < 0) {
            throw ModelFileException.malformed("the size of tensor %s passes 2^63-1", tensor);
        }
        return one * other;
    }

    static long add(long one, long other, String what) throws ModelFileException {
        long sum = one + other;
        if (one < 0 || other < 0 || sum < 0) {
            throw ModelFileException.malformed("%s passes 2^63-1", what);
        }
        return sum;
    }

    /** The elements of a tensor: the product of its dimensions, 1 where it has none. */
    static long elements(long[] shape, int dimensions, String tensor) throws ModelFileException {
        long product = 1;
        boolean empty = false;
        for (int i = 0; i < dimensions; i++) {
            if (shape[i] < 0) {
                throw ModelFileException.malformed("a dimension of tensor %s is negative", tensor);
            }
            empty |= shape[i] == 0;
        }
        if (empty) {
            return 0;
        }
        for (int i = 0; i < dimensions; i++) {
            product = multiply(product, shape[i], tensor);
        }
        return product;
    }
}
