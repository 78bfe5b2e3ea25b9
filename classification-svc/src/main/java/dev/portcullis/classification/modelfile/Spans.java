package dev.portcullis.classification.modelfile;

import java.util.Arrays;

/** Where the data of tensors lie: pairs of begin and end, checked for overlap and holes once all are known. */
final class Spans {
    private long[] begins = new long[64];
    private long[] ends = new long[64];
    private int size;

    void add(long begin, long end) {
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        begins[size] = begin;
        ends[size] = end;
        size++;
    }

    /**
     * Checks that the data follow one another from 0 on, each beginning at the next multiple of the alignment.
     *
     * @return where the last one ends
     */
    long checkContiguous(long alignment) throws ModelFileException {
        // Sorted apart: in a gapless sequence the n-th begin belongs to the n-th end, and any other arrangement leaves
        // a gap.
        long[] sortedBegins = Arrays.copyOf(begins, size);
        long[] sortedEnds = Arrays.copyOf(ends, size);
        Arrays.sort(sortedBegins);
        Arrays.sort(sortedEnds);
        long expected = 0;
        long end = 0;
        for (int i = 0; i < size; i++) {
            if (sortedBegins[i] != expected) {
                throw ModelFileException.malformed(
                        sortedBegins[i] < expected
                                ? "data of two tensors overlap at byte %d of the data"
                                : "a hole in the data before byte %d of the data, where the next tensor begins",
                        sortedBegins[i]);
            }
            end = sortedEnds[i];
            long padding = (alignment - end % alignment) % alignment;
            expected = Sizes.add(end, padding, "the size of all tensors");
        }
        return end;
    }
}
