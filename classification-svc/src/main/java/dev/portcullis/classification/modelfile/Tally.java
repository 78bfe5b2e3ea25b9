package dev.portcullis.classification.modelfile;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts tensors and their elements over all files of a model, exactly. */
final class Tally {
    private final Limits limits;
    private final SortedMap<String, Long> byType = new TreeMap<>();
    private long tensors;
    private long elements;
    private long parameters;
    private long integers;
    private long experts;

    Tally(Limits limits) {
        this.limits = limits;
    }

    /** Refuses a number of tensors that a file claims, before any of them is read. */
    void announce(long count) throws ModelFileException {
        if (count < 0 || count > limits.tensors() - tensors) {
            throw ModelFileException.passesLimit(
                    "%s tensors are announced; a model of more than %d is not read",
                    Long.toUnsignedString(count), limits.tensors());
        }
    }

    void add(String name, ElementType type, long count) throws ModelFileException {
        announce(1);
        tensors++;
        String what = "the number of all elements";
        elements = Sizes.add(elements, count, what);
        byType.merge(type.name(), count, Long::sum);
        switch (type.group()) {
            case FLOATING, QUANTIZED -> {
                parameters += count;
                if (isRoutedExpert(name)) {
                    experts += count;
                }
            }
            case INTEGER -> integers += count;
            case OTHER -> {}
        }
    }

    /** Counts tensors that share the data of others: tensors they are, elements they add none. */
    void addShared(int count) throws ModelFileException {
        announce(count);
        tensors += count;
    }

    /** Experts that a router chooses among, by the names that the transformers library, its models and llama.cpp give them. */
    private static boolean isRoutedExpert(String name) {
        if (!name.contains("exp")) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains(".experts.") && !lower.contains("shared_expert") || lower.contains("_exps.");
    }

    long tensors() {
        return tensors;
    }

    long elements() {
        return elements;
    }

    /** Elements that are numbers with a fraction, or quantized ones. */
    long parameters() {
        return parameters;
    }

    /** Elements that are whole numbers. */
    long integers() {
        return integers;
    }

    /** Parameters of experts that a router chooses among. */
    long experts() {
        return experts;
    }

    SortedMap<String, Long> byType() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(byType));
    }
}
